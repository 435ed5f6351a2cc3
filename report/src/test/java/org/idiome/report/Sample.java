package org.idiome.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Coded;
import org.idiome.core.concept.SnapshotId;
import org.idiome.core.concept.SourceRelease;
import org.idiome.core.finding.Finding;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.observation.Individual;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.QuantityColumnsBuilder;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.Problem;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceRow;
import org.idiome.core.source.Sources;
import org.idiome.core.time.When;
import org.idiome.knowledge.Knowledge;
import org.idiome.knowledge.laboratory.LaboratoryKnowledge;
import org.idiome.knowledge.pharmacogene.Pharmacogenes;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.profile.Findings;
import org.idiome.profile.Genome;
import org.idiome.profile.Interpretation;
import org.idiome.profile.Interpretation.Interpreted;
import org.idiome.profile.Interpreter;
import org.idiome.profile.Person;
import org.idiome.profile.Profile;
import org.idiome.profile.Reads;
import org.jspecify.annotations.Nullable;

/// An invented person, put together row by row; every row has a text that can be cited.
public final class Sample {
  public static final String PACKET = "phenopacket.json";
  public static final String TABLE = "laboratory.tsv";
  private static final String HEADER = "date\tanalyte\tvalue\tunit";

  private final String id;
  private final When born;
  private final List<Coded> references = new ArrayList<>();
  private final List<Specimen> specimens = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final SortedMap<Layer, QuantityColumnsBuilder> quantities = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Sources sources = new Sources();
  private final List<List<String>> lines =
      new ArrayList<>(List.of(new ArrayList<>(), new ArrayList<>()));
  private final List<Genome> genomes = new ArrayList<>();
  private final int packet;
  private final int table;

  /// A person of this id, born as said.
  public Sample(String id, String born) {
    this(id, born, TABLE);
  }

  /// A person whose table has this name.
  public Sample(String id, String born, String tableName) {
    this.id = id;
    this.born = born.isEmpty() ? When.notStated() : When.parse(born);
    this.packet = sources.open(PACKET);
    this.table = sources.open(tableName);
    lines.get(table).add(HEADER);
  }

  /// A time as [When#parse] reads it; `day 12` is a study day, an empty text not stated.
  public static When when(String text) {
    if (text.isEmpty()) {
      return When.notStated();
    }
    return text.startsWith("day ")
        ? new When.StudyDay(Integer.parseInt(text.substring(4)))
        : When.parse(text);
  }

  public Sample reference(String reference) {
    references.add(Coded.of(reference));
    return this;
  }

  public Sample problem(Problem problem) {
    problems.add(problem);
    return this;
  }

  /// A variant file without records.
  public Sample genome(String file, Layer layer, GenomeBuild build) {
    int ordinal = sources.open(file);
    lines.add(new ArrayList<>(List.of(file)));
    genomes.add(new Genome(ordinal, null, layer, null, build, List.of(), List.of(), 0, 0));
    return this;
  }

  public Sample specimen(
      String specimen, Specimen.State state, @Nullable String tissue, String at) {
    var coded = tissue == null ? null : new Coded("UBERON:1", tissue);
    var row = List.of(packetRow(specimen));
    specimens.add(new Specimen(specimen, coded, state, when(at), null, List.of(), row));
    return this;
  }

  public Sample statement(
      Layer layer, String kind, Coded concept, Presence presence, String at, Qualifier... more) {
    return statement(layer, kind, concept, presence, at, null, more);
  }

  public Sample statement(
      Layer layer,
      String kind,
      Coded concept,
      Presence presence,
      String at,
      @Nullable String author,
      Qualifier... more) {
    var row = List.of(packetRow("\"" + concept.id() + "\": \"" + concept.label() + "\""));
    statements.add(
        new Statement(layer, kind, concept, presence, when(at), List.of(more), null, author, row));
    return this;
  }

  private SourceRow packetRow(String text) {
    var all = lines.get(packet);
    all.add(text);
    return sources.pointer(packet, "/item/" + all.size(), all.size());
  }

  public Sample value(Layer layer, Coded feature, double value, String unit, String at) {
    return value(layer, feature, new Magnitude.Exact(value), unit, null, at);
  }

