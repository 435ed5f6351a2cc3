package org.idiome.record.kept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Individual;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.QuantityColumnsBuilder;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.SourceRow;
import org.idiome.core.source.Sources;
import org.idiome.core.time.When;
import org.idiome.record.folder.NotTaken;
import org.idiome.record.folder.PersonRecord;
import org.idiome.record.folder.Restated;
import org.idiome.record.phenopacket.PedigreePerson;
import org.idiome.store.Rows;
import org.idiome.store.Settlements;
import org.idiome.store.StoreReader;
import org.jspecify.annotations.Nullable;

/// One reading of a person from a store: intake by intake into one set of sources.
final class PersonReading {
  private final StoreReader store;
  private final Rows.PersonRow person;
  private final List<Rows.IntakeRow> intakes;
  private final Sources sources = new Sources();
  private final KeptTexts texts;
  private final List<Individual> individuals = new ArrayList<>();
  private final List<Individual> unnamed = new ArrayList<>();
  private final List<Contradictions.Input> inputs = new ArrayList<>();
  private final List<ValueContradictions.Input> named = new ArrayList<>();
  private When written = When.notStated();
  private final List<Coded> references = new ArrayList<>();
  private final Map<String, Specimen> specimens = new TreeMap<>();
  private final List<Statement> statements = new ArrayList<>();
  private final Map<Layer, QuantityColumnsBuilder> quantities = new TreeMap<>();
  private final List<KeptVariants> variants = new ArrayList<>();
  private final Problems problems = new Problems();
  private final List<Long> batches = new ArrayList<>();
  private final List<CameAlone.File> alone = new ArrayList<>();

  /// In which batch a file was refused, by the problem that says so; the last one.
  private final Map<Problem, Long> refused = new HashMap<>();

  /// What was said of something in a file that was refused, with the problem that says so: the very
  /// problem of that input, for another may say the same of the file that came.
  private final IdentityHashMap<Problem, Problem> inRefused = new IdentityHashMap<>();

  private final @Nullable Layer only;

  /// The layers whose quantities are read; null for all of them.
  private @Nullable Set<Layer> measured;

  private long problemCount;
  private List<PedigreePerson> pedigree = List.of();

  /// @param only the layer whose observations are read; null for all of them
  PersonReading(
      StoreReader store,
      Rows.PersonRow person,
      List<Rows.IntakeRow> intakes,
      @Nullable Layer only) {
    this.only = only;
    this.store = store;
    this.person = person;
    this.intakes = intakes;
    this.texts = new KeptTexts(store, person.person(), sources);
  }

  /// What inputs say of a person that cannot both be so, and values of the newest one that others
  /// contradict; nothing else is read.
  ///
  /// @param said layers in which the newest input has quantities
  static List<Problem> contradictions(StoreReader store, Rows.PersonRow person, Set<Layer> said) {
    if (store.intakes(person.person(), StoreReader.NEWEST).size() < 2) {
      return List.of();
    }
    var judged = new TreeSet<>(said);
    judged.retainAll(ValueContradictions.LAYERS);
    var reading = measuredIn(store, person, judged);
    var found =
        new ArrayList<>(new Contradictions(reading.sources).of(reading.inputs, reading.statements));
    found.addAll(reading.valueContradictions());
    return found;
  }

  private List<Problem> valueContradictions() {
    var columns = columns();
    return columns.isEmpty()
        ? List.of()
        : new ValueContradictions(person.id(), sources, named).of(columns);
  }

  /// Everything that is in force of a person but quantities.
  static PersonReading withoutQuantities(StoreReader store, Rows.PersonRow person) {
    return measuredIn(store, person, Set.of());
  }

  private static PersonReading measuredIn(
      StoreReader store, Rows.PersonRow person, Set<Layer> measured) {
    var intakes = store.intakes(person.person(), StoreReader.NEWEST);
    var reading = new PersonReading(store, person, intakes, null);
    reading.measured = measured;
    for (var intake : intakes) {
      reading.new OneIntake(intake).read();
    }
    return reading;
  }

