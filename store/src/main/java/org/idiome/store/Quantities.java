package org.idiome.store;

import java.sql.SQLException;
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

  static void add(Sql sql, long segment, QuantityColumns columns) {
    for (int row = 0; row < columns.size(); row++) {
      var fields = QuantityFields.of(columns, row);
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
