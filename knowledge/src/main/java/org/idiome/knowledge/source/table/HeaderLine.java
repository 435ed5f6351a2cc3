package org.idiome.knowledge.source.table;

import java.util.ArrayList;
import java.util.List;

/// The cells of a header line, which may stand behind a number sign or in quotes.
final class HeaderLine {
  private HeaderLine() {}

  static List<String> cells(String line, Layout layout) {
    int from = 0;
    while (from < line.length() && (line.charAt(from) == '#' || line.charAt(from) == ' ')) {
      from++;
    }
    var cells = new ArrayList<String>();
    int at = from;
    while (true) {
      int end = line.indexOf(layout.delimiter(), at);
      cells.add(cell(line.substring(at, end < 0 ? line.length() : end).strip(), layout));
      if (end < 0) {
        return cells;
      }
      at = end + 1;
    }
  }

  private static String cell(String cell, Layout layout) {
    boolean isQuoted =
        layout.hasQuotes() && cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
    return isQuoted ? cell.substring(1, cell.length() - 1) : cell;
  }
}
