package org.idiome.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.idiome.store.form.CallFields;
import org.idiome.store.journal.AuditRow;
import org.idiome.store.journal.RunLog;
import org.idiome.store.journal.RunRow;

/// Persons in a store, in whose every text the same words stand.
///
/// What they have lies everywhere: in rows, in deflated lines, in dense parts that they share.
final class MadePeople {
  static final Instant FIRST = Instant.parse("2026-01-01T10:00:00Z");
  static final int DENSE = StoreWriter.DENSE_ROWS + 500;

  private static final int SMALL = 30;
  private static final int LINES = 200;

  private MadePeople() {}

  static Rows.BatchHead head(String command) {
    return new Rows.BatchHead(FIRST, command, "test");
  }

  /// Keeps some persons as one batch.
  static void keep(Path root, String... words) {
    try (var writer = Store.orNew(root).write(head("import"), "test", 0)) {
      for (var word : words) {
        keep(writer, word);
      }
      writer.acknowledge();
    }
  }

  /// Keeps a person of whom everything fits the catalogue.
  static void keepSmall(Path root, String word) {
    try (var writer = Store.orNew(root).write(head("import " + word), "test", 0)) {
      keepSmall(writer, word);
      writer.acknowledge();
    }
  }

  static void keepSmall(StoreWriter writer, String word) {
    keep(writer, word, new int[] {SMALL});
  }

  /// Keeps a person.
  static void keep(StoreWriter writer, String word) {
    keep(writer, word, new int[] {SMALL, DENSE});
  }

  private static void keep(StoreWriter writer, String word, int[] tables) {
    keep(writer, word, word, tables);
  }

  /// Keeps for one person what is another's: a wrong merge.
  static void merge(Path root, String id, String word) {
    try (var writer = Store.orNew(root).write(head("import"), "test", 0)) {
      keep(writer, id, word, new int[] {SMALL, DENSE});
      writer.acknowledge();
    }
  }

  private static void keep(StoreWriter writer, String id, String word, int[] tables) {
    var known = writer.person(id);
    var person = known == null ? writer.newPerson(id) : known;
    writer.inForce("source " + word).forEach(writer::supersede);
    var inputs = new Digester().text(word).integer(writer.batch()).end();
    long intake = writer.intake(person.person(), "source " + word, "subject " + word, inputs);
    var file = Sha256.of(("file of " + word).getBytes(StandardCharsets.UTF_8));
    writer.file(intake, new Rows.FileRow(0, word + ".json", file, 10, 0));
    writer.file(intake, new Rows.FileRow(1, word + ".tsv", file, 10, 1));
    writer.element(intake, new Rows.ElementRow(0, 1L << 50, 3, "/" + word, "text of " + word));
    lines(writer, person.person(), file, word);
    var days = "2026-01-01";
    var statement =
        new Rows.StatementRow(
            "kind " + word, "X:" + word, "presence " + word, "{\"" + word + "\":1}", "0:1");
    var digest = new Digester().text(statement.content()).end();
    writer.link(
        intake,
        writer.statements(
            new Rows.NewSegment(
                person.person(), "phenotype", "statement", file, digest, days, days),
            List.of(statement)),
        0);
    for (int rows : tables) {
      var columns = columns(word, rows);
      var layer = columns.layer().code();
      var segment =
          new Rows.NewSegment(
              person.person(), layer, "quantity", file, columns.digest(), days, days);
      writer.link(intake, writer.quantities(segment, columns), 1);
    }
    if (tables.length > 1) {
      calls(writer, person.person(), intake, word);
    }
    writer.content(intake, "{\"content\":\"" + word + "\"}");
  }

  private static void lines(StoreWriter writer, long person, Sha256 file, String word) {
    if (writer.hasLines(person, file)) {
      return;
    }
    var lines = writer.lines(person, file);
    for (int line = 0; line < LINES; line++) {
      var bytes =
          ("line " + line * 7919 % 1009 + " of " + word + " " + line * 104_729 % 7919)
              .getBytes(StandardCharsets.UTF_8);
      lines.add(bytes, 0, bytes.length);
    }
    lines.end();
  }

