package org.idiome.store.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.sqlite.JDBC;

/// Opens a SQLite file and tells what it is.
///
/// @param path of the file
/// @param place what a fault names
record SqliteFile(Path path, String place, Form form) {
  static final int BUSY_MILLIS = 10_000;

  /// A connection, whatever the file holds.
  Sql open() {
    return open(JDBC.PREFIX + path);
  }

  /// A connection to a file that nobody can write to.
  ///
  /// @throws StoreFault where its log was not brought into it: what it says last would be missed
  Sql openUnchanging() {
    var log = path.resolveSibling(path.getFileName() + "-wal");
    try {
      if (Files.exists(log) && Files.size(log) > 0) {
        throw new StoreFault(ProblemCode.STORE_READ_ONLY, place);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return open(JDBC.PREFIX + path.toUri().toASCIIString().replace("///", "/") + "?immutable=1");
  }

  /// One that is gone when it is closed.
  static Sql inMemory() {
    return open(JDBC.PREFIX + ":memory:", "", "");
  }

  private Sql open(String address) {
    return open(address, place, path.toString());
  }

  private static Sql open(String address, String place, String file) {
    var settings = new Properties();
    settings.setProperty("busy_timeout", Integer.toString(BUSY_MILLIS));
    settings.setProperty("foreign_keys", "true");
    try {
      var sql = new Sql(JDBC.createConnection(address, settings), place, file);
      sql.run(
          "PRAGMA temp_store = MEMORY",
          "PRAGMA secure_delete = ON",
          "PRAGMA cell_size_check = ON",
          "PRAGMA trusted_schema = OFF");
      return sql;
    } catch (SQLException e) {
      throw new StoreFault(
          e, ProblemCode.STORE_FAILED, place, "said", String.valueOf(e.getMessage()));
    }
  }

  /// Whether nothing was ever written into it.
  static boolean isEmpty(Sql sql) {
    return sql.number("SELECT count(*) FROM sqlite_schema") == 0;
  }

  /// The number of the form that a file is in; 0 for an empty one.
  ///
  /// @throws StoreFault where it is another file, or of a newer release
  int number(Sql sql) {
    if (isEmpty(sql)) {
      return 0;
    }
    if (sql.number("PRAGMA application_id") != form.application()) {
      throw new StoreFault(ProblemCode.STORE_NOT_ONE, place);
    }
    int number = (int) sql.number("PRAGMA user_version");
    if (number > form.newest()) {
      throw fault(ProblemCode.STORE_NEWER, number);
    }
    return number;
  }

  StoreFault fault(ProblemCode code, int number) {
    return new StoreFault(
        code, place, "form", Integer.toString(number), "newest", Integer.toString(form.newest()));
  }
}
