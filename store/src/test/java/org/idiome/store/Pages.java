package org.idiome.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Damages pages of a SQLite file.
final class Pages {
  private static final int PAGE = 4096;

  private Pages() {}

  /// Flips a bit of the root of an index: no row is lost.
  static void flipRoot(Path file, String index) throws IOException, SQLException {
    long at = page(file, "SELECT rootpage FROM sqlite_schema WHERE name = '" + index + "'");
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int old = bytes.read();
      bytes.seek(at);
      bytes.write(old ^ 1);
    }
  }

  /// Writes zeros over the last leaf of a table: its rows are gone.
  static void clearLeaf(Path file, String table) throws IOException, SQLException {
    long at =
        page(
            file,
            "SELECT max(pageno) FROM dbstat WHERE name = '" + table + "' AND pagetype = 'leaf'");
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      bytes.write(new byte[PAGE]);
    }
  }

  private static long page(Path file, String question) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var ask = connection.createStatement();
        var rows = ask.executeQuery(question)) {
      return (rows.getLong(1) - 1) * PAGE;
    }
  }
}