  public Sample value(
      Layer layer,
      Coded feature,
      Magnitude magnitude,
      String unit,
      @Nullable ReferenceInterval reference,
      String at) {
    var text =
        switch (magnitude) {
          case Magnitude.Exact exact -> Double.toString(exact.value());
          case Magnitude.Below below -> "<" + below.limit();
          case Magnitude.Above above -> ">" + above.limit();
          case Magnitude.Missing missing -> missing.why().code();
        };
    var all = lines.get(table);
    all.add(String.join("\t", at, feature.label(), text, unit));
    quantities
        .computeIfAbsent(layer, QuantityColumns::of)
        .add(
            feature,
            magnitude,
            Unit.ucum(unit),
            reference,
            when(at),
            null,
            null,
            null,
            sources.line(table, all.size()));
    return this;
  }

  /// The text of the table, as its file would hold it.
  public String tableText() {
    return String.join("\n", lines.get(table)) + "\n";
  }

  private Person person() {
    for (int file = 0; file < sources.size(); file++) {
      var bytes = String.join("\n", lines.get(file)).getBytes(StandardCharsets.UTF_8);
      sources.close(file, Sha256.of(bytes), bytes.length);
    }
    var columns = new TreeMap<Layer, QuantityColumns>();
    quantities.forEach((layer, builder) -> columns.put(layer, builder.build()));
    return new Person(
        new Individual(id, List.of(), born),
        references,
        When.notStated(),
        specimens,
        statements,
        List.of(),
        columns,
        genomes,
        sources,
        problems,
        problems.size(),
        this::cite);
  }

  private CitedRow cite(SourceRow row) {
    var locator = sources.locator(row);
    int line =
        switch (locator) {
          case Locator.Line at -> Math.toIntExact(at.number());
          case Locator.Pointer at -> Math.toIntExact(at.line());
        };
    var header = row.file() == table ? HEADER : null;
    var text = lines.get(row.file()).get(line - 1);
    return new CitedRow(sources.file(row.file()), locator, header, text, null);
  }

  /// Interprets the person by interpreters that find this.
  public Interpreted interpreted(Function<Profile, List<Finding>> finds) {
    return interpreted(finds, 1);
  }

  public Interpreted interpreted(Function<Profile, List<Finding>> finds, int threads) {
    var interpreters =
        List.<Interpreter>of(
            finder("laboratory", finds), finder("genes", finds), finder("pharmacogenes", finds));
    return new Interpretation(interpreters, KNOWLEDGE, "0.1.0", threads)
        .interpret(_ -> person(), new TreeMap<>());
  }

  /// An interpreter that finds those findings that bear its name.
  private static Interpreter finder(String name, Function<Profile, List<Finding>> finds) {
    return new Interpreter() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String version() {
        return "1";
      }

      @Override
      public SortedMap<String, Sha256> ruleTables() {
        return new TreeMap<>();
      }

      @Override
      public Reads reads(Knowledge knowledge) {
        var all = List.of(Layer.values());
        return Reads.NOTHING.statements(all).quantities(all);
      }

      @Override
      public List<Finding> interpret(Profile profile, Knowledge knowledge, Findings earlier) {
        return finds.apply(profile).stream()
            .filter(finding -> finding.key().interpreter().equals(name))
            .toList();
      }
    };
  }

  private static final Knowledge KNOWLEDGE =
      new Knowledge() {
        @Override
        public SnapshotId snapshot() {
          return new SnapshotId(Sha256.of(new byte[] {1}));
        }

        @Override
        public List<SourceRelease> releases() {
          return List.of(
              new SourceRelease(
                  "cpic",
                  "2025-11",
                  LocalDate.of(2025, 11, 5),
                  "CC0-1.0",
                  Sha256.of(new byte[] {2}),
                  "1",
                  12480,
                  12470,
                  10));
        }

        @Override
        public Pharmacogenes pharmacogenes() {
          return StarterKnowledge.shipped().pharmacogenes();
        }

        @Override
        public LaboratoryKnowledge laboratory() {
          return StarterKnowledge.shipped().laboratory();
        }
      };
}
