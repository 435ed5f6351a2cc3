package org.idiome.record.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;
import org.idiome.genomics.row.RowSplitter;
import org.jspecify.annotations.Nullable;

/// What a table looks like to one who has no description of it.
///
/// @param delimiter that gives the first rows the same number of fields, more than one
/// @param header fields of the first row
/// @param rows rows below the header
/// @param unevenRows rows with more or fewer fields than the header
public record TableShape(char delimiter, List<String> header, long rows, long unevenRows) {
  private static final char[] DELIMITERS = {'\t', ',', ';', '|'};
  private static final int ROWS_TRIED = 20;

  /// Copies the header.
  public TableShape {
    header = List.copyOf(header);
  }

  /// Looks at a text file; null where it is no table.
  public static @Nullable TableShape of(
      Path path, String name, Limits limits, int mostColumns, Problems problems)
      throws IOException {
    char best = 0;
    int bestScore = 0;
    @Nullable Problem tooWide = null;
    for (char delimiter : DELIMITERS) {
      try {
        int score = score(path, name, delimiter, limits, mostColumns);
        if (score > bestScore) {
          best = delimiter;
          bestScore = score;
        }
      } catch (BadInputException e) {
        if (e.problem().code() != ProblemCode.TABLE_TOO_MANY_COLUMNS) {
          throw e;
        }
        tooWide = e.problem();
      }
    }
    if (best == 0 && tooWide != null) {
      throw new BadInputException(tooWide);
    }
    return best == 0 ? null : counted(path, name, best, limits, mostColumns, problems);
  }

  /// Rows among the first that have as many fields as the first, times that number; 0 where it has
  /// but one.
  private static int score(Path path, String name, char delimiter, Limits limits, int mostColumns)
      throws IOException {
    try (var input = Input.open(path, name, limits)) {
      var rows = rows(input, name, delimiter, limits, mostColumns);
      if (!rows.next() || rows.count() < 2) {
        return 0;
      }
      int width = rows.count();
      int even = 1;
      int read = 1;
      while (read < ROWS_TRIED && rows.next()) {
        read++;
        even += rows.count() == width ? 1 : 0;
      }
      return 2 * even > read ? even * width : 0;
    } catch (BadInputException e) {
      if (e.problem().code() == ProblemCode.TABLE_QUOTE_NOT_CLOSED) {
        return 0;
      }
      throw e;
    }
  }

  private static RowSplitter rows(
      Input input, String name, char delimiter, Limits limits, int mostColumns) throws IOException {
    return new RowSplitter(
        new LineReader(input, limits), name, delimiter, limits.lineBytes(), mostColumns);
  }

  /// One problem a row: whoever reads the table will refuse it.
  private static void reportBytes(RowSplitter row, String name, Problems problems) {
    for (int field = 0; field < row.count(); field++) {
      if (!row.isUtf8(field)) {
        problems.add(
            Problem.of(
                ProblemCode.FILE_NOT_UTF8,
                Place.line(name, row.line()),
                "column",
                Integer.toString(field + 1)));
        return;
      }
    }
  }

  private static TableShape counted(
      Path path, String name, char delimiter, Limits limits, int mostColumns, Problems problems)
      throws IOException {
    try (var input = Input.open(path, name, limits)) {
      var lines = new LineReader(input, limits);
      var splitter = new RowSplitter(lines, name, delimiter, limits.lineBytes(), mostColumns);
      splitter.next();
      var header = new ArrayList<String>();
      for (int i = 0; i < splitter.count(); i++) {
        header.add(splitter.text(i));
      }
      long rows = 0;
      long uneven = 0;
      while (splitter.next()) {
        rows++;
        reportBytes(splitter, name, problems);
        if (splitter.count() != header.size()) {
          uneven++;
          problems.add(
              Problem.of(
                  ProblemCode.TABLE_COLUMN_COUNT,
                  Place.line(name, splitter.line()),
                  "expected",
                  Integer.toString(header.size()),
                  "found",
                  Integer.toString(splitter.count())));
        }
      }
      if (lines.mixedEndsAt() > 0) {
        problems.add(
            Problem.of(ProblemCode.FILE_MIXED_LINE_ENDS, Place.line(name, lines.mixedEndsAt())));
      }
      return new TableShape(delimiter, header, rows, uneven);
    }
  }
}
