package org.idiome.store.dense;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.idiome.store.form.CallFields;
import org.idiome.store.form.QuantityFields;
import org.jspecify.annotations.Nullable;

/// Rows of one layer and shape that wait for their part, in a table of the engine.
final class RowBuffer {
  /// Rows that a reader may pass over as one, by the least and the most of each column.
  private static final int GROUP_ROWS = 50_000;

  private final Engine engine;
  private final String layer;
  private final DenseShape shape;
  private final String table;
  private final List<Part.Stretch> stretches = new ArrayList<>();
  private @Nullable DuckDBAppender appender;
  private long size;

  RowBuffer(Engine engine, String layer, DenseShape shape) {
    this.engine = engine;
    this.layer = layer;
    this.shape = shape;
    this.table = "waiting_" + layer + "_" + shape.code();
    engine.run("CREATE TABLE " + table + " (" + shape.columns() + ")");
  }

  String layer() {
    return layer;
  }

  DenseShape shape() {
    return shape;
  }

  long size() {
    return size;
  }

  List<Part.Stretch> stretches() {
    return stretches;
  }

  void add(long person, long segment, int row, QuantityFields fields) {
    try {
      var to = begin(person, segment, row);
      text(to, fields.feature());
      text(to, fields.label());
      text(to, fields.kind());
      number(to, fields.value());
      text(to, fields.unitKind());
      text(to, fields.unit());
      number(to, fields.low());
      number(to, fields.high());
      text(to, fields.referenceUnitKind());
      text(to, fields.referenceUnit());
      text(to, fields.time());
      text(to, fields.specimen());
      text(to, fields.grouped());
      text(to, fields.method());
      to.append(fields.locator());
      text(to, fields.more());
      to.endRow();
    } catch (SQLException e) {
      throw engine.fault(e);
    }
  }

  void add(long person, long segment, int row, CallFields fields) {
    try {
      var to = begin(person, segment, row);
      to.append(fields.line());
      text(to, fields.contig());
      to.append(fields.start0());
      to.append(fields.end0());
      to.append(fields.isReadable());
      text(to, fields.reference());
      text(to, fields.alternates());
      text(to, fields.genotype());
      text(to, fields.filter());
      text(to, fields.text());
      to.endRow();
    } catch (SQLException e) {
      throw engine.fault(e);
    }
  }

  private DuckDBAppender begin(long person, long segment, int row) throws SQLException {
    var to = appender;
    if (to == null) {
      to = engine.connection().createAppender(table);
      appender = to;
    }
    size++;
    var last = stretches.isEmpty() ? null : stretches.getLast();
    if (last == null || last.segment() != segment) {
      stretches.add(new Part.Stretch(segment, row, row + 1L));
    } else {
      stretches.set(stretches.size() - 1, new Part.Stretch(segment, last.firstRow(), row + 1L));
    }
    to.beginRow();
    to.append(person);
    to.append(segment);
    to.append(row);
    return to;
  }

  private static void text(DuckDBAppender to, @Nullable String text) throws SQLException {
    if (text == null) {
      to.appendNull();
    } else {
      to.append(text);
    }
  }

  private static void number(DuckDBAppender to, @Nullable Double number) throws SQLException {
    if (number == null) {
      to.appendNull();
    } else {
      to.append(number.doubleValue());
    }
  }

  /// Writes the rows, sorted by person, segment and row, as one Parquet file.
  void writeTo(Path file) {
    endAppending();
    write(engine, "SELECT * FROM " + table, file);
  }

  /// Writes the rows of an answer, sorted by person, segment and row, as one Parquet file.
  static void write(Engine engine, String query, Path file) {
    engine.run(
        "COPY ("
            + query
            + " ORDER BY person, segment, row) TO "
            + Engine.quoted(file.toString())
            // Into the file that is there, which is its owner's alone.
            + " (FORMAT parquet, USE_TMP_FILE false, COMPRESSION zstd, ROW_GROUP_SIZE "
            + GROUP_ROWS
            + ")");
  }

  private void endAppending() {
    try {
      if (appender != null) {
        appender.close();
        appender = null;
      }
    } catch (SQLException e) {
      throw engine.fault(e);
    }
  }

  /// Forgets the rows of segments from a number on.
  void abandonFrom(long segment) {
    if (stretches.removeIf(stretch -> stretch.segment() >= segment)) {
      endAppending();
      engine.run("DELETE FROM " + table + " WHERE segment >= " + segment);
      size = stretches.stream().mapToLong(one -> one.endRow() - one.firstRow()).sum();
    }
  }

  /// Forgets the rows.
  void clear() {
    engine.run("DROP TABLE " + table);
    engine.run("CREATE TABLE " + table + " (" + shape.columns() + ")");
    stretches.clear();
    size = 0;
  }
}
