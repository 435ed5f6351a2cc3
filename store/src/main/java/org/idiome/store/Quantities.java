package org.idiome.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.canonical.Digester;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.form.QuantityFields;

/// Quantities of small segments, as rows of the catalogue.
final class Quantities {
  private static final String ADD =
      "INSERT INTO quantity (segment, row, "
          + String.join(", ", QuantityFields.COLUMNS)
          + ") VALUES (?, ?"
          + ", ?".repeat(QuantityFields.COLUMNS.size())
          + ")";

  private Quantities() {}

  static List<QuantityFields> fields(QuantityColumns columns) {
    var rows = new ArrayList<QuantityFields>();
    for (int row = 0; row < columns.size(); row++) {
      rows.add(QuantityFields.of(columns, row));
    }
    return rows;
  }

  /// What the digest of the values leaves out.
  static Digester rest(List<QuantityFields> rows) {
    var digester = new Digester();
    for (var row : rows) {
      digester
          .text(row.label() == null ? "" : row.label())
          .integer(row.locator())
          .text(row.more() == null ? "" : row.more());
    }
    return digester;
  }

  static void add(Sql sql, long segment, List<QuantityFields> rows) {
    for (int row = 0; row < rows.size(); row++) {
      var fields = rows.get(row);
      sql.add(
          ADD,
          segment,
          row,
          fields.feature(),
          fields.label(),
          fields.kind(),
          fields.value(),
          fields.unitKind(),
          fields.unit(),
          fields.low(),
          fields.high(),
          fields.referenceUnitKind(),
          fields.referenceUnit(),
          fields.time(),
          fields.specimen(),
          fields.grouped(),
          fields.method(),
          fields.locator(),
          fields.more());
    }
  }

  static QuantityFields fields(Sql.Row row) throws SQLException {
    return new QuantityFields(
        row.text(1),
        row.textOrNull(2),
        row.text(3),
        row.realOrNull(4),
        row.text(5),
        row.text(6),
        row.realOrNull(7),
        row.realOrNull(8),
        row.textOrNull(9),
        row.textOrNull(10),
        row.text(11),
        row.textOrNull(12),
        row.textOrNull(13),
        row.textOrNull(14),
        row.number(15),
        row.textOrNull(16));
  }
}
