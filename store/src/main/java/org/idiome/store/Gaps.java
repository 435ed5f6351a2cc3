package org.idiome.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.canonical.Digester;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.journal.Journal;

/// Holds the rows of gaps ([Remnants]) to what was written.
public final class Gaps {
  private static final String COLUMNS =
      "SELECT g.person, g.from_batch, g.end_batch, g.batch, g.digest, coalesce(p.id, '')"
          + " FROM gap g LEFT JOIN person p ON p.person = g.person ";
  private static final String IN_ORDER = "ORDER BY g.person, g.from_batch, g.end_batch, g.batch";

  private Gaps() {}

  /// Looks whether the rows of a person are as they were written.
  ///
  /// @throws StoreFault where one is not
  public static void requireSame(StoreReader store, long person) {
    store
        .sql()
        .each(
            COLUMNS + "WHERE g.person = ? " + IN_ORDER,
            row -> {
              if (!isSame(row)) {
                throw StoreReader.damaged(name(row), row.text(6));
              }
            },
            person);
  }

  /// Which rows are not as they were written.
  static List<Journal.Damage> damaged(Sql sql) {
    var damage = new ArrayList<Journal.Damage>();
    sql.each(
        COLUMNS + IN_ORDER,
        row -> {
          if (!isSame(row)) {
            damage.add(new Journal.Damage(row.text(6), name(row)));
          }
        });
    return damage;
  }

  /// Gives the rows of a batch that is about to be sealed their digests.
  static void seal(Sql sql, long batch) {
    record Key(long person, long from, long end, String digest) {}
    for (var key :
        sql.list(
            COLUMNS + "WHERE g.batch = ? " + IN_ORDER,
            row -> new Key(row.number(1), row.number(2), row.number(3), digest(row)),
            batch)) {
      sql.change(
          "UPDATE gap SET digest = ? WHERE person = ? AND from_batch = ? AND end_batch = ?"
              + " AND batch = ?",
          key.digest(),
          key.person(),
          key.from(),
          key.end(),
          batch);
    }
  }

  private static boolean isSame(Sql.Row row) throws SQLException {
    return digest(row).equals(row.text(5));
  }

  private static String digest(Sql.Row row) throws SQLException {
    var digester = new Digester();
    for (int column = 1; column <= 4; column++) {
      digester.integer(row.number(column));
    }
    return digester.end().hex();
  }

  private static String name(Sql.Row row) throws SQLException {
    return "gap from " + row.number(2);
  }
}
