package org.idiome.report.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.idiome.core.source.CitedRow;
import org.idiome.report.words.Quoted;
import org.jspecify.annotations.Nullable;

/// Rows of one table under its header, for eyes: columns padded, never reordered, and cut only with
/// an ellipsis.
///
/// A row without tabs is shown as it is. Of a row with many columns the first, the marked ones with
/// their neighbours and the last are shown.
final class RowLines {
  private static final int MOST_COLUMNS = 12;
  private static final int FIRST_COLUMNS = 4;
  private static final int LONGEST_CELL = 44;
  private static final int LONGEST_TEXT = 320;
  private static final String GAP = "  ";

  /// A piece of a line.
  record Piece(String text, boolean isMarked) {}

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
    boolean isTable =
        rows.stream()
            .allMatch(row -> row.text().indexOf('\t') >= 0 && row.text().indexOf('\n') < 0);
    if (isTable) {
      result.table(header, rows);
    } else {
      if (header != null) {
        result.header.add(new Piece(Quoted.text(header, LONGEST_TEXT), false));
      }
      rows.forEach(row -> result.lines.add(plain(row.text(), row.mark())));
    }
    return result;
  }

  private void table(@Nullable String head, List<CitedRow> rows) {
    var cells = rows.stream().map(row -> List.of(row.text().split("\t", -1))).toList();
    List<String> heads = head == null ? List.of() : List.of(head.split("\t", -1));
    int columns = Math.max(heads.size(), cells.stream().mapToInt(List::size).max().orElse(0));
    var shown = new TreeSet<Integer>();
    for (int column = 0; column < columns; column++) {
      if (columns <= MOST_COLUMNS || column < FIRST_COLUMNS || column == columns - 1) {
        shown.add(column);
      }
    }
    var marked = new int[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      marked[i] = markedColumn(cells.get(i), rows.get(i).mark());
      if (marked[i] >= 0) {
        shown.addAll(List.of(Math.max(0, marked[i] - 1), marked[i]));
      }
    }
    var pieces = new ArrayList<List<String>>();
    pieces.add(heads);
    pieces.addAll(cells);
    var widths = widths(pieces, shown);
    if (head != null) {
      header.addAll(line(heads, shown, widths, -1, null));
    }
    for (int i = 0; i < rows.size(); i++) {
      lines.add(line(cells.get(i), shown, widths, marked[i], rows.get(i).mark()));
    }
  }

  /// The cell that is the mark, else the first that holds it; -1 where none does.
  private static int markedColumn(List<String> cells, @Nullable String mark) {
    if (mark == null || mark.isEmpty()) {
      return -1;
    }
    int whole = cells.indexOf(mark);
    if (whole >= 0) {
      return whole;
    }
    for (int column = 0; column < cells.size(); column++) {
      if (cells.get(column).contains(mark)) {
        return column;
      }
    }
    return -1;
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
      List<String> cells,
      SortedSet<Integer> shown,
      int[] widths,
      int markedColumn,
      @Nullable String mark) {
    var pieces = new ArrayList<Piece>();
    int before = -1;
    for (int column : shown) {
      if (column > before + 1) {
        pieces.add(new Piece("…" + GAP, false));
      }
      before = column;
      var cell = column < cells.size() ? cells.get(column) : "";
      int length = Math.min(LONGEST_CELL, cell.length());
      if (column == markedColumn && mark != null) {
        pieces.addAll(marked(cell, mark, LONGEST_CELL));
      } else {
        pieces.add(new Piece(Quoted.text(cell, LONGEST_CELL), false));
      }
      boolean isLast = column == shown.last();
      if (!isLast) {
        pieces.add(new Piece(" ".repeat(Math.max(0, widths[column] - length)) + GAP, false));
      }
    }
    return pieces;
  }

  private static List<Piece> plain(String text, @Nullable String mark) {
    return mark == null || mark.isEmpty() || !text.contains(mark)
        ? List.of(new Piece(cut(text, LONGEST_TEXT), false))
        : marked(text, mark, LONGEST_TEXT);
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
