package org.idiome.store;

import java.time.DateTimeException;
import java.util.List;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.source.SourceRow;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.form.QuantityFields;

/// Rows of the catalogue, each kind held to its digest before it is believed.
record HeldRows(Sql sql) {
  /// The statements of a segment, in order.
  ///
  /// @throws StoreFault where they are not as they were written
  List<Rows.StatementRow> statements(long segment) {
    var rows =
        sql.list(
            "SELECT kind, concept, presence, content, locators FROM statement WHERE segment = ?"
                + " ORDER BY row",
            row ->
                new Rows.StatementRow(
                    row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)),
            segment);
    var digester = new Digester();
    var rest = new Digester();
    for (var row : rows) {
      digester.text(row.content());
      row.digestRest(rest);
    }
    requireSame(segment, digester.end(), rest.end());
    return rows;
  }

  /// Holds the rows of a segment to its digests before they are believed.
  private void requireSame(long segment, Sha256 digest, Sha256 rest) {
    sql.one(
        "SELECT s.digest, s.rest, coalesce(p.id, '') FROM segment s LEFT JOIN person p"
            + " USING (person) WHERE s.segment = ?",
        row -> {
          if (!digest.hex().equals(row.text(1)) || !rest.hex().equals(row.text(2))) {
            throw StoreReader.damaged("segment " + segment, row.text(3));
          }
          return row.text(3);
        },
        segment);
  }

  /// The quantities of a segment that lie in the catalogue, in order.
  ///
  /// @throws StoreFault where they are not as they were written
  List<QuantityFields> quantities(long segment, Layer layer) {
    var fields =
        sql.list(
            "SELECT "
                + String.join(", ", QuantityFields.COLUMNS)
                + " FROM quantity WHERE segment = ? ORDER BY row",
            Quantities::fields,
            segment);
    var own = QuantityColumns.of(layer);
    var alone = new QuantityFields.Reader(layer, locator -> new SourceRow(0, locator), own);
    try {
      fields.forEach(alone::add);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException _) {
      own = QuantityColumns.of(layer); // What no value can be made of does not fit its digest.
    }
    requireSame(segment, own.build().digest(), Quantities.rest(fields).end());
    return fields;
  }

  /// A stretch of the lines of a person's table that holds a line.
  ///
  /// @throws StoreFault where it is not there, or not as it was written
  LineStretch lines(long person, Sha256 file, long line) {
    var stretch =
        sql.one(
            "SELECT first, last, bytes, deflated, digest FROM source_lines WHERE person = ?"
                + " AND sha256 = ? AND first <= ? AND last >= ? ORDER BY first DESC LIMIT 1",
            row -> {
              var kept =
                  new LineWriter.Stretch(
                      file.hex(), row.number(1), row.number(2), row.number(3), row.bytes(4));
              if (!kept.digest().equals(row.text(5))) {
                throw StoreReader.damaged("lines from " + kept.first(), id(person));
              }
              return LineStretch.of(kept.first(), kept.last(), (int) kept.bytes(), kept.deflated());
            },
            person,
            file.hex(),
            line,
            line);
    if (stretch == null) {
      throw StoreReader.damaged("line " + line + " of a table", id(person));
    }
    return stretch;
  }

  private String id(long person) {
    var id = sql.one("SELECT id FROM person WHERE person = ?", row -> row.text(1), person);
    return id == null ? "person number " + person : id;
  }
}
