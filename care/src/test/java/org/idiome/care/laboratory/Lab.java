package org.idiome.care.laboratory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.care.CodeTable;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Coded;
import org.idiome.core.concept.SnapshotId;
import org.idiome.core.concept.SourceRelease;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.observation.Individual;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Absence;
import org.idiome.core.presence.Presence;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.run.Run;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.Sources;
import org.idiome.core.time.When;
import org.idiome.knowledge.Knowledge;
import org.idiome.knowledge.laboratory.LaboratoryKnowledge;
import org.idiome.knowledge.pharmacogene.Pharmacogenes;
import org.idiome.knowledge.table.Table;
import org.idiome.knowledge.table.Tables;
import org.idiome.profile.Interpretation;
import org.idiome.profile.Interpreter;
import org.idiome.profile.Person;
import org.jspecify.annotations.Nullable;

/// A person made of lines: `time|feature|value|unit|low..high|specimen|method`, all but the first
/// three may be left out.
///
/// A value is a number, `<` or `>` and a number, or the code of an absence.
final class Lab {
  private final List<String> lines = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Specimen> specimens = new ArrayList<>();
  private final Sources sources = new Sources();
  private final int file = sources.open("lab.tsv");
  private final int second = sources.open("lab2.tsv");
  private int ofSecond = Integer.MAX_VALUE;
  private When born = When.notStated();

  private Lab(List<String> lines) {
    this.lines.addAll(lines);
    sources.close(file, Sha256.of(new byte[0]), 0);
    sources.close(second, Sha256.of(new byte[] {1}), 1);
  }

  Lab born(String when) {
    born = When.parse(when);
    return this;
  }

  static Lab of(String... lines) {
    return new Lab(Arrays.asList(lines));
  }

  /// Lines of another file.
  Lab besides(String... more) {
    ofSecond = lines.size();
    lines.addAll(Arrays.asList(more));
    return this;
  }

  Lab statement(Layer layer, String kind, String concept, String when) {
    lines.add(when + "|" + concept);
    statements.add(
        new Statement(
            layer,
            kind,
            Coded.of(concept),
            Presence.Looked.PRESENT,
            when.isEmpty() ? When.notStated() : When.parse(when),
            List.of(),
            null,
            null,
            List.of(sources.line(file, lines.size()))));
    return this;
  }

  Lab specimen(String id, @Nullable String tissue) {
    specimens.add(
        new Specimen(
            id,
            tissue == null ? null : Coded.of(tissue),
            Specimen.State.NOT_STATED,
            When.notStated(),
            null,
            List.of(),
            List.of()));
    return this;
  }

  Run run() {
    return run(knowledge());
  }

  Run run(Knowledge knowledge) {
    List<Interpreter> interpreters = List.of(new LaboratoryInterpreter());
    var run =
        new Interpretation(interpreters, knowledge, "test", 1)
            .interpret(_ -> person(), new TreeMap<>())
            .run();
    CodeTable.hold(LaboratoryInterpreter.class, run.findings());
    return run;
  }

  /// The finding of a kind about a feature, in the first scope that has one.
  Finding finding(String kind, String feature) {
    return find(run(), kind, feature);
  }

