package org.idiome.report.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.source.CitedRow;
import org.idiome.report.words.Quoted;
import org.jspecify.annotations.Nullable;

/// Rows of one table under its header, for eyes: columns padded, never reordered, and cut only with
/// an ellipsis.
///
/// A row without tabs is shown as it is. Of a row with many columns the first, the marked ones with
/// their neighbours and the last are shown; where nothing is marked, those that hold something. A
/// row that is cited several times is shown once, with all of its marks.
final class RowLines {
  private static final int MOST_COLUMNS = 8;
  private static final int FIRST_COLUMNS = 4;
  private static final int MOST_FILLED = 12;
  private static final int LONGEST_CELL = 44;
  private static final int LONGEST_TEXT = 320;
  private static final String GAP = "  ";

  /// A piece of a line.
  record Piece(String text, boolean isMarked) {}

  /// A row with everything that is marked in it.
  private record Marked(String text, List<String> marks) {}

  /// The header, or empty where there is none.
  private final List<Piece> header = new ArrayList<>();

  private final List<List<Piece>> lines = new ArrayList<>();

  private RowLines() {}

  List<Piece> header() {
    return Collections.unmodifiableList(header);
  }

  List<List<Piece>> lines() {
    return Collections.unmodifiableList(lines);
  }

  /// Lays out rows of one file that have one header.
  static RowLines of(List<CitedRow> rows) {
    var result = new RowLines();
    var header = rows.getFirst().header();
    var merged = merged(rows);
    boolean isTable = rows.stream().allMatch(row -> isTableRow(row.text()));
    if (isTable) {
      result.table(header, merged);
    } else {
      if (header != null) {
        result.header.add(new Piece(Quoted.text(header, LONGEST_TEXT), false));
      }
      merged.forEach(row -> result.lines.add(plain(row)));
    }
    return result;
  }

  private static boolean isTableRow(String text) {
    return text.indexOf('\t') >= 0 && text.indexOf('\n') < 0;
  }

  private static List<Marked> merged(List<CitedRow> rows) {
    var merged = new ArrayList<Marked>();
    CitedRow before = null;
    for (var row : rows) {
      boolean isAgain = before != null && before.at().equals(row.at());
      if (!isAgain) {
        merged.add(new Marked(row.text(), new ArrayList<>()));
      }
      var mark = row.mark();
      if (mark != null && !mark.isEmpty()) {
        merged.getLast().marks().add(mark);
      }
      before = row;
    }
    return merged;
  }

  private void table(@Nullable String head, List<Marked> rows) {
    var cells = rows.stream().map(row -> List.of(row.text().split("\t", -1))).toList();
    List<String> heads = head == null ? List.of() : List.of(head.split("\t", -1));
    int columns = Math.max(heads.size(), cells.stream().mapToInt(List::size).max().orElse(0));
    boolean isMarked = rows.stream().anyMatch(row -> !row.marks().isEmpty());
    var shown = new TreeSet<Integer>();
    for (int column = 0; column < columns; column++) {
      boolean isFirst =
          isMarked ? column < FIRST_COLUMNS : shown.size() < MOST_FILLED && isFilled(cells, column);
      if (columns <= MOST_COLUMNS || isFirst || column == columns - 1) {
        shown.add(column);
      }
    }
    var marked = new ArrayList<Map<Integer, String>>();
    for (int i = 0; i < rows.size(); i++) {
      var columnsMarked = markedColumns(cells.get(i), rows.get(i).marks());
      for (int column : columnsMarked.keySet()) {
        shown.addAll(List.of(Math.max(0, column - 1), column));
      }
      marked.add(columnsMarked);
    }
    var all = new ArrayList<List<String>>();
    all.add(heads);
    all.addAll(cells);
    var widths = widths(all, shown);
    if (head != null) {
      header.addAll(line(heads, shown, widths, new TreeMap<>()));
    }
    for (int i = 0; i < rows.size(); i++) {
      lines.add(line(cells.get(i), shown, widths, marked.get(i)));
    }
  }

  /// Whether any of the rows says something in a column.
  private static boolean isFilled(List<List<String>> rows, int column) {
    return rows.stream()
        .anyMatch(row ->
            column < row.size() && !row.get(column).isBlank() && !row.get(column).equals("."));
  }

  /// For each mark the first free cell that is the mark, else the first that holds it.
  private static Map<Integer, String> markedColumns(List<String> cells, List<String> marks) {
    var columns = new TreeMap<Integer, String>();
    for (var mark : marks) {
      int found = -1;
      for (int column = 0; column < cells.size(); column++) {
        boolean isFree = !columns.containsKey(column);
        if (isFree && cells.get(column).equals(mark)) {
          found = column;
          break;
        }
        if (isFree && found < 0 && cells.get(column).contains(mark)) {
          found = column;
        }
      }
      if (found >= 0) {
        columns.put(found, mark);
      }
    }
    return columns;
  }

  private static int[] widths(List<List<String>> rows, SortedSet<Integer> shown) {
    var widths = new int[shown.isEmpty() ? 0 : shown.last() + 1];
    for (var row : rows) {
      for (int column : shown) {
        if (column < row.size()) {
          int length = Math.min(LONGEST_CELL, row.get(column).length());
          widths[column] = Math.max(widths[column], length);
        }
      }
    }
    return widths;
  }

  private static List<Piece> line(
      List<String> cells, SortedSet<Integer> shown, int[] widths, Map<Integer, String> marked) {
    var pieces = new ArrayList<Piece>();
    int before = -1;
    for (int column : shown) {
      if (column > before + 1) {
        pieces.add(new Piece("…" + GAP, false));
      }
      before = column;
      var cell = column < cells.size() ? cells.get(column) : "";
      var mark = marked.get(column);
      if (mark != null) {
        pieces.addAll(marked(cell, mark, LONGEST_CELL));
      } else {
        pieces.add(new Piece(Quoted.text(cell, LONGEST_CELL), false));
      }
      if (column != shown.last()) {
        int length = Math.min(LONGEST_CELL, cell.length());
        pieces.add(new Piece(" ".repeat(Math.max(0, widths[column] - length)) + GAP, false));
      }
    }
    return pieces;
  }

  private static List<Piece> plain(Marked row) {
    for (var mark : row.marks()) {
      if (row.text().contains(mark)) {
        return marked(row.text(), mark, LONGEST_TEXT);
      }
    }
    return List.of(new Piece(cut(row.text(), LONGEST_TEXT), false));
  }

  /// The text around its mark, which is always whole.
  private static List<Piece> marked(String text, String mark, int longest) {
    int at = text.indexOf(mark);
    int room = Math.max(0, longest - mark.length());
    int from = text.length() <= longest ? 0 : Math.max(0, at - room / 2);
    int until =
        text.length() <= longest
            ? text.length()
            : Math.min(text.length(), at + mark.length() + room / 2);
    var pieces = new ArrayList<Piece>();
    pieces.add(new Piece((from > 0 ? "…" : "") + text.substring(from, at), false));
    pieces.add(new Piece(mark, true));
    pieces.add(
        new Piece(
            text.substring(at + mark.length(), until) + (until < text.length() ? "…" : ""), false));
    return pieces;
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