  /// The variant files that were read.
  List<KeptVariants> variants() {
    return variants;
  }

  /// The files of what was read.
  Sources sources() {
    return sources;
  }

  KeptPerson read(List<Settlements.Row> settlements) {
    for (var intake : intakes) {
      new OneIntake(intake).read();
    }
    var columns = columns();
    for (var contradiction : new Contradictions(sources).of(inputs, statements)) {
      problems.add(contradiction);
      problemCount++;
    }
    for (var disagreement : Comparing.problems(store, person.person(), variants, sources)) {
      problems.add(disagreement);
      problemCount++;
    }
    var met = problems.kept();
    var told = CameAlone.told(met, alone, refused, inRefused);
    return new KeptPerson(
        person.id(),
        intakes.stream().map(Rows.IntakeRow::intake).toList(),
        KeptPerson.merged(individuals.isEmpty() ? unnamed : individuals),
        references,
        written,
        List.copyOf(specimens.values()),
        Restated.statements(statements.stream().sorted(PersonRecord.ORDER).toList()),
        columns,
        variants,
        sources,
        batches,
        told,
        problemCount - (met.size() - told.size()),
        texts,
        settlements,
        pedigree);
  }

  /// Quantities by layer, what several files say alike once.
  private SortedMap<Layer, QuantityColumns> columns() {
    var columns = new TreeMap<Layer, QuantityColumns>();
    quantities.forEach(
        (layer, builder) -> columns.put(layer, Restated.quantities(builder.build())));
    return columns;
  }

  /// One intake, whose files get their places behind those of the intakes before.
  private final class OneIntake {
    private final long intake;
    private final long batch;
    private final String source;
    private final Stored content;
    private final int firstFile = sources.size();
    private final Map<SourceRow, SourceRow> elements = new HashMap<>();
    private final ContentReader reader = new ContentReader(this::place);

    OneIntake(Rows.IntakeRow row) {
      this.intake = row.intake();
      this.batch = row.batch();
      this.source = row.source();
      store.requireSame(row);
      this.content = Stored.of(row.content());
    }

    private SourceRow place(SourceRow stored) {
      var element = elements.get(stored);
      return element == null ? new SourceRow(firstFile + stored.file(), stored.locator()) : element;
    }

    void read() {
      files();
      for (var element : store.elements(intake)) {
        var row = sources.pointer(firstFile + element.ordinal(), element.pointer(), element.line());
        elements.put(new SourceRow(element.ordinal(), element.locator()), row);
        texts.element(row, element.text());
      }
      // A file that came alone says nothing of who the person is.
      var individual = ContentReader.individual(content);
      (content.is("bare") ? unnamed : individuals).add(individual);
      var origin = ContentReader.origin(content.in("origin"));
      named.add(new ValueContradictions.Input(firstFile, source, content.is("bare")));
      inputs.add(new Contradictions.Input(firstFile, individual, origin.created()));
      written = origin.created() instanceof When.NotStated ? written : origin.created();
      for (var reference : origin.references()) {
        if (!references.contains(reference)) {
          references.add(reference);
        }
      }
      for (var specimen : content.list("specimens", reader::specimen)) {
        specimens.put(specimen.id(), specimen);
      }
      var family = content.list("pedigree", reader::relative);
      pedigree = family.isEmpty() ? pedigree : family;
      var segments = store.segments(intake);
      segments.forEach(this::segment);
      readProblems(variantFiles(segments));
    }

    private void files() {
      for (var file : store.files(intake)) {
        int ordinal = sources.open(file.name());
        batches.add(batch);
        var hash = file.hash();
        if (hash != null) {
          sources.close(ordinal, hash, file.sizeBytes());
          texts.file(ordinal, hash, file.headerLine());
          if (content.is("bare")) {
            var layers =
                store.segments(intake).stream()
                    .filter(one -> one.observations() > 0)
                    .map(Rows.SegmentRow::layer)
                    .collect(Collectors.toSet());
            alone.add(new CameAlone.File(file.name(), hash.hex(), batch, layers, samples()));
          }
        }
      }
    }

