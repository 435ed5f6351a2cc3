package org.idiome.knowledge.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.source.SourceFile;

/// A cited table, read and checked for its form: every row has as many cells as the header has
/// columns, and none is blank.
public final class Table {
  private final SourceFile file;
  private final String header;
  private final List<String> columns;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<TableRow> rows;

  private Table(SourceFile file, String header, List<String> lines) {
    this.file = file;
    this.header = header;
    this.columns = List.of(cells(header));
    for (int i = 0; i < columns.size(); i++) {
      places.put(columns.get(i), i);
    }
    var read = new ArrayList<TableRow>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      read.add(new TableRow(this, i + 2, lines.get(i), cells(lines.get(i))));
    }
    this.rows = List.copyOf(read);
  }

  /// Reads a table.
  ///
  /// @param name as explanations name the file
  /// @throws TableException where the bytes are no such table
  public static Table read(String name, byte[] bytes) {
    var lines = lines(name, bytes);
    if (lines.isEmpty()) {
      throw new TableException(name, "no header", "begin the file with the names of its columns");
    }
    var header = lines.removeFirst();
    var table = new Table(new SourceFile(name, Sha256.of(bytes), bytes.length), header, lines);
    table.checkForm();
    return table;
  }

  private static List<String> lines(String name, byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new TableException(name, "not UTF-8", "save the table as UTF-8");
    }
    if (text.indexOf('\r') >= 0) {
      throw new TableException(name, "carriage returns", "end lines with a line feed alone");
    }
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw new TableException(name, "last line is not ended", "end it with a line feed");
    }
    var lines = new ArrayList<String>();
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at);
      lines.add(text.substring(at, end));
      at = end + 1;
    }
    return lines;
  }

  private static String[] cells(String line) {
    var cells = new ArrayList<String>();
    int at = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', at)) {
      cells.add(line.substring(at, tab));
      at = tab + 1;
    }
    cells.add(line.substring(at));
    return cells.toArray(String[]::new);
  }

  private void checkForm() {
    if (places.size() != columns.size() || columns.stream().anyMatch(String::isBlank)) {
      throw new TableException(
          file.name(), 1, "a column has no name, or the name of another", "name each column once");
    }
    for (var row : rows) {
      row.checkForm(columns.size());
    }
  }

  /// This table, if its columns are exactly these.
  ///
  /// @throws TableException otherwise
  public Table requireColumns(List<String> expected) {
    if (!columns.equals(expected)) {
      throw new TableException(
          file.name(), 1, "columns are " + columns, "they must be " + expected);
    }
    return this;
  }

  /// This table, if no two rows agree in all of these columns.
  ///
  /// @throws TableException otherwise
  public Table requireUnique(List<String> key) {
    var seen = new HashSet<List<String>>();
    for (var row : rows) {
      var values = key.stream().map(row::cell).toList();
      if (!seen.add(values)) {
        throw row.wrong("a second row of " + values, "keep one row for each " + key);
      }
    }
    return this;
  }

  /// The file, with the hash of its bytes.
  public SourceFile file() {
    return file;
  }

  /// The header line.
  public String header() {
    return header;
  }

  /// The rows, in the order of the file.
  public List<TableRow> rows() {
    return rows;
  }

  int place(String column) {
    var place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException(file.name() + " has no column " + column);
    }
    return place;
  }
}
