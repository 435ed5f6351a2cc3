package org.idiome.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.form.Recorded;
import org.idiome.store.journal.Journal;

/// Takes what no longer counts off the disk, once no reader of an earlier state is left. Only the
/// one writer may ask.
///
/// Every step can be cut off and is then done again by the next writer: an erasure is finished when
/// its row says so, after the last byte is gone, and not before.
final class Clearing {
  private final StoreFolder folder;
  private final Sql sql;
  private final Journal journal;

  private record Begun(String id, long batch) {}

  Clearing(StoreFolder folder, Sql sql, Journal journal) {
    this.folder = folder;
    this.sql = sql;
    this.journal = journal;
  }

  /// How many erasures wait for readers, or for a writer after a kill.
  static long pending(Sql sql) {
    return sql.number("SELECT count(*) FROM erasure WHERE finished IS NULL");
  }

  /// Finishes what was begun as far as that is possible without waiting.
  ///
  /// @return how many erasures are pending still
  static long tryToFinish(StoreFolder folder, Sql sql, Journal journal, Instant now) {
    try {
      new Clearing(folder, sql, journal).finish(now, 0);
    } catch (StoreFault _) {
      // A damaged part; what else the store holds can still be written, and the count is said.
    }
    return pending(sql);
  }

  /// Finishes what was begun: erasures, and parts whose place another has taken.
  ///
  /// @param waitMillis how long to wait for readers of an earlier state
  /// @return whether nothing is pending now
  /// @throws StoreFault where a part is damaged; all else was done then
  boolean finish(Instant now, long waitMillis) {
    return finish(now, waitMillis, 0, Set.of());
  }

  /// The same.
  ///
  /// @param batch of an erasure
  /// @param parts in which rows of who is erased by it may be: it is finished where others are
  ///   damaged
  boolean finish(Instant now, long waitMillis, long batch, Set<String> parts) {
    if (pending(sql) == 0) {
      return sql.number("SELECT count(*) FROM part_gone") == 0 || discardParts(waitMillis);
    }
    var damaged = new Parts(folder, sql).dropDeadRows();
    // Whoever reads now began after the person had gone, and can keep no run of them any more.
    if (!sql.emptyLog(waitMillis) || !forgetRuns(waitMillis)) {
      return false;
    }
    if (!sql.clear(waitMillis) || !discardParts(waitMillis)) {
      return false;
    }
    var finished = "UPDATE erasure SET finished = ? WHERE finished IS NULL";
    if (damaged.isEmpty()) {
      change(finished, Recorded.text(now));
    } else if (Collections.disjoint(damaged.keySet(), parts)) {
      change(finished + " AND batch = ?", Recorded.text(now), batch);
    }
    sql.emptyLog(0);
    if (!damaged.isEmpty()) {
      throw damaged.firstEntry().getValue();
    }
    return true;
  }

  /// Changes rows of erasures that are pending, and seals their batches anew.
  private void change(String statement, Object... values) {
    sql.whole(() -> {
      var batches =
          sql.list(
              "SELECT DISTINCT batch FROM erasure WHERE finished IS NULL", row -> row.number(1));
      var resealing = new Resealing(sql);
      resealing.touch(batches);
      sql.change(statement, values);
      resealing.write();
      return batches;
    });
  }

  private boolean forgetRuns(long waitMillis) {
    var begun =
        sql.list(
            "SELECT id, batch FROM erasure WHERE id IS NOT NULL ORDER BY erasure",
            row -> new Begun(row.text(1), row.number(2)));
    var gaps = Remnants.pending(sql);
    boolean isTold = OthersWords.forgetRuns(sql, journal);
    if (begun.isEmpty() && gaps.isEmpty() && !isTold) {
      return true;
    }
    begun.forEach(one -> journal.erase(one.id(), 0, one.batch()));
    gaps.forEach(gap -> journal.erase(gap.id(), gap.from(), gap.end()));
    if (!journal.vacuum(waitMillis)) {
      return false;
    }
    change("UPDATE erasure SET id = NULL WHERE finished IS NULL");
    change("DELETE FROM run_gone");
    return true;
  }

  /// Deletes the files of parts whose place another has taken.
  private boolean discardParts(long waitMillis) {
    if (!sql.emptyLog(waitMillis)) {
      return false;
    }
    try {
      for (var name :
          sql.list("SELECT name FROM part_gone EXCEPT SELECT name FROM part", row -> row.text(1))) {
        Files.deleteIfExists(folder.layers().resolve(name));
      }
      StoreFolder.sync(folder.layers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sql.change("DELETE FROM part_gone");
    sql.emptyLog(0);
    return true;
  }
}
