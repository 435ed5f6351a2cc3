package org.idiome.store;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.store.catalogue.Sql;
import org.jspecify.annotations.Nullable;

/// Persons of whom a restore could not record again what restricts their reading, or everybody
/// after a batch that is missing: nobody reads them until somebody accepts that ([Accepted]).
public final class Held {
  /// Those that nobody accepted yet.
  private static final String OPEN =
      " FROM held h WHERE NOT EXISTS (SELECT 1 FROM accepted a WHERE a.damaged = h.batch"
          + " AND a.batch > h.batch)";

  private Held() {}

  /// What could not be recorded again.
  ///
  /// @param batch of the restore
  public record Hold(long batch, String what) {}

  /// Why a person is held; null where they are not.
  ///
  /// @throws org.idiome.store.folder.StoreFault where a batch that lets them go is not as it was
  ///   sealed
  public static @Nullable Hold of(StoreReader store, long person) {
    for (long batch :
        store
            .sql()
            .list(
                "SELECT DISTINCT a.batch FROM held h JOIN accepted a ON a.damaged = h.batch"
                    + " WHERE h.person = ? AND a.batch > h.batch ORDER BY a.batch",
                row -> row.number(1),
                person)) {
      if (!BatchSeal.isWhole(store.sql(), batch)) {
        throw StoreReader.damaged("batch " + batch + ", which lets go", store.personId(person));
      }
    }
    return store
        .sql()
        .one(
            "SELECT h.batch, h.what" + OPEN + " AND h.person = ? ORDER BY h.batch LIMIT 1",
            row -> new Hold(row.number(1), row.text(2)),
            person);
  }

  /// Who was let go by a batch that is not as it was sealed, by id: nobody can say that they were.
  public static SortedSet<String> unsurely(StoreReader store) {
    var ids = new TreeSet<String>();
    for (long batch :
        store
            .sql()
            .list(
                "SELECT DISTINCT a.batch FROM held h JOIN accepted a ON a.damaged = h.batch"
                    + " WHERE a.batch > h.batch ORDER BY a.batch",
                row -> row.number(1))) {
      if (!BatchSeal.isWhole(store.sql(), batch)) {
        ids.addAll(
            store
                .sql()
                .list(
                    "SELECT DISTINCT p.id FROM held h JOIN accepted a ON a.damaged = h.batch"
                        + " JOIN person p ON p.person = h.person"
                        + " WHERE a.batch = ? AND a.batch > h.batch",
                    row -> row.text(1),
                    batch));
      }
    }
    return ids;
  }

  /// Who is held, by id, and why: of several restores the first.
  public static SortedMap<String, Hold> all(StoreReader store) {
    var holds = new TreeMap<String, Hold>();
    store
        .sql()
        .each(
            "SELECT (SELECT p.id FROM person p WHERE p.person = h.person), h.batch, h.what"
                + OPEN
                + " ORDER BY h.batch",
            row -> {
              var id = row.textOrNull(1);
              if (id != null) {
                holds.putIfAbsent(id, new Hold(row.number(2), row.text(3)));
              }
            });
    return holds;
  }

  /// The restores by which anybody is.
  static SortedSet<Long> open(Sql sql) {
    return new TreeSet<>(sql.list("SELECT DISTINCT h.batch" + OPEN, row -> row.number(1)));
  }

  /// Holds a person from this batch on.
  public static void add(StoreWriter writer, long person, Collection<String> what) {
    writer.touch(person);
    writer.tell("held " + person);
    writer
        .sql()
        .change(
            "INSERT INTO held (person, batch, what) VALUES (?, ?, ?)",
            person,
            writer.batch(),
            String.join("; ", List.copyOf(what)));
  }
}
