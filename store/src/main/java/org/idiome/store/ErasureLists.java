package org.idiome.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.Catalogue;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.catalogue.SqlFault;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// The erasure lists that a restore goes by: of other states of the same store alone, each held to
/// what its batches were sealed with before it is believed.
///
/// A list that lost a row would bring somebody back, and what lies beside it would unsay a
/// withdrawal.
final class ErasureLists {
  /// Whose rows say who was erased and what was said since, and on which others they hang.
  private static final List<String> TABLES =
      List.of("erasure", "erasure_hash", "person", "consent", "settlement", "gap");

  private static final String UNREAD = "journal.sqlite cannot be read";

  private final Sql backup;
  private final ErasureList own;
  private final @Nullable Mark last;
  private final Journal.@Nullable Seen audited;
  private final @Nullable String lent;
  private final boolean isBelievedAnyway;
  private final List<ErasureList> lists = new ArrayList<>();
  private final List<String> damaged = new ArrayList<>();
  private int counting;

  /// What was found.
  ///
  /// @param lists of other states of the store
  /// @param damaged where lists are from that cannot be believed, with what is damaged
  /// @param isOneMissing whether one that was asked for says nothing of the time since the backup
  /// @param lent the key of the hashes, out of a list, where damage took that of the backup; else
  ///   null
  record Found(
      List<ErasureList> lists, List<String> damaged, boolean isOneMissing, @Nullable String lent) {
    Found {
      lists = List.copyOf(lists);
      damaged = List.copyOf(damaged);
    }
  }

  /// A batch by which a state of a store is known: what it says of itself, and what it saw of the
  /// audit, which is never the same in copies that go on side by side.
  private record Mark(
      long batch, String recorded, String command, long people, String key, long rows, String end) {
    static @Nullable Mark of(Sql sql, long batch) {
      return sql.one(
          "SELECT b.batch, b.recorded, b.command, b.people, m.key, m.rows, m.digest FROM batch b"
              + " JOIN journal_mark m USING (batch) WHERE b.batch = ?",
          row ->
              new Mark(
                  row.number(1),
                  row.text(2),
                  row.text(3),
                  row.number(4),
                  row.text(5),
                  row.number(6),
                  row.text(7)),
          batch);
    }

    /// Of the last batch that says of itself what it said first, and has one; null where none does.
    static @Nullable Mark ofLast(Sql sql) {
      for (long batch : sql.list("SELECT batch FROM batch ORDER BY batch DESC", Mark::batch)) {
        var mark = BatchHeads.isWhole(sql, batch) ? of(sql, batch) : null;
        if (mark != null) {
          return mark;
        }
      }
      return null;
    }

    private static long batch(Sql.Row row) throws SQLException {
      return row.number(1);
    }
  }

  private ErasureLists(StoreFolder folder, Sql backup, List<Path> asked, boolean isBelievedAnyway) {
    this.backup = backup;
    this.last = Mark.ofLast(backup);
    this.audited = audited(folder, backup);
    this.lent = ErasureList.keyOrNull(backup) == null ? lent(asked) : null;
    this.own = lent == null ? ErasureList.of(backup) : ErasureList.of(backup, lent);
    this.isBelievedAnyway = isBelievedAnyway;
  }

  /// The key out of a state of the store: what has the same journal, and is what wrote it, has the
  /// same key. A journal that somebody laid beside another catalogue says nothing of that one's.
  private @Nullable String lent(List<Path> asked) {
    for (var path : asked) {
      try {
        var folder = StoreFolder.any(path);
        try (var sql = Catalogue.look(folder);
            var journal = Journal.look(folder)) {
          var key = ErasureList.keyOrNull(sql);
          if (key != null
              && audited != null
              && journal.keyDigest().equals(audited.key())
              && JournalMarks.differs(sql, journal) == null) {
            return key;
          }
        }
      } catch (StoreFault fault) {
        if (SqlFault.isPassing(fault)) {
          throw fault;
        }
      } catch (IllegalArgumentException | IllegalStateException | NullPointerException _) {
        // That it cannot be read is said where its list is.
      }
    }
    return null;
  }

  /// Where the audit of the backup ends, which its making added a row to: a copy of the store that
  /// went on beside has another row there, also where no batch came in between. Null where its
  /// journal does not say.
  private static Journal.@Nullable Seen audited(StoreFolder folder, Sql backup) {
    if (!Files.isRegularFile(folder.journal())) {
      return null;
    }
    try (var journal = Journal.look(folder)) {
      return JournalMarks.differs(backup, journal) == null && journal.canGoOn()
          ? new Journal.Seen(0, journal.keyDigest(), journal.audit().end())
          : null;
    } catch (StoreFault fault) {
      if (SqlFault.isPassing(fault)) {
        throw fault;
      }
      return null;
    } catch (IllegalArgumentException | IllegalStateException | NullPointerException _) {
      return null;
    }
  }

