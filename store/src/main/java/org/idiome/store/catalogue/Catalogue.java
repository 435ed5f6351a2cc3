package org.idiome.store.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;

/// Opens the catalogue of a store.
public final class Catalogue {
  private Catalogue() {}

  /// For reading: what was committed when the first question is asked, unchanged until closed.
  ///
  /// @throws StoreFault where it is none, newer than this release, or damaged
  public static Sql read(StoreFolder folder) {
    if (folder.isReadOnly()) {
      throw new StoreFault(ProblemCode.STORE_READ_ONLY, folder.root().toString());
    }
    return read(file(folder).open(), folder);
  }

  /// To be looked at: also where nothing can be written.
  ///
  /// @throws StoreFault where it is none, newer than this release, or damaged
  public static Sql look(StoreFolder folder) {
    return read(folder.isReadOnly() ? file(folder).openUnchanging() : file(folder).open(), folder);
  }

  private static Sql read(Sql sql, StoreFolder folder) {
    var file = file(folder);
    try {
      if (SqliteFile.isEmpty(sql)) {
        requireNew(sql, folder);
        throw new StoreFault(ProblemCode.STORE_NOT_FOUND, folder.root().toString());
      }
      int number = file.number(sql);
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