  private static void calls(StoreWriter writer, long person, long intake, String word) {
    var file = Sha256.of(("calls of " + word).getBytes(StandardCharsets.UTF_8));
    var calls = writer.calls(person, Layer.GENOME.code(), file);
    for (int i = 0; i < 300; i++) {
      calls.add(
          new CallFields(
              10 + i, "1", 100 * i, 100 * i + 1, true, "A", "G", "0/1", word, word + " " + i));
    }
    calls.end("{\"request\":\"" + word + "\"}");
    writer.file(intake, new Rows.FileRow(2, word + ".vcf", file, 10, 0));
    writer.link(intake, calls.number(), 2);
  }

  static QuantityColumns columns(String word, int rows) {
    var layer = rows == SMALL ? Layer.LABORATORY : Layer.TRANSCRIPTOME;
    var builder = QuantityColumns.of(layer);
    for (int i = 0; i < rows; i++) {
      builder.add(
          new Coded("X:" + word + i, "label " + word),
          new Magnitude.Exact(i * 0.1),
          new Unit.NotUnderstood("unit " + word),
          null,
          When.parse("2026-01-01"),
          "specimen " + word,
          "group " + word,
          "method " + word,
          new SourceRow(0, i % (LINES - 1) + 2));
    }
    return builder.build();
  }

  /// Keeps a run of a person, with a finding.
  static void run(Path root, String word) {
    run(root, word, word, 1);
  }

  /// Keeps a run of a person, in whose every text a word stands.
  static void run(Path root, String person, String word, long batch) {
    try (var journal = Store.at(root).journal()) {
      var id = Sha256.of(word.getBytes(StandardCharsets.UTF_8));
      var head =
          new RunRow.Head(
              batch,
              id,
              "care",
              id,
              "snapshot",
              "{}",
              "{\"setting\":\"" + word + "\"}",
              "{}",
              "[]");
      var finding = new RunRow.FindingRow("key " + word, "found", "{\"finding\":\"" + word + "\"}");
      journal.runs().keep(FIRST, new RunLog.New(id, person, head, 1, id, List.of(finding)));
    }
  }

  /// Adds rows to the audit, as readings do.
  static void audit(Path root, int rows) {
    try (var journal = Store.at(root).journal()) {
      for (int row = 0; row < rows; row++) {
        journal.audit().add(FIRST, said("show"));
      }
    }
  }

  static AuditRow.Said said(String command) {
    var answered = AuditRow.Outcome.ANSWERED;
    return new AuditRow.Said("ada", null, null, "care", command, List.of("genome"), answered, 1L);
  }

  /// Everything that a person has, as it is read.
  static String told(Path root, String word) {
    var told = new StringBuilder();
    try (var reader = Store.at(root).read()) {
      told.append(told(reader, word));
      if (told.isEmpty()) {
        return "";
      }
    }
    try (var journal = Store.at(root).journal()) {
      for (var run : journal.runs().of(word)) {
        told.append(run).append(journal.runs().findings(run.number()));
      }
    }
    return told.toString();
  }

  /// The same, without what was answered.
  static String told(StoreReader reader, String word) {
    var told = new StringBuilder();
    var person = reader.person(word);
    if (person == null) {
      return "";
    }
    reader.surely(() -> {
      PersonSeals.requireWhole(reader, person.person());
      return word;
    });
    for (var intake : reader.intakes(person.person(), StoreReader.NEWEST)) {
      reader.requireSame(intake);
      reader.requireParts(intake.intake());
      told.append(intake).append(reader.files(intake.intake()));
      told.append(reader.elements(intake.intake()));
      for (var segment : reader.segments(intake.intake())) {
        told.append(segment).append(content(reader, segment));
      }
    }
    return told.toString();
  }

  private static String content(StoreReader reader, Rows.SegmentRow segment) {
    return switch (segment.shape()) {
      case "statement" -> reader.statements(segment.segment()).toString();
      case "quantity" -> {
        var layers = new TreeMap<String, Layer>();
        for (var layer : Layer.values()) {
          layers.put(layer.code(), layer);
        }
        var layer = Objects.requireNonNull(layers.get(segment.layer()));
        var builder = QuantityColumns.of(layer);
        reader.quantities(segment.segment(), layer, locator -> new SourceRow(0, locator), builder);
        yield builder.build().digest().hex();
      }
      default -> {
        var digester = new Digester();
        reader.calls(segment.segment(), call -> CallSegment.digest(digester, call));
        yield digester.end().hex();
      }
    };
  }
}