  /// Those of some stores and backups.
  ///
  /// @param folder of the backup
  /// @param asked where they lie
  /// @param isWithoutList whether to go on where one cannot be had, or cannot be believed
  /// @throws StoreFault where one cannot be, or none says who was erased since the backup was made
  static Found of(
      StoreFolder folder, Sql backup, Path target, List<Path> asked, boolean isWithoutList) {
    var all = new ErasureLists(folder, backup, asked, isWithoutList);
    asked.forEach(all::take);
    if (all.counting == 0 && !isWithoutList) {
      throw new StoreFault(ProblemCode.STORE_NO_ERASURE_LIST, target.toString());
    }
    // Where the audit of the backup is lost, nobody can tell a copy that went on beside.
    boolean isOneMissing =
        all.counting == 0
            || all.counting < asked.size()
            || (all.audited == null && all.last != null);
    return new Found(all.lists, all.damaged, isOneMissing, all.lent);
  }

  private void take(Path path) {
    try {
      var folder = StoreFolder.any(path);
      try (var sql = Catalogue.look(folder)) {
        take(path, folder, sql);
      }
    } catch (StoreFault unreadable) {
      if (!isBelievedAnyway || SqlFault.isPassing(unreadable)) {
        throw unreadable;
      }
    }
  }

  private void take(Path path, StoreFolder folder, Sql sql) {
    var list = ErasureList.of(sql);
    if (!own.isOfSameStore(sql)) {
      return;
    }
    var wrong = damage(folder, sql);
    if (!wrong.isEmpty()) {
      if (!isBelievedAnyway) {
        throw new StoreFault(ProblemCode.STORE_LIST_DAMAGED, path.toString(), "said", wrong);
      }
      damaged.add(path + ", " + wrong);
    } else {
      counting += isLater(folder, sql) ? 1 : 0;
      acceptedSince(sql).forEach(one -> damaged.add(path + ", " + one));
      begunSince(sql).forEach(one -> damaged.add(path + ", " + one));
    }
    lists.add(list);
  }

  /// Batches whose damage was accepted since the backup was made: what they lost may be somebody's
  /// erasure or withdrawal.
  private List<String> acceptedSince(Sql sql) {
    var known = Accepted.all(backup);
    return Accepted.all(sql).stream()
        .filter(one -> one.isOfDamage() && !known.contains(one))
        .map(one -> "batch " + one.damaged() + ", of which somebody accepted what was left")
        .toList();
  }

  /// Journals that were begun anew since: the one before may have been told of later batches, which
  /// are not there.
  private List<String> begunSince(Sql sql) {
    var known = JournalMarks.lost(backup, BatchSeal.damaged(backup));
    return JournalMarks.lost(sql, BatchSeal.damaged(sql)).stream()
        .filter(one -> !known.contains(one))
        .map(one -> "batch " + one.batch() + ", which began another journal")
        .toList();
  }

  /// Whether it knows of the time since the backup was made: the store of which it was made does,
  /// and a later backup of that. A backup of the same moment does not, nor does a copy that went on
  /// beside: whoever was erased in the one, the other may not know.
  private boolean isLater(StoreFolder folder, Sql sql) {
    if (sql.number("SELECT count(*) FROM batch") == 0) {
      return false;
    }
    if (backup.number("SELECT count(*) FROM batch") == 0) {
      return true;
    }
    return last != null
        && last.equals(Mark.of(sql, last.batch()))
        && (!folder.isBackup() || sql.number("SELECT max(batch) FROM batch") > last.batch())
        && goesOnFromAudit(folder);
  }

  /// Whether its audit has the row at which that of the backup ends. One that was begun anew since
  /// cannot say; that is named by itself.
  private boolean goesOnFromAudit(StoreFolder folder) {
    if (audited == null) {
      return true;
    }
    try (var journal = Journal.look(folder)) {
      return !journal.keyDigest().equals(audited.key()) || journal.differsFrom(audited) == null;
    }
  }

  /// What says that rows are not as they were written; empty where nothing does.
  private static String damage(StoreFolder folder, Sql sql) {
    for (var table : TABLES) {
      if (!sql.list("PRAGMA foreign_key_check(" + table + ")", row -> row.text(1)).isEmpty()) {
        return "structure foreign key";
      }
    }
    var batches = BatchSeal.damaged(sql);
    if (!batches.isEmpty()) {
      return "batch " + batches.getFirst();
    }
    if (BatchSeal.missingPeople(sql) != 0) {
      return "persons who are missing";
    }
    return lost(folder, sql);
  }

  /// A batch of which the journal beside was told, and that is not there: an erasure may be lost
  /// with it. Where no journal is there that can say so, nobody knows which batch was the last.
  private static String lost(StoreFolder folder, Sql sql) {
    if (sql.number("SELECT count(*) FROM batch") == 0) {
      return "";
    }
    if (!Files.isRegularFile(folder.journal())) {
      return "journal.sqlite is missing";
    }
    try (var journal = Journal.look(folder)) {
      var differs = JournalMarks.differs(sql, journal);
      if (differs != null) {
        return "journal.sqlite: " + differs;
      }
      if (journal.lastBatch() == null) {
        return "journal.sqlite: note of the last batch";
      }
      return Objects.requireNonNullElse(JournalMarks.missing(folder, sql, journal), "");
    } catch (StoreFault fault) {
      if (SqlFault.isPassing(fault)) {
        throw fault;
      }
      return UNREAD;
    } catch (IllegalArgumentException | IllegalStateException | NullPointerException _) {
      return UNREAD;
    }
  }
}
