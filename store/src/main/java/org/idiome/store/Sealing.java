package org.idiome.store;

import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.store.catalogue.Sql;

/// Seals the persons anew whom a transaction touches ([PersonSeals]). Who was damaged before stays
/// so: no later row makes a row that is gone be forgotten.
final class Sealing {
  private final Sql sql;

  /// By number, whether they were whole before.
  private final SortedMap<Long, Boolean> touched = new TreeMap<>();

  Sealing(Sql sql) {
    this.sql = sql;
  }

  /// A person is new.
  void made(long person) {
    touched.put(person, true);
  }

  /// Something of a person is about to change.
  ///
  /// @return whether the person was whole before the transaction
  boolean touch(long person) {
    return touched.computeIfAbsent(person, one -> PersonSeals.isWhole(sql, one));
  }

  /// Writes the digests, last of the transaction.
  void write() {
    if (touched.isEmpty()) {
      return;
    }
    PersonSeals.between(sql, touched.firstKey(), touched.lastKey())
        .forEach((person, seal) -> {
          if (touched.getOrDefault(person, false) && !seal.isWhole()) {
            sql.change(
                "UPDATE person SET digest = ?, rows = ? WHERE person = ?",
                seal.now(),
                seal.added(),
                person);
          }
        });
  }
}
