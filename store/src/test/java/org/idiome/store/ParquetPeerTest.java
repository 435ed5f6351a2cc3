package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.presence.Absence;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.idiome.store.dense.DenseShape;
import org.idiome.store.form.CallFields;
import org.idiome.store.form.QuantityFields;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Any data tool can read the dense layers: another reader gives, cell by cell, what ours gives.
@Tag("slow")
class ParquetPeerTest {
  private static final int ROWS = StoreWriter.DENSE_ROWS + 100;

  /// More than one group of rows.
  private static final int MANY_ROWS = 60_000;

  private static final Map<String, String> TYPES =
      Map.of(
          "BIGINT", "INT64",
          "INTEGER", "INT32",
          "DOUBLE", "DOUBLE",
          "BOOLEAN", "BOOLEAN",
          "VARCHAR", "BINARY");

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void keep() {
    root = folder.resolve("store");
    try (var writer = Store.orNew(root).write(MadePeople.head("import"), "test", 0)) {
      for (var id : List.of("ada", "bob")) {
        keep(writer, id);
      }
      writer.acknowledge();
    }
  }

  private static void keep(StoreWriter writer, String id) {
    var person = writer.newPerson(id).person();
    long intake = writer.intake(person, id, id, new Digester().text(id).end());
    int ordinal = 0;
    for (var layer : Layer.values()) {
      int rows = layer == Layer.TRANSCRIPTOME ? MANY_ROWS : ROWS;
      var columns = columns(layer, id, rows);
      var file = Sha256.of((id + layer).getBytes(StandardCharsets.UTF_8));
      writer.file(intake, new Rows.FileRow(ordinal, layer + ".tsv", file, 1, 1));
      var segment =
          new Rows.NewSegment(person, layer.code(), "quantity", file, columns.digest(), null, null);
      writer.link(intake, writer.quantities(segment, columns), ordinal++);
    }
    for (var layer : List.of(Layer.GENOME, Layer.TUMOUR)) {
      var file = Sha256.of((id + layer + " calls").getBytes(StandardCharsets.UTF_8));
      writer.file(intake, new Rows.FileRow(ordinal, layer + ".vcf", file, 1, 0));
      var calls = writer.calls(person, layer.code(), file);
      for (int i = 0; i < ROWS; i++) {
        calls.add(call(id, i));
      }
      calls.end("{}");
      writer.link(intake, calls.number(), ordinal++);
    }
    writer.content(intake, "{}");
  }

  private static CallFields call(String id, int i) {
    boolean isReadable = i % 7 != 0;
    return new CallFields(
        3_000_000_000L + i,
        i % 2 == 0 ? "1" : "chrUn_KI270742v1",
        i * 1000,
        i * 1000 + i % 5,
        isReadable,
        isReadable ? "A".repeat(1 + i % 300) : null,
        i % 3 == 0 ? null : "G,<DEL>",
        i % 5 == 0 ? null : "0|1",
        i % 11 == 0 ? null : "PASS",
        id + " é \u4e2d \ud83e\uddec \t" + i);
  }

  /// Every kind of magnitude, unit and absence; texts beyond ASCII; numbers at the ends.
  private static QuantityColumns columns(Layer layer, String id, int rows) {
    var magnitudes = new ArrayList<Magnitude>();
    for (double value :
        new double[] {0, 1.5, -2e-300, Double.MIN_VALUE, Double.MAX_VALUE, 0.1, 1 / 3.0}) {
      magnitudes.add(new Magnitude.Exact(value));
    }
    magnitudes.add(new Magnitude.Below(0.05, false));
    magnitudes.add(new Magnitude.Below(0.06, true));
    magnitudes.add(new Magnitude.Above(60, false));
    magnitudes.add(new Magnitude.Above(61, true));
    for (var absence : Absence.values()) {
      magnitudes.add(new Magnitude.Missing(absence));
    }
    var units = List.of(Unit.one(), new Unit.NotUnderstood("Gr\u00f6\u00dfe"), Unit.notStated());
    var whens = List.of("2026-01-01", "2026-01", "2026-01-01T02:03:04.5+02:00", "P3Y2M");
    var builder = QuantityColumns.of(layer);
    for (int i = 0; i < rows; i++) {
      var unit = units.get(i % units.size());
      var high = i % 4 == 1 ? null : Double.valueOf(i + 1.0);
      builder.add(
          new Coded("X:" + i / 3, i % 2 == 0 ? null : "label \u03b2 " + i / 3),
          magnitudes.get(i % magnitudes.size()),
          unit,
          i % 4 == 0 ? null : new ReferenceInterval(i % 4 == 2 ? null : -1.0, high, unit),
          i % 9 == 0 ? When.notStated() : When.parse(whens.get(i % whens.size())),
          i % 3 == 0 ? null : "specimen of " + id,
          i % 5 == 0 ? "group " + i : null,
          i % 6 == 0 ? "method \"" + i % 2 + "\"" : null,
          new SourceRow(0, (1L << 40) + i));
    }
    return builder.build();
  }

