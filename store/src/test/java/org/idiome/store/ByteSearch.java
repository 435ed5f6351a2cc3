package org.idiome.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Looks for texts in every byte of a folder, and in every cell of its Parquet files, whose pages
/// are packed.
///
/// To be run in a process of its own, or where nothing of the folder is open: closing a file that
/// SQLite has open would drop its locks.
final class ByteSearch {
  private ByteSearch() {}

  /// Prints the names of the files in which something was found, one a line.
  ///
  /// @param args the folder, and what to look for: words, or bytes as `hex:…`
  public static void main(String[] args) throws IOException, SQLException {
    var wanted = List.of(args).subList(1, args.length);
    search(Path.of(args[0]), wanted).forEach(System.out::println);
  }

  /// Names of the files in which any of it stands, or whose names hold it.
  static Set<String> search(Path root, List<String> wanted) throws IOException, SQLException {
    var needles = new ArrayList<String>();
    for (var text : wanted) {
      if (text.startsWith("hex:")) {
        needles.add(latin(HexFormat.of().parseHex(text.substring(4))));
      } else {
        needles.add(latin(text.getBytes(StandardCharsets.UTF_8)));
        needles.add(latin(text.getBytes(StandardCharsets.UTF_16LE)));
      }
    }
    var found = new TreeSet<String>();
    List<Path> files;
    try (var all = Files.walk(root)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (var file : files) {
      var name = root.relativize(file).toString();
      var bytes = latin(Files.readAllBytes(file));
      if (needles.stream().anyMatch(needle -> bytes.contains(needle) || name.contains(needle))
          || (bytes.startsWith("PAR1") && cells(file, wanted))) {
        found.add(name);
      }
    }
    return found;
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static boolean cells(Path file, List<String> wanted) throws SQLException {
    var query = "SELECT * FROM read_parquet('" + file.toString().replace("'", "''") + "')";
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          var cell = String.valueOf(rows.getString(column));
          if (wanted.stream().anyMatch(cell::contains)) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
