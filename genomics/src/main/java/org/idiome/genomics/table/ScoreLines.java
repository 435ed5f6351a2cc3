package org.idiome.genomics.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.LineReader;

/// The lines of a table of scores: remarks, a header line, rows. For one thread.
///
/// The header line is the last that begins with `#` where it has columns, else the first that does
/// not. Columns are parted by tabs, or by commas, where a cell may stand in quotes (RFC 4180).
final class ScoreLines {
  /// Remarks are kept up to here: no file has more that say something.
  private static final int MOST_REMARKS = 1000;

  private final LineReader lines;
  private final String file;
  private final List<String> remarks = new ArrayList<>();
  private final List<String> names;
  private final long headerLine;
  private final byte separator;
  private int[] starts;
  private int[] ends;
  private int count;
  private boolean isWaiting;

  /// Reads up to the first row.
  ///
  /// @param most columns of a line
  /// @throws BadInputException where nothing in it has columns
  ScoreLines(LineReader lines, String file, int most) throws IOException {
    this.lines = lines;
    this.file = file;
    var last = "";
    long lastLine = 0;
    boolean hasLines = false;
    while (!isWaiting && lines.next()) {
      hasLines = true;
      var buffer = lines.buffer();
      if (lines.start() == lines.end()) {
        continue;
      }
      if (buffer[lines.start()] == '#') {
        remark(last);
        last = lines.text();
        lastLine = lines.number();
      } else {
        isWaiting = true;
      }
    }
    if (!hasLines) {
      throw new BadInputException(Problem.of(ProblemCode.FILE_EMPTY, Place.file(file)));
    }
    boolean isMarked = separator(last) != 0 && (!isWaiting || hasAsMany(last, lines.text()));
    if (!isMarked) {
      remark(last);
      last = isWaiting ? lines.text() : "";
      lastLine = lines.number();
      isWaiting = false;
    }
    separator = (byte) separator(last);
    headerLine = lastLine;
    if (separator == 0) {
      throw unclear("header", "");
    }
    names = List.copyOf(cells(last.replaceFirst("^#+\\s*", ""), separator));
    if (names.size() > most) {
      throw unclear("header", names.size() + " columns");
    }
    starts = new int[names.size() + 1];
    ends = new int[names.size() + 1];
  }

  /// A header that does not say what is where.
  BadInputException unclear(String column, String found) {
    return new BadInputException(
        Problem.of(
            ProblemCode.ALLELE_TABLE_COLUMNS_UNCLEAR,
            Place.line(file, Math.max(1, headerLine)),
            "column",
            column,
            "found",
            found));
  }

  private void remark(String line) {
    if (!line.isEmpty() && remarks.size() < MOST_REMARKS) {
      remarks.add(line);
    }
  }

  private static char separator(String line) {
    return line.indexOf('\t') >= 0 ? '\t' : line.indexOf(',') >= 0 ? ',' : 0;
  }

  private static boolean hasAsMany(String marked, String row) {
    char sign = separator(marked);
    return cells(marked, (byte) sign).size() == cells(row, (byte) sign).size();
  }

  private static List<String> cells(String line, byte separator) {
    var cells = Arrays.asList(line.split(String.valueOf((char) separator), -1));
    return separator == ',' ? cells.stream().map(ScoreLines::unquoted).toList() : cells;
  }

  private static String unquoted(String cell) {
    boolean isQuoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
    return isQuoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
  }

  /// Lines above the header line.
  List<String> remarks() {
    return remarks;
  }

  /// What the columns are called.
  List<String> names() {
    return names;
  }

  long headerLine() {
    return headerLine;
  }

  /// Moves to the next row; false after the last one. Empty lines and remarks are passed over.
  boolean next() throws IOException {
    while (isWaiting || lines.next()) {
      isWaiting = false;
      if (lines.start() < lines.end() && lines.buffer()[lines.start()] != '#') {
        split();
        return true;
      }
    }
    return false;
  }

  private void split() {
    var bytes = lines.buffer();
    int at = lines.start();
    count = 0;
    while (at <= lines.end()) {
      int to = end(bytes, at, lines.end());
      if (count < starts.length) {
        starts[count] = at;
        ends[count] = to;
      }
      count++;
      at = to + 1;
    }
  }

  /// Where a cell ends: a quoted one behind its last quotation mark.
  private int end(byte[] bytes, int from, int to) {
    int at = from;
    if (separator == ',' && at < to && bytes[at] == '"') {
      at++;
      while (at < to && !(bytes[at] == '"' && (at + 1 == to || bytes[at + 1] == ','))) {
        at++;
      }
    }
    return Ascii.find(bytes, at, to, (char) separator);
  }

  /// How many cells the row has.
  int count() {
    return count;
  }

  long number() {
    return lines.number();
  }

  /// Whether the row had a line end.
  boolean isEnded() {
    return lines.isEnded();
  }

  boolean isUtf8() {
    return Ascii.isUtf8(lines.buffer(), lines.start(), lines.end());
  }

  /// A cell, without quotation marks around it.
  String text(int column) {
    var text = Ascii.text(lines.buffer(), starts[column], ends[column]);
    return separator == ',' ? unquoted(text) : text;
  }

  /// A cell as a whole number, or [Ascii#NOT_AN_INTEGER].
  long integer(int column) {
    return Ascii.integer(lines.buffer(), starts[column], ends[column]);
  }

  /// Whether a cell has the same bytes as a text of ASCII.
  boolean is(int column, String text) {
    return Ascii.equals(lines.buffer(), starts[column], ends[column], text);
  }
}