  @Test
  void anotherReaderGivesTheSameCells() throws IOException {
    var expected = new HashMap<Long, List<List<Object>>>();
    own(expected);
    var seen = new HashSet<String>();
    var names = new HashSet<String>();
    for (var file : files()) {
      var layer = String.valueOf(Objects.requireNonNull(file.getParent()).getFileName());
      var rows = new ArrayList<List<Object>>();
      var shape = shape(file);
      var columns = columns(shape);
      var form = ParquetPeer.read(file, row -> rows.add(cells(row, columns)));
      assertThat(form.rows()).isEqualTo(rows.size());
      assertThat(form.codecs()).containsExactly("ZSTD");
      sameTypes(form, columns);
      seen.add(layer + " " + shape.code());
      if (form.rowGroups() > 1) {
        names.add(layer);
      }
      rows.forEach(row -> assertThat(row).isEqualTo(take(expected, row)));
    }
    assertThat(expected.values())
        .as("rows that the other reader does not give")
        .allMatch(rows -> rows.stream().allMatch(Objects::isNull));
    var all = new HashSet<>(Set.of("genome call", "tumour call"));
    Arrays.stream(Layer.values()).forEach(layer -> all.add(layer.code() + " quantity"));
    assertThat(seen).isEqualTo(all);
    assertThat(names).containsExactly("transcriptome");
  }

  private List<Path> files() throws IOException {
    try (var all = Files.walk(root.resolve("layers"))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static DenseShape shape(Path file) throws IOException {
    var names = ParquetPeer.read(file, _ -> {}).schema();
    return names.containsField("contig") ? DenseShape.CALL : DenseShape.QUANTITY;
  }

  /// Name and type of each column, as `docs/store.md` has them.
  private static List<String[]> columns(DenseShape shape) {
    return Arrays.stream(shape.columns().split(", ")).map(column -> column.split(" ")).toList();
  }

  /// A cell without a value must be allowed to have none; texts must be said to be texts.
  private static void sameTypes(ParquetPeer.Form form, List<String[]> columns) {
    assertThat(form.schema().getFields())
        .extracting(field -> field.getName())
        .containsExactlyElementsOf(columns.stream().map(column -> column[0]).toList());
    for (var column : columns) {
      var type = form.schema().getType(column[0]).asPrimitiveType();
      assertThat(type.getPrimitiveTypeName()).as(column[0]).hasToString(TYPES.get(column[1]));
      if (column[1].equals("VARCHAR")) {
        assertThat(type.getLogicalTypeAnnotation()).as(column[0]).hasToString("STRING");
      }
    }
  }

  @SuppressWarnings("NullAway") // Lists of cells hold null where a cell has none.
  private static List<Object> cells(Group row, List<String[]> columns) {
    var cells = new ArrayList<Object>();
    columns.forEach(column -> cells.add(ParquetPeer.cell(row, column[0])));
    return cells;
  }

  /// What our own reader gives, by segment and row.
  private void own(Map<Long, List<List<Object>>> into) {
    try (var reader = Store.at(root).read()) {
      for (var id : reader.personIds()) {
        var person = Objects.requireNonNull(reader.person(id)).person();
        for (var intake : reader.intakes(person, StoreReader.NEWEST)) {
          for (var segment : reader.segments(intake.intake())) {
            into.put(
                segment.segment(),
                segment.shape().equals("call")
                    ? calls(reader, person, segment)
                    : quantities(reader, person, segment));
          }
        }
      }
    }
  }

  @SuppressWarnings("NullAway")
  private static List<List<Object>> calls(
      StoreReader reader, long person, Rows.SegmentRow segment) {
    var rows = new ArrayList<List<Object>>();
    reader.calls(
        segment.segment(),
        call ->
            rows.add(
                Arrays.asList(
                    person,
                    segment.segment(),
                    rows.size(),
                    call.line(),
                    call.contig(),
                    call.start0(),
                    call.end0(),
                    call.isReadable(),
                    call.reference(),
                    call.alternates(),
                    call.genotype(),
                    call.filter(),
                    call.text())));
    return rows;
  }

  @SuppressWarnings("NullAway")
  private static List<List<Object>> quantities(
      StoreReader reader, long person, Rows.SegmentRow segment) {
    var layer =
        Arrays.stream(Layer.values())
            .filter(one -> one.code().equals(segment.layer()))
            .findFirst()
            .orElseThrow();
    var builder = QuantityColumns.of(layer);
    reader.quantities(segment.segment(), layer, locator -> new SourceRow(0, locator), builder);
    var columns = builder.build();
    var rows = new ArrayList<List<Object>>();
    for (int row = 0; row < columns.size(); row++) {
      var said = QuantityFields.of(columns, row);
      rows.add(
          Arrays.asList(
              person,
              segment.segment(),
              row,
              said.feature(),
              said.label(),
              said.kind(),
              said.value(),
              said.unitKind(),
              said.unit(),
              said.low(),
              said.high(),
              said.referenceUnitKind(),
              said.referenceUnit(),
              said.time(),
              said.specimen(),
              said.grouped(),
              said.method(),
              said.locator(),
              said.more()));
    }
    return rows;
  }

  /// Our row of a row's segment and number, which is given once.
  @SuppressWarnings("NullAway")
  private static List<Object> take(Map<Long, List<List<Object>>> expected, List<Object> row) {
    var rows = expected.get((Long) row.get(1));
    assertThat(rows).as("segment of %s", row).isNotNull();
    return rows.set((Integer) row.get(2), null);
  }
}
