package org.idiome.store.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Properties;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.sqlite.JDBC;

/// Opens the catalogue of a store.
public final class Catalogue {
  /// In the file's header, so that `file` and others can tell it: "Idio".
  static final int APPLICATION = 0x4964696f;

  private static final String BUSY_MILLIS = "10000";

  private Catalogue() {}

  /// For reading: what was committed when the first question is asked, unchanged until closed.
  ///
  /// @throws StoreFault where it is none, newer than this release, or damaged
  public static Sql read(StoreFolder folder) {
    var sql = open(folder);
    try {
      if (isEmpty(sql)) {
        throw new StoreFault(ProblemCode.STORE_NOT_FOUND, folder.root().toString());
      }
      int form = form(sql, folder);
      if (form != Migrations.NEWEST) {
        throw new StoreFault(
            ProblemCode.STORE_OLDER,
            folder.root().toString(),
            "form",
            Integer.toString(form),
            "newest",
            Integer.toString(Migrations.NEWEST));
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
    var sql = open(folder);
    try {
      sql.run("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL");
      Migrations.bringUp(sql, isEmpty(sql) ? 0 : form(sql, folder));
      return sql;
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  private static Sql open(StoreFolder folder) {
    var settings = new Properties();
    settings.setProperty("busy_timeout", BUSY_MILLIS);
    settings.setProperty("foreign_keys", "true");
    try {
      var url = JDBC.PREFIX + folder.catalogue();
      var sql = new Sql(JDBC.createConnection(url, settings), folder.root().toString());
      sql.run(
          "PRAGMA temp_store = MEMORY",
          "PRAGMA secure_delete = ON",
          "PRAGMA cell_size_check = ON",
          "PRAGMA trusted_schema = OFF");
      return sql;
    } catch (SQLException e) {
      throw new StoreFault(
          e,
          ProblemCode.STORE_FAILED,
          folder.root().toString(),
          "said",
          String.valueOf(e.getMessage()));
    }
  }

  private static boolean isEmpty(Sql sql) {
    return sql.number("SELECT count(*) FROM sqlite_schema") == 0;
  }

  /// The number of the form that the file is in.
  private static int form(Sql sql, StoreFolder folder) {
    if (sql.number("PRAGMA application_id") != APPLICATION) {
      throw new StoreFault(ProblemCode.STORE_NOT_ONE, folder.root().toString());
    }
    int form = (int) sql.number("PRAGMA user_version");
    if (form > Migrations.NEWEST) {
      throw new StoreFault(
          ProblemCode.STORE_NEWER,
          folder.root().toString(),
          "form",
          Integer.toString(form),
          "newest",
          Integer.toString(Migrations.NEWEST));
    }
    return form;
  }
}
