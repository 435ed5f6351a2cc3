package org.idiome.store.dense;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.idiome.core.concept.Coded;
import org.idiome.store.form.QuantityFields;
import org.jspecify.annotations.Nullable;

/// Reads dense quantities with what repeats once: a layer has few features and fewer times, and a
/// text that crosses from the engine costs more than all numbers of its row.
final class DenseQuantities {
  private static final String FEATURES = "feature, label";
  private static final String SHARED =
      "kind, unit_kind, unit, low, high, reference_unit_kind, reference_unit, time, specimen,"
          + " grouped, method";

  private final Engine engine;
  private final DenseReader dense;
  private final String from;

  /// @param from what stands behind FROM: files, and which of their rows
  DenseQuantities(Engine engine, DenseReader dense, String from) {
    this.engine = engine;
    this.dense = dense;
    this.from = from;
  }

  /// Hands every row to a reader, in order.
  void read(QuantityFields.Reader reader) {
    var features = new ArrayList<Coded>();
    var shared = new ArrayList<QuantityFields.Reader.Shared>();
    number("feature_of", FEATURES);
    number("shared_of", SHARED);
    dense.ask(
        "SELECT feature, label FROM feature_of ORDER BY number",
        row -> features.add(new Coded(row.getString(1), row.getString(2))));
    dense.ask(
        "SELECT " + SHARED + " FROM shared_of ORDER BY number",
        row -> shared.add(reader.shared(fields(row))));
    dense.ask(
        "SELECT f.number, s.number, q.value, q.locator, q.more FROM (SELECT * FROM "
            + from
            + ") q LEFT JOIN feature_of f ON "
            + same("f", FEATURES)
            + " LEFT JOIN shared_of s ON "
            + same("s", SHARED)
            + " ORDER BY q.row",
        row ->
            reader.add(
                features.get(place(row, 1)),
                shared.get(place(row, 2)),
                number(row, 3),
                row.getLong(4),
                row.getString(5)));
    engine.run("DROP TABLE feature_of");
    engine.run("DROP TABLE shared_of");
  }

  /// Numbers the different values of some columns.
  private void number(String table, String columns) {
    engine.run(
        "CREATE OR REPLACE TEMP TABLE "
            + table
            + " AS SELECT CAST(row_number() OVER () - 1 AS INTEGER) AS number, * FROM (SELECT"
            + " DISTINCT "
            + columns
            + " FROM "
            + from
            + ")");
  }

  private static String same(String table, String columns) {
    return List.of(columns.split(", ", -1)).stream()
        .map(column -> "q." + column + " IS NOT DISTINCT FROM " + table + "." + column)
        .collect(Collectors.joining(" AND "));
  }

  private static QuantityFields fields(ResultSet row) throws SQLException {
    return new QuantityFields(
        "",
        null,
        row.getString(1),
        null,
        row.getString(2),
        row.getString(3),
        number(row, 4),
        number(row, 5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        0,
        null);
  }

  /// A row that found no partner would take the first.
  private static int place(ResultSet row, int column) throws SQLException {
    int place = row.getInt(column);
    if (row.wasNull()) {
      throw new IllegalStateException("a dense row is not among its own values");
    }
    return place;
  }

  private static @Nullable Double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
