package org.idiome.genomics.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.canonical.Sha256;

/// A table that ships with the code: header line, then rows of as many columns.
///
/// A fault in it is a fault of ours and throws [RuleTableException].
public final class RuleTable {
  private final String name;
  private final List<String> columns;
  private final List<Row> rows;
  private final Sha256 digest;

  private RuleTable(String name, byte[] bytes) {
    this.name = name;
    this.digest = Sha256.of(bytes);
    var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    this.columns = List.of(lines.getFirst().split("\t", -1));
    var read = new ArrayList<Row>();
    for (int i = 1; i < lines.size(); i++) {
      var cells = lines.get(i).split("\t", -1);
      if (cells.length != columns.size()) {
        throw new RuleTableException(name, i + 1, cells.length + " columns");
      }
      read.add(new Row(i + 1, List.of(cells)));
    }
    this.rows = List.copyOf(read);
  }

  /// The table beside a class.
  public static RuleTable beside(Class<?> owner, String name) {
    try (var stream = owner.getResourceAsStream(name)) {
      if (stream == null) {
        throw new RuleTableException(name, 0, "not beside " + owner.getName());
      }
      return new RuleTable(name, stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /// The rows in the order of the table.
  public List<Row> rows() {
    return rows;
  }

  /// Its file name.
  public String name() {
    return name;
  }

  /// Hash of its bytes.
  public Sha256 digest() {
    return digest;
  }

  /// One row.
  public final class Row {
    private final int line;
    private final List<String> cells;

    private Row(int line, List<String> cells) {
      this.line = line;
      this.cells = cells;
    }

    /// The cell of a column.
    public String get(String column) {
      int index = columns.indexOf(column);
      if (index < 0) {
        throw new RuleTableException(name, 1, "no column " + column);
      }
      return cells.get(index);
    }

    /// The cell of a column as a whole number.
    public int number(String column) {
      try {
        return Integer.parseInt(get(column));
      } catch (NumberFormatException e) {
        throw new RuleTableException(name, line, column + " is no whole number");
      }
    }
  }
}
