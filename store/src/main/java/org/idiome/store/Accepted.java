package org.idiome.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.Catalogue;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.folder.WriterPlace;
import org.idiome.store.journal.AuditRow;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// Damage of batches that somebody looked into and accepted: the batch is sealed anew over what is
/// there, and who said so and why is told from then on (ADR 0020).
///
/// It heals nobody: a person whose own digest is broken stays unread.
public final class Accepted {
  static final String HELD = "not all was recorded again";
  private static final String COLUMNS =
      "SELECT a.damaged, a.what, a.batch, b.recorded, b.author, b.reason FROM accepted a"
          + " JOIN batch b ON b.batch = a.batch";
  private static final Sql.Mapping<Acceptance> ROW =
      row ->
          new Acceptance(
              row.number(1),
              row.text(2),
              row.number(3),
              row.text(4),
              row.textOrNull(5),
              row.textOrNull(6));

  /// What was accepted.
  ///
  /// @param damaged number of the batch that was not as it had been sealed
  /// @param what was wrong with it
  /// @param batch in which that was accepted
  public record Acceptance(
      long damaged,
      String what,
      long batch,
      String recorded,
      @Nullable String author,
      @Nullable String reason) {
    /// Whether rows were lost or changed, and not only held back.
    public boolean isOfDamage() {
      return !what.equals(HELD);
    }

    /// Whether persons were let go whom that batch held.
    public boolean isOfHold() {
      return what.endsWith(HELD);
    }

    /// What was wrong with its rows; empty where nothing was.
    public String damage() {
      return isOfDamage() ? what.replace("; " + HELD, "") : "";
    }
  }

  /// What came of accepting.
  ///
  /// @param whole those of the named of which nothing is to be accepted; nothing was done then
  /// @param held the batch that holds everybody, because one that is missing may have been about
  ///   anybody; 0 where it does not
  public record Done(SortedSet<Long> whole, long held) {
    /// Copies the set.
    public Done {
      whole = Collections.unmodifiableSortedSet(new TreeSet<>(whole));
    }
  }

  private Accepted() {}

  /// Whether somebody accepted that rows of a batch were lost or changed.
  static boolean isDamageOf(Sql sql, long batch) {
    return sql.number("SELECT count(*) FROM accepted WHERE damaged = ? AND what <> ?", batch, HELD)
        > 0;
  }

  /// All of it, in the order in which it was accepted.
  static List<Acceptance> all(Sql sql) {
    return sql.list(COLUMNS + " ORDER BY a.batch, a.damaged", ROW);
  }

  /// What was accepted of batches that brought, ended or settled something of a person, or recorded
  /// their consent.
  ///
  /// @throws org.idiome.store.folder.StoreFault where who accepted it is not as it was written
  public static List<Acceptance> of(StoreReader store, String person) {
    var own = BatchHeads.of(store.sql(), person);
    var accepted = all(store.sql()).stream().filter(one -> own.contains(one.damaged())).toList();
    BatchHeads.require(store.sql(), accepted.stream().map(Acceptance::batch).toList());
    return accepted;
  }

  /// Accepts the damage of batches, in a batch of its own.
  ///
  /// @param said what the audit is told
  static Done accept(
      StoreFolder folder,
      WriterPlace place,
      List<Long> batches,
      Rows.BatchHead head,
      AuditRow.Said said) {
    try (place;
        var sql = Catalogue.write(folder);
        var journal = JournalMarks.openBehind(folder, sql)) {
      var damaged = new TreeSet<>(BatchSeal.damaged(sql));
      long last = last(sql, journal);
      for (long lost = 1 + BatchSeal.end(sql); lost <= last; lost++) {
        damaged.add(lost);
      }
      var missing = new TreeSet<>(damaged.tailSet(1 + BatchSeal.end(sql)));
      if (!Collections.disjoint(missing, batches) && !batches.containsAll(missing)) {
        // One alone would count the persons of the others as if these had never been.
        throw new StoreFault(
            ProblemCode.STORE_DAMAGED,
            folder.catalogue().toString(),
            "said",
            "several last batches are missing, which can only be accepted together",
            "batch",
            String.join(" ", missing.stream().map(String::valueOf).toList()));
      }
      var whole = new TreeSet<>(batches);
      whole.removeAll(damaged);
      whole.removeAll(Held.open(sql));
      if (!whole.isEmpty() || batches.isEmpty()) {
        return new Done(whole, 0);
      }
      journal.audit().add(head.recorded(), said);
      long held = sql.whole(() -> write(sql, journal, new TreeSet<>(batches), damaged, head));
      JournalMarks.tell(sql, journal);
      return new Done(whole, held);
    }
  }

