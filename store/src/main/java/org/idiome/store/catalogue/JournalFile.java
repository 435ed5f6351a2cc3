package org.idiome.store.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;

/// Opens the journal of a store: what answering writes, while somebody else may be importing.
public final class JournalFile {
  private static final int MOST_TRIES = 500;
  private static final long PAUSE_MILLIS = 20;

  private JournalFile() {}

  /// For reading alone, also where nothing can be written.
  ///
  /// @throws StoreFault where it is another file, newer or older than this release, or damaged
  public static Sql read(StoreFolder folder) {
    var file = file(folder);
    return read(file, folder.isReadOnly() ? file.openUnchanging() : file.open());
  }

  /// To be held to what was written, as far as it can be read: also where nothing can be written.
  ///
  /// @throws StoreFault where it is another file, newer or older than this release, or nothing of
  ///   it can be read
  public static Sql search(StoreFolder folder) {
    var file = file(folder);
    var sql = folder.isReadOnly() ? file.openUnchanging() : file.open();
    return read(file, sql.orElse(file::salvage));
  }

  private static SqliteFile file(StoreFolder folder) {
    return new SqliteFile(folder.journal(), folder.journal().toString(), Form.JOURNAL);
  }

  private static Sql read(SqliteFile file, Sql sql) {
    try {
      int number = file.number(sql);
      if (number != Form.JOURNAL.newest()) {
        throw file.fault(ProblemCode.STORE_OLDER, number);
      }
      return sql;
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  /// For reading and for short transactions; brought up where that is needed.
  ///
  /// @throws StoreFault where it is missing or empty, cannot be written, is another file, newer, or
  ///   damaged
  public static Sql open(StoreFolder folder) {
    if (!Files.isRegularFile(folder.journal())) {
      throw new StoreFault(
          ProblemCode.STORE_JOURNAL_LOST, folder.journal().toString(), "said", "missing");
    }
    return open(folder, false);
  }

  /// For reading and for short transactions; made or brought up where that is needed. Several
  /// processes may do so at once.
  ///
  /// @throws StoreFault where it cannot be written, is another file, newer, or damaged
  public static Sql make(StoreFolder folder) {
    try {
      StoreFolder.makeFile(folder.journal());
    } catch (IOException e) {
      throw StoreFault.ofDisk(e, folder.journal().toString());
    }
    return open(folder, true);
  }

  private static Sql open(StoreFolder folder, boolean isNew) {
    var place = folder.journal().toString();
    var file = new SqliteFile(folder.journal(), place, Form.JOURNAL);
    var sql = file.open();
    try {
      if (!isNew && SqliteFile.isEmpty(sql)) {
        throw new StoreFault(ProblemCode.STORE_JOURNAL_LOST, place, "said", "empty");
      }
      keepLog(sql);
      sql.run("PRAGMA synchronous = FULL");
      file.number(sql);
      Migrations.bringUp(sql, Form.JOURNAL);
      return sql;
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  /// Whether its tables, indexes and triggers are those of its form.
  public static boolean hasItsTables(Sql sql) {
    return Form.JOURNAL.isOf(sql);
  }

  /// Of two that make it at once, one is told that it is busy and does not wait by itself.
  private static void keepLog(Sql sql) {
    for (int tries = 1; ; tries++) {
      try {
        if (!"wal".equals(sql.one("PRAGMA journal_mode", row -> row.text(1)))) {
          sql.run("PRAGMA journal_mode = WAL");
        }
        return;
      } catch (StoreFault fault) {
        if (tries == MOST_TRIES || !SqlFault.isBusy(fault)) {
          throw fault;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the journal", e);
    }
  }
}
