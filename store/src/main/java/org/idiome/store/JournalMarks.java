package org.idiome.store;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.Catalogue;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.journal.AuditLog;
import org.idiome.store.journal.AuditRow;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// Which journal belongs to a catalogue: every batch notes its key and where its audit ended, so
/// that one which was deleted, replaced or cut back is missed.
final class JournalMarks {
  private static final String COLUMNS = "SELECT batch, key, rows, digest FROM journal_mark";

  /// Batches without a mark, which is written with every one. Where one was damaged and that was
  /// accepted, it need not be there.
  private static final String UNMARKED =
      "SELECT batch FROM batch WHERE batch NOT IN (SELECT batch FROM journal_mark)"
          + " AND batch NOT IN (SELECT damaged FROM accepted WHERE what <> ?) ORDER BY batch";

  /// Where rows have numbers that no batch had, what is named are those that are to be accepted.
  private static List<String> unmarked(Sql sql) {
    var unmarked = new TreeSet<>(sql.list(UNMARKED, row -> row.number(1), Accepted.HELD));
    if (!unmarked.isEmpty() && unmarked.removeAll(BatchSeal.strays(sql))) {
      unmarked.addAll(BatchSeal.damaged(sql));
    }
    return unmarked.stream().map(String::valueOf).toList();
  }

  /// How many batches are named.
  private static final int NAMED = 12;

  private JournalMarks() {}

  /// How a journal is opened beside a catalogue: [#open], or [#openBehind].
  @FunctionalInterface
  interface Opening {
    /// Opens it.
    Journal of(StoreFolder folder, Sql sql);
  }

  /// The number of the next batch. That of one of which the journal was told, and which is missing,
  /// is not given out again.
  static long next(Sql sql, Journal journal) {
    var told = journal.lastBatch();
    return 1
        + Math.max(told == null ? 0 : told.batch(), sql.number("SELECT max(batch) FROM batch"));
  }

