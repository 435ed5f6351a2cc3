package org.idiome.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.canonical.Digester;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.journal.Journal;

/// Rows of gaps ([Remnants]), each held to what was written.
final class Gaps {
  private static final String COLUMNS =
      "SELECT g.person, g.from_batch, g.end_batch, g.batch, g.digest, coalesce(p.id, '')"
          + " FROM gap g LEFT JOIN person p ON p.person = g.person";

  private Gaps() {}

  /// Adds a row, unless it is there.
  static void add(Sql sql, long person, long from, long end, long batch) {
    sql.change(
        "INSERT OR IGNORE INTO gap (person, from_batch, end_batch, batch, digest)"
            + " VALUES (?, ?, ?, ?, ?)",
        person,
        from,
        end,
        batch,
        digest(person, from, end, batch));
  }

  /// Which rows of persons from one number through another are not as they were written.
  static List<Journal.Damage> damaged(Sql sql, long first, long last) {
    var damage = new ArrayList<Journal.Damage>();
    sql.each(
        COLUMNS
            + " WHERE g.person BETWEEN ? AND ?"
            + " ORDER BY g.person, g.from_batch, g.end_batch, g.batch",
        row -> {
          if (!isSame(row)) {
            damage.add(new Journal.Damage(row.text(6), "gap from " + row.number(2)));
          }
        },
        first,
        last);
    return damage;
  }

  private static boolean isSame(Sql.Row row) throws SQLException {
    return digest(row.number(1), row.number(2), row.number(3), row.number(4)).equals(row.text(5));
  }

  private static String digest(long... columns) {
    var digester = new Digester();
    for (long column : columns) {
      digester.integer(column);
    }
    return digester.end().hex();
  }
}
