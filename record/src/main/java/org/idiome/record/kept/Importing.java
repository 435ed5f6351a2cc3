package org.idiome.record.kept;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.observation.Specimen;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.core.quantity.Unit;
import org.idiome.core.time.When;
import org.idiome.genomics.io.Input;
import org.idiome.record.folder.BareFile;
import org.idiome.record.folder.ManyPersons;
import org.idiome.record.folder.PersonFolder;
import org.idiome.record.folder.PersonRecord;
import org.idiome.store.Rows;
import org.idiome.store.StoreReader;
import org.idiome.store.StoreWriter;
import org.idiome.store.folder.StoreFault;
import org.jspecify.annotations.Nullable;

/// Takes inputs of any kind into a batch: folders, phenopackets, phenopackets one a line, and
/// variant files and tables that come alone.
///
/// What an input is known by, its *source*: the id of the phenopacket; of one without an id the
/// name of its file or folder, with the person's id; of a file that comes alone its name, with the
/// sample where one is chosen; of standard input its hash.
public final class Importing {
  /// How standard input is called.
  private static final String STANDARD_INPUT = "-";

  private static final int HASH_DIGITS = 16;
  private static final int NAMED = 5;

  private final StoreWriter writer;
  private final ImportRequest request;
  private final Keeper keeper;

  /// Persons of whom variant files came, by number.
  private final SortedMap<Long, String> variants = new TreeMap<>();

  /// What inputs call the person whose id was asked for.
  private final Set<String> asked = new TreeSet<>();

  /// Is told what became of each person.
  public interface Taker {
    /// A person was taken, or was there already.
    ///
    /// @param problems what the reading met, the first of each kind
    void taken(Keeper.Outcome outcome, List<Problem> problems);

    /// How many problems of each code the reading met of what is taken next.
    default void met(Map<ProblemCode, Long> counts) {}

    /// Why what comes next is refused.
    default void because(List<Problem> problems) {}

    /// A part of the input was not taken.
    void refused(Problem problem);
  }

  /// Is told what was noticed once everything was taken.
  @FunctionalInterface
  public interface Noticing {
    /// Something that no input alone shows.
    ///
    /// @param person id in the store
    void noticed(String person, Problem problem);
  }

  /// Takes into a batch.
  public Importing(StoreWriter writer, ImportRequest request) {
    this.writer = writer;
    this.request = request;
    this.keeper = new Keeper(writer, request.limits());
  }

  /// Takes one input.
  ///
  /// @param path where it lies
  /// @param name as it was given; `-` for standard input
  /// @throws BadInputException where nothing of it can be taken
  public void take(Path path, String name, Taker to) throws IOException {
    var options = request.options();
    boolean isDescribed = request.attributes().containsKey("feature");
    var kind = InputKind.of(path, name, options, isDescribed);
    if (kind != InputKind.PERSON) {
      Effects.require(kind, name, request.attributes());
    }
    switch (kind) {
      case PERSON -> {
        // What is wrong with it comes before what was said beside it: a table that is cut off,
        // empty
        // or not there is no person, and its options are right.
        var record = PersonFolder.read(path, options);
        Effects.require(kind, name, request.attributes());
        keep(packet(record, name, null), to);
      }
      case LINES -> lines(path, name, to);
      case VARIANTS -> keep(bare(path, name, false, to), to);
      case TABLE -> {
        requireDescribed(name);
        keep(bare(path, name, true, to), to);
      }
    }
  }