  /// Opens the journal that the last batch saw; before the first batch it is made where it is not
  /// there.
  ///
  /// @throws StoreFault where it is missing, or cannot be the one, or was told of a batch that is
  ///   missing, or a batch has no mark
  static Journal open(StoreFolder folder, Sql sql) {
    requireMarks(folder, sql);
    var journal = openBehind(folder, sql);
    try {
      requireLastMark(folder, sql, journal);
      var missing = missing(folder, sql, journal);
      if (missing != null) {
        throw new StoreFault(
            ProblemCode.STORE_DAMAGED,
            folder.catalogue().toString(),
            "said",
            missing,
            "batch",
            missing.split(" ", 3)[1]);
      }
      return journal;
    } catch (RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  /// A batch that lost its mark may have lost other rows that it wrote, such as of consent, and
  /// nobody can say whose. Out of damaged pages not every mark is read, which is said elsewhere.
  private static void requireMarks(StoreFolder folder, Sql sql) {
    var unmarked = unmarked(sql);
    if (unmarked.isEmpty() || sql.salvage() != null || sql.turnsOutDamaged()) {
      return;
    }
    var named = String.join(", ", unmarked.subList(0, Math.min(NAMED, unmarked.size())));
    throw new StoreFault(
        ProblemCode.STORE_DAMAGED,
        folder.catalogue().toString(),
        "said",
        "batch "
            + named
            + (unmarked.size() > NAMED ? " and more" : "")
            + " lost what it noted of the journal",
        "batch",
        named.replace(",", ""));
  }

  /// The journal is the one; what the last batch noted of it is another, and the batch with it.
  private static void requireLastMark(StoreFolder folder, Sql sql, Journal journal) {
    var last = last(sql);
    if (last == null || sql.salvage() != null || journal.differsFrom(last) == null) {
      return;
    }
    throw new StoreFault(
        ProblemCode.STORE_DAMAGED,
        folder.catalogue().toString(),
        "said",
        "batch " + last.batch() + ", what it noted of the journal",
        "batch",
        Long.toString(last.batch()));
  }

  /// The same, where batches may be missing of which it was told, or have lost their marks.
  ///
  /// @throws StoreFault where it is missing though there are batches, be it that none of them has a
  ///   mark any more, or cannot be the one
  static Journal openBehind(StoreFolder folder, Sql sql) {
    if (last(sql) == null) {
      return sql.number("SELECT count(*) FROM batch") == 0
          ? Journal.make(folder)
          : Journal.open(folder);
    }
    var journal = Journal.open(folder);
    try {
      var differs = differs(sql, journal);
      if (differs != null) {
        throw new StoreFault(
            ProblemCode.STORE_JOURNAL_LOST, folder.journal().toString(), "said", differs);
      }
      return journal;
    } catch (RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  /// Why a journal cannot be the one that the last batch saw; null where it can. Where the last
  /// batch is not as it was sealed, its mark may be what is another: then the last one that is
  /// decides, or else which batch the journal was told of.
  static @Nullable String differs(Sql sql, Journal journal) {
    var last = last(sql);
    var differs = last == null ? null : journal.differsFrom(last);
    if (last == null || differs == null || BatchSeal.isWhole(sql, last.batch())) {
      return differs;
    }
    var believed = believed(sql);
    if (believed != null) {
      return journal.differsFrom(believed);
    }
    var told = journal.lastBatch();
    return told != null && isThere(sql, told) && journal.canGoOn() ? null : differs;
  }

  /// The last mark of a batch that is as it was sealed; null where there is none.
  private static Journal.@Nullable Seen believed(Sql sql) {
    for (var seen : sql.list(COLUMNS + " ORDER BY batch DESC", JournalMarks::seen)) {
      if (BatchSeal.isWhole(sql, seen.batch())) {
        return seen;
      }
    }
    return null;
  }

  /// Makes the mark of a batch that is accepted one that fits the journal again: what a batch
  /// before it saw is there. One of a journal that was begun anew since stays as it is.
  static void mend(Sql sql, Journal journal, long batch) {
    var seen = sql.one(COLUMNS + " WHERE batch = ?", JournalMarks::seen, batch);
    var before = beside(sql, "batch < ? ORDER BY batch DESC", batch);
    var after = beside(sql, "batch > ? ORDER BY batch", batch);
    var key = journal.keyDigest();
    if (seen == null
        || journal.differsFrom(seen) == null
        || (!seen.key().equals(key) && !(isOf(key, before) && isOf(key, after)))) {
      return;
    }
    var end =
        before != null && journal.differsFrom(before) == null
            ? before.end()
            : new AuditLog.End(0, AuditRow.START);
    sql.change(
        "UPDATE journal_mark SET key = ?, rows = ?, digest = ? WHERE batch = ?",
        key,
        end.rows(),
        end.digest().hex(),
        batch);
  }

  private static Journal.@Nullable Seen beside(Sql sql, String which, long batch) {
    return sql.one(COLUMNS + " WHERE " + which + " LIMIT 1", JournalMarks::seen, batch);
  }

  private static boolean isOf(String key, Journal.@Nullable Seen seen) {
    return seen == null || seen.key().equals(key);
  }

  /// What is missing of batches of which the journal was told; null where nothing is. Batches of
  /// later than the catalogue was opened are looked for anew.
  static @Nullable String missing(StoreFolder folder, Sql sql, Journal journal) {
    var last = journal.lastBatch();
    if (last == null || isThere(sql, last)) {
      return null;
    }
    try (var now = Catalogue.look(folder)) {
      return isThere(now, last)
          ? null
          : "batch " + last.batch() + " of " + last.recorded() + " is missing";
    }
  }

  /// A row that is damaged is there. So is one that stands in for what was missing, or has another
  /// time since its damage was accepted: whoever accepted it may have been killed before the
  /// journal was told.
  static boolean isThere(Sql sql, Journal.LastBatch last) {
    var recorded =
        sql.one("SELECT recorded FROM batch WHERE batch = ?", row -> row.text(1), last.batch());
    return recorded != null
        && (recorded.equals(last.recorded())
            || !BatchHeads.isWhole(sql, last.batch())
            || Accepted.isDamageOf(sql, last.batch()));
  }

  /// Tells the journal which batch is the last, once it is on the disk.
  static void tell(Sql sql, Journal journal) {
    var last =
        sql.one(
            "SELECT batch, recorded FROM batch ORDER BY batch DESC LIMIT 1",
            row -> new Journal.LastBatch(row.number(1), row.text(2)));
    try {
      if (last != null) {
        journal.tell(last);
      }
    } catch (StoreFault _) {
      // The batch is on the disk; the next one tells of both.
    }
  }

  /// Opens a new journal in the place of one that is lost; where one lies there, that one.
  ///
  /// @throws StoreFault where something lies there that is not the store's journal
  static Journal anew(StoreFolder folder, Sql sql) {
    return Files.exists(folder.journal()) ? open(folder, sql) : Journal.make(folder);
  }

  /// Notes in a batch that another journal was begun.
  static void begin(Sql sql, Journal journal, Rows.BatchHead head) {
    sql.whole(() -> {
      long batch = 1 + sql.number("SELECT max(batch) FROM batch");
      note(sql, batch, journal);
      BatchSeal.insert(sql, batch, head, BatchSeal.missingPeople(sql));
      return batch;
    });
    tell(sql, journal);
  }

  private static Journal.@Nullable Seen last(Sql sql) {
    return sql.one(COLUMNS + " ORDER BY batch DESC LIMIT 1", JournalMarks::seen);
  }

  private static Journal.Seen seen(Sql.Row row) throws java.sql.SQLException {
    return new Journal.Seen(
        row.number(1), row.text(2), new AuditLog.End(row.number(3), digest(row.text(4))));
  }

  /// One that is damaged is that of no row.
  private static Sha256 digest(String hex) {
    try {
      return new Sha256(hex);
    } catch (IllegalArgumentException _) {
      return AuditRow.START;
    }
  }

  /// Notes the journal in a batch, within its transaction.
  static void note(Sql sql, long batch, Journal journal) {
    var end = journal.audit().end();
    sql.change(
        "INSERT INTO journal_mark (batch, key, rows, digest) VALUES (?, ?, ?, ?)",
        batch,
        journal.keyDigest(),
        end.rows(),
        end.digest().hex());
  }

  /// What batches saw of the journal that the last one saw.
  ///
  /// @param damaged batches that are not as they were sealed: what they saw is not believed, where
  ///   others saw anything
  static List<Journal.Seen> ofLast(Sql sql, Collection<Long> damaged) {
    var seen = believed(sql, damaged);
    return seen.stream().filter(one -> one.key().equals(seen.getLast().key())).toList();
  }

  private static List<Journal.Seen> believed(Sql sql, Collection<Long> damaged) {
    var all = sql.list(COLUMNS + " ORDER BY batch", JournalMarks::seen);
    var sound = all.stream().filter(one -> !damaged.contains(one.batch())).toList();
    return sound.isEmpty() ? all : sound;
  }

  /// Where a journal was begun anew, in the order of batches.
  ///
  /// @param damaged as above
  static List<StoreCheck.LostJournal> lost(Sql sql, Collection<Long> damaged) {
    var lost = new ArrayList<StoreCheck.LostJournal>();
    Journal.Seen before = null;
    for (var seen : believed(sql, damaged)) {
      if (before != null && !before.key().equals(seen.key())) {
        lost.add(new StoreCheck.LostJournal(seen.batch(), before.end().rows()));
      }
      before = seen;
    }
    return lost;
  }
}
