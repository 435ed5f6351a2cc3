package org.idiome.store.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;

/// Opens the catalogue of a store.
public final class Catalogue {
  /// What stands for the command of a batch whose row is gone.
  private static final String NOT_READABLE = "(its row cannot be read)";

  private Catalogue() {}

  /// For reading: what was committed when the first question is asked, unchanged until closed.
  ///
  /// @throws StoreFault where it is none, newer than this release, or damaged
  public static Sql read(StoreFolder folder) {
    if (folder.isReadOnly()) {
      throw new StoreFault(ProblemCode.STORE_READ_ONLY, folder.root().toString());
    }
    var file = file(folder);
    return read(salvaging(file, file.open()), folder);
  }

  private static Sql salvaging(SqliteFile file, Sql sql) {
    return sql.orElse((damaged, why) -> salvage(file, damaged, why));
  }

  /// What can be read out of a catalogue that turned out to be damaged.
  private static Salvage salvage(SqliteFile file, Sql damaged, String why) {
    var salvage = file.salvage(damaged, why);
    // Rows stay in the batch in which they came, also where its own row is gone.
    var sql = salvage.sql();
    sql.run("PRAGMA query_only = OFF");
    sql.change(
        "INSERT INTO batch (batch, recorded, command, software, intakes, segments, observations,"
            + " people, digest, head) SELECT DISTINCT batch, '', ?, '', 0, 0, 0, 0, '', '' FROM (SELECT batch FROM intake"
            + " UNION SELECT superseded FROM intake WHERE superseded IS NOT NULL"
            + " UNION SELECT batch FROM person UNION SELECT batch FROM segment"
            + " UNION SELECT batch FROM consent UNION SELECT batch FROM settlement"
            + " UNION SELECT batch FROM journal_mark) WHERE batch NOT IN (SELECT batch FROM batch)",
        NOT_READABLE);
    sql.run("PRAGMA query_only = ON");
    return salvage;
  }

  /// To be looked at: also where nothing can be written.
  ///
  /// @throws StoreFault where it is none, newer than this release, or damaged
  public static Sql look(StoreFolder folder) {
    return read(folder.isReadOnly() ? file(folder).openUnchanging() : file(folder).open(), folder);
  }

  /// To be held to what was written, as far as it can be read: also where nothing can be written.
  ///
  /// @throws StoreFault where it is none, newer than this release, or nothing of it can be read
  public static Sql search(StoreFolder folder) {
    var file = file(folder);
    return read(salvaging(file, folder.isReadOnly() ? file.openUnchanging() : file.open()), folder);
  }

  private static Sql read(Sql sql, StoreFolder folder) {
    var file = file(folder);
    try {
      if (SqliteFile.isEmpty(sql)) {
        requireNew(sql, folder);
        throw new StoreFault(ProblemCode.STORE_NOT_FOUND, folder.root().toString());
      }
      int number = number(file, sql);
      if (number != Form.CATALOGUE.newest()) {
        throw file.fault(ProblemCode.STORE_OLDER, number);
      }
      sql.run("PRAGMA query_only = ON", "BEGIN");
      return sql;
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  private static int number(SqliteFile file, Sql sql) {
    try {
      return file.number(sql);
    } catch (StoreFault fault) {
      if (fault.problem().code() != ProblemCode.STORE_DAMAGED
          || !sql.giveUp(fault.problem().values().getOrDefault("said", "header"))) {
        throw fault;
      }
      return file.number(sql);
    }
  }

  /// For the one writer, who holds its place; made or brought up where that is needed.
  ///
  /// @throws StoreFault where it is none, newer than this release, or damaged
  public static Sql write(StoreFolder folder) {
    try {
      StoreFolder.makeFile(folder.catalogue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var file = file(folder);
    var sql = file.open();
    try {
      requireNew(sql, folder);
      sql.run("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL");
      file.number(sql);
      Migrations.bringUp(sql, Form.CATALOGUE);
      // What is written into damaged pages is lost with them, and takes more along.
      sql.requireStructure();
      return sql;
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  /// A catalogue without tables beside what its store wrote was emptied: a new one in its place
  /// would sweep away the dense layers.
  private static void requireNew(Sql sql, StoreFolder folder) {
    // Asked again: another process may have made it and the rest in between.
    if (SqliteFile.isEmpty(sql) && folder.isUsed() && SqliteFile.isEmpty(sql)) {
      throw new StoreFault(
          ProblemCode.STORE_DAMAGED, folder.catalogue().toString(), "said", "the file is empty");
    }
  }

  /// Whether its tables and indexes are those of its form.
  public static boolean hasItsTables(Sql sql) {
    return Form.CATALOGUE.isOf(sql);
  }

  private static SqliteFile file(StoreFolder folder) {
    return new SqliteFile(folder.catalogue(), folder.root().toString(), Form.CATALOGUE);
  }
}