    /// Of the variants of this input.
    private Set<String> samples() {
      return store.segments(intake).stream()
          .map(Rows.SegmentRow::facts)
          .filter(Objects::nonNull)
          .map(facts -> VariantFacts.of(facts).sample())
          .filter(Objects::nonNull)
          .collect(Collectors.toSet());
    }

    private void segment(Rows.SegmentRow segment) {
      var layer = ContentReader.layer(segment.layer());
      if (only != null && layer != only) {
        return;
      }
      switch (segment.shape()) {
        case Intake.STATEMENT -> readStatements(layer, segment.segment());
        case Intake.QUANTITY -> {
          if (measured != null && !measured.contains(layer)) {
            return;
          }
          var into = quantities.computeIfAbsent(layer, QuantityColumns::of);
          store.quantities(
              segment.segment(),
              layer,
              locator -> place(new SourceRow(segment.ordinal(), locator)),
              into);
        }
        default -> {
          // Calls are read for the places that a run asks for.
        }
      }
    }

    private void readStatements(Layer layer, long segment) {
      var rows = store.statements(segment);
      var all = new StringBuilder("[");
      for (var row : rows) {
        all.append(all.length() == 1 ? "" : ",").append(row.content());
      }
      var contents = Stored.of(all.append(']').toString()).items(one -> one);
      for (int i = 0; i < rows.size(); i++) {
        statements.add(
            ContentReader.statement(layer, contents.get(i), places(rows.get(i).locators())));
      }
    }

    private List<SourceRow> places(String locators) {
      var rows = new ArrayList<SourceRow>();
      for (var locator : locators.split(" ", -1)) {
        int colon = locator.indexOf(':');
        rows.add(
            place(
                new SourceRow(
                    Integer.parseInt(locator.substring(0, colon)),
                    Long.parseLong(locator.substring(colon + 1)))));
      }
      return rows;
    }

    /// Adds the variant files that were kept, and answers with the problems of all.
    private Problems variantFiles(List<Rows.SegmentRow> segments) {
      var met = new Problems();
      var files = content.list("variant_files", one -> one);
      int firstOrdinal = sources.size() - firstFile - files.size();
      for (int i = 0; i < files.size(); i++) {
        var failed = files.get(i).at("failed");
        if (failed != null) {
          met.add(ContentReader.problem(failed));
          continue;
        }
        var named = reader.variantFile(files.get(i));
        var segment = calls(segments, firstOrdinal + i);
        var facts = VariantFacts.of(segment.facts() == null ? "{}" : segment.facts());
        facts.addProblems(met);
        int file = firstFile + firstOrdinal + i;
        variants.add(
            new KeptVariants(named, file, when(named), segment.segment(), segment.batch(), facts));
      }
      return met;
    }

    private When when(KeptVariants.Named named) {
      var specimen = named.specimen() == null ? null : specimens.get(named.specimen());
      return specimen == null ? When.notStated() : specimen.collected();
    }

    private static Rows.SegmentRow calls(List<Rows.SegmentRow> segments, int ordinal) {
      for (var segment : segments) {
        if (segment.ordinal() == ordinal && segment.shape().equals("call")) {
          return segment;
        }
      }
      throw new IllegalStateException("the store holds no calls of file " + ordinal);
    }

    private void readProblems(Problems ofVariants) {
      var met = content.list("problems", ContentReader::problem);
      for (var problem : Stream.concat(met.stream(), ofVariants.kept().stream()).toList()) {
        if (problem.values().containsKey(NotTaken.BYTES)) {
          refused.merge(problem, batch, Math::max);
        }
      }
      var taken =
          store.files(intake).stream()
              .filter(file -> file.headerLine() > 0)
              .map(Rows.FileRow::name)
              .collect(Collectors.toSet());
      CameAlone.note(met, taken, inRefused);
      met.forEach(problems::add);
      problems.addAll(ofVariants);
      problemCount += ofVariants.count();
      for (long count : content.in("problem_counts").counts().values()) {
        problemCount += count;
      }
    }
  }
}
