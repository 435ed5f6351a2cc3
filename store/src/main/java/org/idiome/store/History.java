package org.idiome.store;

import java.util.List;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// Every intake of a person that ever was.
public final class History {
  private History() {}

  /// One of them.
  ///
  /// @param recorded when it came, UTC
  /// @param command what brought it
  /// @param superseded batch that took its place; 0 where it is in force
  public record Entry(Rows.IntakeRow intake, String recorded, String command, long superseded) {}

  /// How many rows a journal's audit had when a person came: who read everybody after that read the
  /// person, too. 0 where another journal lay there then; null where there is no such person.
  public static @Nullable Long auditBefore(StoreReader store, Journal journal, String person) {
    return store
        .sql()
        .one(
            "SELECT m.rows, m.key FROM person p JOIN journal_mark m ON m.batch = p.batch"
                + " WHERE p.id = ?",
            row -> row.text(2).equals(journal.keyDigest()) ? row.number(1) : 0L,
            person);
  }

  /// The batches that changed what is in force of a person or was settled about them, in order.
  ///
  /// @param after which batch
  /// @param through the last that counts
  /// @throws org.idiome.store.folder.StoreFault where one says of itself what it did not say first
  public static List<Rows.BatchLine> batches(
      StoreReader store, String person, long after, long through) {
    var own = BatchHeads.of(store.sql(), person);
    BatchHeads.require(
        store.sql(), own.stream().filter(one -> one > after && one <= through).toList());
    return store
        .sql()
        .list(
            "SELECT b.batch, b.recorded, b.command, b.author, b.reason FROM batch b, person p"
                + " WHERE p.id = ? AND b.batch > ? AND b.batch <= ?"
                + " AND (EXISTS (SELECT 1 FROM intake i WHERE i.person = p.person"
                + " AND (i.batch = b.batch OR i.superseded = b.batch))"
                + " OR EXISTS (SELECT 1 FROM settlement s WHERE s.person = p.person"
                + " AND s.batch = b.batch)) ORDER BY b.batch",
            row ->
                new Rows.BatchLine(
                    row.number(1), row.text(2), row.text(3), row.textOrNull(4), row.textOrNull(5)),
            person,
            after,
            through);
  }

  /// Holds what the batches say of themselves that brought, ended or settled something of a person,
  /// or recorded their consent: before any of it is told.
  ///
  /// @throws org.idiome.store.folder.StoreFault where one says what it did not say first
  public static void requireTold(StoreReader store, String person) {
    BatchHeads.requireOf(store.sql(), person);
  }

  /// When a batch was recorded, UTC; null where there is none.
  ///
  /// @throws org.idiome.store.folder.StoreFault where it says what it did not say first
  public static @Nullable String recorded(StoreReader store, long batch) {
    BatchHeads.require(store.sql(), List.of(batch));
    return store.sql().one("SELECT recorded FROM batch WHERE batch = ?", row -> row.text(1), batch);
  }

  /// The batches in which somebody was erased, after one and through another, in order.
  public static List<Long> erasures(StoreReader store, long after, long through) {
    return store
        .sql()
        .list(
            "SELECT DISTINCT batch FROM erasure WHERE batch > ? AND batch <= ? ORDER BY batch",
            row -> row.number(1),
            after,
            through);
  }

  /// In the order in which they came; none where there is no such person. Of when and by what they
  /// came nothing is held; see [#requireTold].
  public static List<Entry> of(StoreReader store, String person) {
    return store
        .sql()
        .list(
            "SELECT i.intake, i.person, i.source, i.subject, i.batch, i.inputs, i.content,"
                + " coalesce(b.recorded, ''), coalesce(b.command, ''), i.superseded FROM intake i"
                + " JOIN person p USING (person) LEFT JOIN batch b ON b.batch = i.batch"
                + " WHERE p.id = ? ORDER BY i.intake",
            row -> new Entry(Intakes.ROW.of(row), row.text(8), row.text(9), row.number(10)),
            person);
  }
}