  static Finding find(Run run, String kind, String feature) {
    return run.findings().stream()
        .filter(one -> one.key().kind().equals(kind) && one.subject().id().equals(feature))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " of " + feature));
  }

  /// `found`, `excluded`, or the reason why it was not assessed.
  String answer(String kind, String feature) {
    var state = finding(kind, feature).state();
    return state instanceof State.NotAssessed not ? not.reason().code() : state.code();
  }

  private SortedMap<Layer, QuantityColumns> columns() {
    var builder = QuantityColumns.of(Layer.LABORATORY);
    var physiology = QuantityColumns.of(Layer.PHYSIOLOGY);
    for (int i = 0; i < lines.size(); i++) {
      var cells = Arrays.copyOf(lines.get(i).split("\\|", -1), 7);
      if (cells[2] == null) {
        continue;
      }
      var unit = unit(cells[3]);
      boolean isPhysiology = cells[1].startsWith("physiology ");
      (isPhysiology ? physiology : builder)
          .add(
              Coded.of(cells[1].replace("physiology ", "")),
              magnitude(cells[2]),
              unit,
              reference(cells[4], unit),
              when(cells[0]),
              text(cells[5]),
              null,
              text(cells[6]),
              sources.line(i < ofSecond ? file : second, i + 1L));
    }
    var columns = new TreeMap<Layer, QuantityColumns>();
    columns.put(Layer.LABORATORY, builder.build());
    columns.put(Layer.PHYSIOLOGY, physiology.build());
    return columns;
  }

  private Person person() {
    return new Person(
        new Individual("p", List.of(), born),
        List.of(),
        When.notStated(),
        specimens,
        statements,
        List.of(),
        columns(),
        List.of(),
        sources,
        List.of(),
        0,
        row ->
            new CitedRow(
                sources.file(row.file()),
                sources.locator(row),
                "time|feature|value|unit|interval|specimen|method",
                lines.get((int) row.locator() - 1),
                null));
  }

  private static When when(String text) {
    if (text.isEmpty()) {
      return When.notStated();
    }
    return text.startsWith("day ")
        ? new When.StudyDay(Integer.parseInt(text.substring(4)))
        : When.parse(text);
  }

  private static @Nullable String text(@Nullable String cell) {
    return cell == null || cell.isEmpty() ? null : cell;
  }

  private static Unit unit(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return Unit.notStated();
    }
    return cell.startsWith("?") ? new Unit.NotUnderstood(cell.substring(1)) : Unit.ucum(cell);
  }

  private static Magnitude magnitude(String cell) {
    for (var absence : Absence.values()) {
      if (absence.code().equals(cell)) {
        return new Magnitude.Missing(absence);
      }
    }
    return switch (cell.charAt(0)) {
      case '<' -> new Magnitude.Below(Double.parseDouble(cell.substring(1)), false);
      case '>' -> new Magnitude.Above(Double.parseDouble(cell.substring(1)), false);
      default -> new Magnitude.Exact(Double.parseDouble(cell));
    };
  }

  private static @Nullable ReferenceInterval reference(@Nullable String cell, Unit unit) {
    if (cell == null || cell.isEmpty()) {
      return null;
    }
    var words = cell.split(" ", -1);
    int dots = words[0].indexOf("..");
    var low = words[0].substring(0, dots);
    var high = words[0].substring(dots + 2);
    return new ReferenceInterval(
        low.isEmpty() ? null : Double.valueOf(low),
        high.isEmpty() ? null : Double.valueOf(high),
        words.length > 1 ? Unit.ucum(words[1]) : unit);
  }

  /// A snapshot of the rows beside the test.
  static Knowledge knowledge() {
    var tables = new TreeMap<String, List<Table>>();
    for (var name : List.of("analytes", "analyte_codes", "biological_variation")) {
      tables.put(name, List.of(table(name)));
    }
    return knowledge(kind -> tables.getOrDefault(kind, List.of()));
  }

  static Knowledge knowledge(Tables tables) {
    var laboratory = LaboratoryKnowledge.read(tables);
    return new Knowledge() {
      @Override
      public SnapshotId snapshot() {
        return new SnapshotId(Sha256.of(new byte[] {1}));
      }

      @Override
      public List<SourceRelease> releases() {
        return List.of();
      }

      @Override
      public Pharmacogenes pharmacogenes() {
        return Pharmacogenes.read(_ -> List.of());
      }

      @Override
      public LaboratoryKnowledge laboratory() {
        return laboratory;
      }
    };
  }

  private static Table table(String name) {
    try (var in = Lab.class.getResourceAsStream(name + ".tsv")) {
      if (in == null) {
        throw new AssertionError(name);
      }
      return Table.read(name + ".tsv", in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The details of an answer that was given, by name, as JSON.
  static Map<String, String> details(Finding finding) {
    var details =
        switch (finding.state()) {
          case State.Found found -> found.possibilities().getFirst();
          case State.Excluded excluded -> excluded.limit();
          case State.NotAssessed not -> not.details();
        };
    var texts = new TreeMap<String, String>();
    details
        .entries()
        .forEach(entry ->
            texts.put(
                entry.getKey(),
                entry.getValue().toJson().pretty().replaceAll("[\\s{}\"]+", " ").strip()));
    return texts;
  }
}