  private static long last(Sql sql, Journal journal) {
    var told = journal.lastBatch();
    return Math.max(
        BatchSeal.end(sql), told == null || JournalMarks.isThere(sql, told) ? 0 : told.batch());
  }

  private static long write(
      Sql sql,
      Journal journal,
      SortedSet<Long> batches,
      SortedSet<Long> damaged,
      Rows.BatchHead head) {
    // Where rows of the journal are told of a later batch, its number is not given out again.
    long batch = 1 + last(sql, journal);
    var held = Held.open(sql);
    var gone = batches.stream().filter(one -> isGone(sql, one)).toList();
    var what = new ArrayList<String>();
    var strays = BatchSeal.strays(sql);
    for (long one : batches) {
      var words = new ArrayList<String>();
      if (damaged.contains(one)) {
        JournalMarks.mend(sql, journal, one);
        words.add(renewed(sql, one));
      }
      if (held.contains(one)) {
        words.add(HELD);
      }
      what.add(String.join("; ", words));
    }
    // Rows of no batch: what they say was, or was not, of one that is accepted.
    strays.forEach(stray -> sql.change("DELETE FROM batch WHERE batch = ?", stray));
    var names = what.iterator();
    for (long one : batches) {
      sql.change(
          "INSERT INTO accepted (damaged, what, batch) VALUES (?, ?, ?)", one, names.next(), batch);
    }
    boolean isAll = batches.containsAll(damaged);
    boolean isHeld = !gone.isEmpty() && hold(sql, gone, batch);
    JournalMarks.note(sql, batch, journal);
    BatchSeal.insert(sql, batch, head, isAll ? 0 : BatchSeal.missingPeople(sql));
    return isHeld ? batch : 0;
  }

  /// Whether nothing is left of a batch. Where its mark is there, its row alone is gone, and what
  /// else it wrote is held to the digests of whom it was about.
  private static boolean isGone(Sql sql, long batch) {
    return sql.number(
            "SELECT (SELECT count(*) FROM batch WHERE batch = ?1)"
                + " + (SELECT count(*) FROM journal_mark WHERE batch = ?1)",
            batch)
        == 0;
  }

  /// Holds everybody: what is missing may be anybody's, such as a consent that was withdrawn.
  ///
  /// @return whether there is anybody
  private static boolean hold(Sql sql, List<Long> gone, long batch) {
    var sealing = new Sealing(sql);
    var numbers = String.join(", ", gone.stream().map(String::valueOf).toList());
    var what =
        gone.size() == 1
            ? "whatever batch " + numbers + " said, which is missing"
            : "whatever batches " + numbers + " said, which are missing";
    var persons = sql.list("SELECT person FROM person ORDER BY person", row -> row.number(1));
    for (long person : persons) {
      sealing.touch(person);
      sql.change("INSERT INTO held (person, batch, what) VALUES (?, ?, ?)", person, batch, what);
    }
    sealing.write();
    return !persons.isEmpty();
  }

  /// Seals a batch over what is there, and says what was wrong with it.
  private static String renewed(Sql sql, long batch) {
    boolean isGone = sql.number("SELECT count(*) FROM batch WHERE batch = ?", batch) == 0;
    boolean isHeadWhole = BatchHeads.isWhole(sql, batch);
    if (isGone) {
      sql.change(
          "INSERT INTO batch (batch, recorded, command, software, intakes, segments, observations,"
              + " people, digest, head) VALUES (?, '', 'lost', '', 0, 0, 0, 0, '', '')",
          batch);
    }
    if (!isHeadWhole) {
      // The order of times holds, whatever the damage made of this one.
      sql.change(
          "UPDATE batch SET recorded = (SELECT coalesce(max(recorded), '0000')"
              + " FROM batch WHERE batch < ?1) WHERE batch = ?1 AND (recorded < (SELECT"
              + " coalesce(max(recorded), '0000') FROM batch WHERE batch < ?1)"
              + " OR recorded > (SELECT coalesce(min(recorded), '9999') FROM batch"
              + " WHERE batch > ?1))",
          batch);
      BatchHeads.seal(sql, batch);
    }
    BatchSeal.seal(sql, batch);
    return isGone ? "missing" : isHeadWhole ? "rows" : "when, who and why";
  }
}
