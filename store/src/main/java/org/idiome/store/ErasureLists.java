package org.idiome.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.Catalogue;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.journal.Journal;

/// The erasure lists that a restore goes by: of other states of the same store alone, each held to
/// what its batches were sealed with before it is believed.
///
/// A list that lost a row would bring somebody back, and what lies beside it would unsay a
/// withdrawal.
final class ErasureLists {
  /// Whose rows say who was erased and what was said since, and on which others they hang.
  private static final List<String> TABLES =
      List.of("erasure", "erasure_hash", "person", "consent", "settlement", "gap");

  private final Sql backup;
  private final ErasureList own;
  private final boolean isBelievedAnyway;
  private final List<ErasureList> lists = new ArrayList<>();
  private final List<String> damaged = new ArrayList<>();
  private int counting;

  /// What was found.
  ///
  /// @param lists of other states of the store
  /// @param damaged where lists are from that cannot be believed, with what is damaged
  /// @param isOneMissing whether one that was asked for says nothing of the time since the backup
  record Found(List<ErasureList> lists, List<String> damaged, boolean isOneMissing) {
    Found {
      lists = List.copyOf(lists);
      damaged = List.copyOf(damaged);
    }
  }

  /// The end of a store: its last batch.
  private record End(String recorded, long batch) {
    private static final Comparator<End> ORDER =
        Comparator.comparing(End::recorded).thenComparingLong(End::batch);

    static End of(Sql sql) {
      var last =
          sql.one(
              "SELECT recorded, batch FROM batch ORDER BY batch DESC LIMIT 1",
              row -> new End(row.text(1), row.number(2)));
      return last == null ? new End("", 0) : last;
    }
  }

  private ErasureLists(Sql backup, boolean isBelievedAnyway) {
    this.backup = backup;
    this.own = ErasureList.of(backup);
    this.isBelievedAnyway = isBelievedAnyway;
  }

  /// Those of some stores and backups.
  ///
  /// @param asked where they lie
  /// @param isWithoutList whether to go on where one cannot be had, or cannot be believed
  /// @throws StoreFault where one cannot be, or none says who was erased since the backup was made
  static Found of(Sql backup, Path target, List<Path> asked, boolean isWithoutList) {
    var all = new ErasureLists(backup, isWithoutList);
    asked.forEach(all::take);
    if (all.counting == 0 && !isWithoutList) {
      throw new StoreFault(ProblemCode.STORE_NO_ERASURE_LIST, target.toString());
    }
    return new Found(all.lists, all.damaged, all.counting == 0 || all.counting < asked.size());
  }

  private void take(Path path) {
    try {
      var folder = StoreFolder.any(path);
      try (var sql = Catalogue.look(folder)) {
        take(path, folder, sql);
      }
    } catch (StoreFault unreadable) {
      if (!isBelievedAnyway) {
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
      counting += !list.isKnown(backup) || isLater(folder, sql) ? 1 : 0;
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

  /// Whether it knows of the time since the backup was made: a backup of the same moment does not,
  /// the store of which it was made does.
  private boolean isLater(StoreFolder folder, Sql sql) {
    int order = End.ORDER.compare(End.of(sql), End.of(backup));
    return order > 0 || (order == 0 && !folder.isBackup());
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
    } catch (StoreFault
        | IllegalArgumentException
        | IllegalStateException
        | NullPointerException _) {
      return "journal.sqlite cannot be read";
    }
  }
}