  /// What no table can be read without, by its option.
  private void requireDescribed(String name) {
    var said = request.attributes();
    var missing = new ArrayList<String>();
    Stream.of("layer", "feature").filter(one -> !said.containsKey(one)).forEach(missing::add);
    if (!said.containsKey("value") && !said.containsKey("samples")) {
      missing.add("value");
    }
    if (!missing.isEmpty()) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.IMPORT_TABLE_NOT_DESCRIBED,
              Place.file(name),
              "missing",
              missing.stream().map(one -> "--" + one).collect(Collectors.joining(", "))));
    }
  }

  /// Looks at all that was taken: what the variant files of one person contradict each other in.
  ///
  /// After the last input, before the batch is acknowledged.
  public void end(Noticing to) {
    for (var person : variants.entrySet()) {
      var row = new Rows.PersonRow(person.getKey(), person.getValue());
      try {
        Comparing.compare(writer, row).forEach(problem -> to.noticed(row.id(), problem));
      } catch (StoreFault fault) {
        to.noticed(row.id(), ofOne(fault));
      }
    }
  }

  private void lines(Path path, String name, Taker to) throws IOException {
    if (request.joining().as() != null) {
      requireOne(name, ManyPersons.subjects(path, name, request.options()));
    }
    ManyPersons.read(
        path,
        name,
        request.options(),
        new ManyPersons.Taker() {
          @Override
          public void person(PersonRecord record, Sha256 line) {
            try {
              keep(packet(record, name, line), to);
            } catch (BadInputException e) {
              to.refused(e.problem());
            } catch (StoreFault fault) {
              to.refused(ofOne(fault));
            }
          }

          @Override
          public void refused(Problem problem) {
            to.refused(problem);
          }
        });
  }

  /// Damage of what is kept of one person stops nobody else of an import.
  ///
  /// @throws StoreFault where it is no such damage
  public static Problem ofOne(StoreFault fault) {
    if (fault.problem().code() != ProblemCode.STORE_DAMAGED) {
      throw fault;
    }
    return fault.problem();
  }

  /// An id that was asked for is that of one person; asked before anything is kept.
  private static void requireOne(String name, Set<String> subjects) {
    if (subjects.size() > 1) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.IMPORT_PERSON_OF_SEVERAL,
              Place.file(name),
              "subjects",
              String.join(", ", subjects.stream().limit(NAMED).toList()),
              "count",
              Integer.toString(subjects.size())));
    }
  }

  private void keep(Given given, Taker to) {
    if (!given.isBare() && request.joining().as() != null) {
      var both = new TreeSet<>(asked);
      both.add(given.subject());
      requireOne(Whose.place(given).file(), both);
      asked.add(given.subject());
    }
    var joining = given.isBare() ? new Joining(given.id(), false) : request.joining();
    var outcome = keeper.keep(given, joining);
    if (outcome.kind() != Keeper.Outcome.Kind.SAME && !given.record().variantFiles().isEmpty()) {
      var person = Objects.requireNonNull(writer.person(outcome.person()));
      variants.put(person.person(), person.id());
    }
    to.met(given.record().problemCounts());
    to.taken(outcome, given.record().problems());
  }

  private Given packet(PersonRecord record, String name, @Nullable Sha256 document) {
    var subject = record.individual().id();
    var named = record.origin().id();
    var source = request.source();
    var notes = new ArrayList<Problem>();
    if (source == null && named == null) {
      source = name + "#" + subject;
      notes.add(
          Problem.of(ProblemCode.IMPORT_SOURCE_NOT_NAMED, Place.file(name), "source", source));
    }
    var known = source == null ? String.valueOf(named) : source;
    return new Given(
        record, known, subject, named == null ? subject : named, document, false, notes);
  }

  private Given bare(Path path, String name, boolean isTable, Taker to) throws IOException {
    var asked = request.joining().as();
    if (asked == null) {
      throw new BadInputException(
          Problem.of(ProblemCode.IMPORT_PERSON_NOT_NAMED, Place.file(name)));
    }
    var id = called(asked, name);
    var file = new BareFile(path, name, id, request.attributes(), specimens(id), request.options());
    var record = isTable ? file.table() : file.variants();
    if (isTable) {
      requireRows(record, name, to);
    }
    return new Given(record, source(path, name), "", id, null, true, silent(record, name));
  }

  /// A table of which no row is kept is described wrongly rather than empty: taken, it would stand
  /// in the way of the next try.
  private static void requireRows(PersonRecord record, String name, Taker to) {
    var items = record.items();
    if (items.read() > 0 && items.refused() == items.read()) {
      to.because(record.problems().stream().filter(one -> one.reach() == Reach.RECORD).toList());
      throw new BadInputException(
          Problem.of(
              ProblemCode.IMPORT_NO_ROW_KEPT,
              Place.file(name),
              "count",
              Long.toString(items.read())));
    }
  }

  /// What later cannot be assessed is said when it can still be mended.
  private List<Problem> silent(PersonRecord record, String name) {
    boolean hasUnit = record.quantities().isEmpty();
    boolean hasTime = hasUnit;
    for (var columns : record.quantities().values()) {
      for (int row = 0; row < columns.size() && !(hasUnit && hasTime); row++) {
        hasUnit |= !(columns.unit(row) instanceof Unit.NotStated);
        hasTime |= !(columns.when(row) instanceof When.NotStated);
      }
    }
    var notes = new ArrayList<Problem>();
    if (!hasUnit) {
      notes.add(notStated(ProblemCode.IMPORT_UNIT_NOT_STATED, name, "unit"));
    }
    if (!hasTime) {
      notes.add(notStated(ProblemCode.IMPORT_TIME_NOT_STATED, name, "time"));
    }
    return notes;
  }

  /// A column that was given and says nothing is another thing than none.
  private Problem notStated(ProblemCode code, String name, String attribute) {
    var column = request.attributes().get(attribute);
    return column == null
        ? Problem.of(code, Place.file(name))
        : Problem.of(code, Place.file(name), "column", column);
  }

  /// The id in the store of the person who is called so, by it or by the inputs that are in force;
  /// that of a new person where nobody is.
  private String called(String given, String name) {
    var id = PersonIds.normal(given);
    var reader = writer.reader();
    var persons = writer.person(id) == null ? reader.personsNow(id) : List.of(id);
    if (persons.size() > 1) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.IMPORT_PERSON_AMBIGUOUS,
              Place.file(name),
              "subject",
              id,
              "persons",
              String.join(", ", persons.subList(0, Math.min(5, persons.size()))),
              "count",
              Integer.toString(persons.size())));
    }
    return persons.isEmpty() ? id : persons.getFirst();
  }

  private String source(Path path, String name) throws IOException {
    var source = request.source();
    if (source != null) {
      return source;
    }
    var sample = request.attributes().get("sampleName");
    var of = sample == null ? "" : "#" + sample;
    if (!name.equals(STANDARD_INPUT)) {
      return name + of;
    }
    try (var input = Input.open(path, name, request.options().bytes())) {
      return "sha256:" + input.finish().hex().substring(0, HASH_DIGITS) + of;
    }
  }

  /// The specimens of a person, as the latest input that has them says.
  private List<Specimen> specimens(String id) {
    var person = writer.person(id);
    if (person == null) {
      return List.of();
    }
    Map<String, Specimen> specimens = new TreeMap<>();
    var reader = new ContentReader(row -> row);
    for (var intake : writer.reader().intakes(person.person(), StoreReader.NEWEST)) {
      Stored.of(intake.content())
          .list("specimens", reader::specimen)
          .forEach(one -> specimens.put(one.id(), one));
    }
    return List.copyOf(specimens.values());
  }
}
