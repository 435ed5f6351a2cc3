package org.idiome.record.kept;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.observation.Specimen;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Input;
import org.idiome.record.folder.BareFile;
import org.idiome.record.folder.ManyPersons;
import org.idiome.record.folder.PersonFolder;
import org.idiome.record.folder.PersonRecord;
import org.idiome.store.Rows;
import org.idiome.store.StoreReader;
import org.idiome.store.StoreWriter;
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

  private final StoreWriter writer;
  private final ImportRequest request;
  private final Keeper keeper;

  /// Persons of whom variant files came, by number.
  private final SortedMap<Long, String> variants = new TreeMap<>();

  /// Is told what became of each person.
  public interface Taker {
    /// A person was taken, or was there already.
    ///
    /// @param problems what the reading met, the first of each kind
    void taken(Keeper.Outcome outcome, List<Problem> problems);

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
    switch (InputKind.of(path, name, options, isDescribed)) {
      case PERSON -> keep(packet(PersonFolder.read(path, options), name, null), to);
      case LINES -> lines(path, name, to);
      case VARIANTS -> keep(bare(path, name, false), to);
      case TABLE -> {
        if (!isDescribed) {
          throw new BadInputException(
              Problem.of(ProblemCode.IMPORT_TABLE_NOT_DESCRIBED, Place.file(name)));
        }
        keep(bare(path, name, true), to);
      }
    }
  }

  /// Looks at all that was taken: what the variant files of one person contradict each other in.
  ///
  /// After the last input, before the batch is acknowledged.
  public void end(Noticing to) {
    for (var person : variants.entrySet()) {
      var row = new Rows.PersonRow(person.getKey(), person.getValue());
      Comparing.compare(writer, row).forEach(problem -> to.noticed(row.id(), problem));
    }
  }

  private void lines(Path path, String name, Taker to) throws IOException {
    ManyPersons.read(
        path,
        name,
        request.options(),
        new ManyPersons.Taker() {
          private @Nullable String subject;

          @Override
          public void person(PersonRecord record, Sha256 line) {
            try {
              requireOne(record);
              keep(packet(record, name, line), to);
            } catch (BadInputException e) {
              to.refused(e.problem());
            }
          }

          // An id that was asked for is that of one person.
          private void requireOne(PersonRecord record) {
            var id = record.individual().id();
            var as = request.joining().as();
            if (as != null && subject != null && !subject.equals(id)) {
              throw new BadInputException(
                  Problem.of(
                      ProblemCode.IMPORT_PERSON_CONTRADICTORY,
                      Place.file(name),
                      "known",
                      subject,
                      "subject",
                      id));
            }
            subject = id;
          }

          @Override
          public void refused(Problem problem) {
            to.refused(problem);
          }
        });
  }

  private void keep(Given given, Taker to) {
    var joining = given.isBare() ? new Joining(given.id(), false) : request.joining();
    var outcome = keeper.keep(given, joining);
    if (outcome.kind() != Keeper.Outcome.Kind.SAME && !given.record().variantFiles().isEmpty()) {
      var person = Objects.requireNonNull(writer.person(outcome.person()));
      variants.put(person.person(), person.id());
    }
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

  private Given bare(Path path, String name, boolean isTable) throws IOException {
    var asked = request.joining().as();
    if (asked == null) {
      throw new BadInputException(
          Problem.of(ProblemCode.IMPORT_PERSON_NOT_NAMED, Place.file(name)));
    }
    var id = called(asked, name);
    var file = new BareFile(path, name, id, request.attributes(), specimens(id), request.options());
    var record = isTable ? file.table() : file.variants();
    return new Given(record, source(path, name), "", id, null, true, List.of());
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
