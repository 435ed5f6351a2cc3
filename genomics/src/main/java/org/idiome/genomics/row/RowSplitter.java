package org.idiome.genomics.row;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.LineReader;
import org.idiome.genomics.vcf.VcfLimits;

/// Cuts lines into fields: RFC 4180, with blanks around a field cut off.
///
/// A quoted field may hold delimiters, doubled quotes and, except in tab-separated tables, line
/// ends; a row is then named by its first line. Fields are slices of one buffer, valid until the
/// next row; nothing is allocated per row unless it has quotes. Lines without content are passed
/// over.
public final class RowSplitter {
  private final LineReader lines;
  private final String name;
  private final byte delimiter;
  private final int mostBytes;
  private final int mostFields;
  private final boolean hasQuotes;
  private byte[] bytes = new byte[0];
  private byte[] joined = new byte[0];
  private byte[] plain = new byte[0];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int count;
  private long line;
  private boolean isDamaged;

  /// @param name how problems call the file
  public RowSplitter(LineReader lines, String name, char delimiter, int mostBytes, int mostFields) {
    this(lines, name, delimiter, mostBytes, mostFields, true);
  }

  private RowSplitter(
      LineReader lines,
      String name,
      char delimiter,
      int mostBytes,
      int mostFields,
      boolean hasQuotes) {
    this.hasQuotes = hasQuotes;
    this.lines = lines;
    this.name = name;
    this.delimiter = (byte) delimiter;
    this.mostBytes = mostBytes;
    this.mostFields = mostFields;
  }

  /// Of a table in which quotes are characters like others.
  ///
  /// @param name how problems call the file
  public static RowSplitter plain(LineReader lines, String name, char delimiter, int mostFields) {
    return new RowSplitter(lines, name, delimiter, Integer.MAX_VALUE, mostFields, false);
  }

  /// Moves to the next row; false after the last.
  public boolean next() throws IOException {
    while (lines.next()) {
      if (!isBlank(lines.buffer(), lines.start(), lines.end())) {
        line = lines.number();
        split();
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(byte[] buffer, int start, int end) {
    for (int i = start; i < end; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private void split() throws IOException {
    bytes = lines.buffer();
    count = 0;
    isDamaged = false;
    int from = lines.start();
    int end = lines.end();
    int i = from;
    while (true) {
      if (hasQuotes && i < end && bytes[i] == '"') {
        splitQuoted();
        return;
      }
      int fieldEnd = i;
      while (fieldEnd < end && bytes[fieldEnd] != delimiter) {
        fieldEnd++;
      }
      add(i, fieldEnd);
      if (fieldEnd == end) {
        return;
      }
      i = fieldEnd + 1;
    }
  }

  private void add(int start, int end) {
    if (count == mostFields) {
      throw bad(
          ProblemCode.TABLE_TOO_MANY_COLUMNS,
          "limit",
          Integer.toString(mostFields),
          "option",
          VcfLimits.COLUMNS_OPTION);
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    int from = start;
    int to = end;
    while (from < to && bytes[from] == ' ') {
      from++;
    }
    while (from < to && bytes[to - 1] == ' ') {
      to--;
    }
    starts[count] = from;
    ends[count++] = to;
  }

  /// Starts the row again, taking quotes off into a buffer of its own.
  private void splitQuoted() throws IOException {
    count = 0;
    int length = lines.end() - lines.start();
    joined = grown(joined, length);
    System.arraycopy(lines.buffer(), lines.start(), joined, 0, length);
    plain = grown(plain, length);
    bytes = plain;
    int i = 0;
    int out = 0;
    while (true) {
      int fieldStart = out;
      if (i < length && joined[i] == '"' && (delimiter != '\t' || isClosedInTab(i, length))) {
        i++;
        while (true) {
          if (i == length) {
            length = withNextLine(length);
            plain = grown(plain, length);
            bytes = plain;
          } else if (joined[i] != '"') {
            plain[out++] = joined[i++];
          } else if (i + 1 < length && joined[i + 1] == '"') {
            plain[out++] = '"';
            i += 2;
          } else {
            i++;
            break;
          }
        }
        isDamaged |= i < length && joined[i] != delimiter && joined[i] != ' ';
      }
      while (i < length && joined[i] != delimiter) {
        plain[out++] = joined[i++];
      }
      add(fieldStart, out);
      if (i == length) {
        return;
      }
      i++;
    }
  }

  /// In a tab-separated line a quote that opens a field and does not close it is a character.
  private boolean isClosedInTab(int quote, int length) {
    int end = quote + 1;
    while (end < length && joined[end] != '\t') {
      end++;
    }
    return end > quote + 1 && joined[end - 1] == '"';
  }

  private int withNextLine(int length) throws IOException {
    if (delimiter == '\t' || !lines.next()) {
      throw bad(ProblemCode.TABLE_QUOTE_NOT_CLOSED);
    }
    int more = lines.end() - lines.start();
    if (length + 1L + more > mostBytes) {
      throw bad(ProblemCode.TABLE_QUOTE_NOT_CLOSED, "limit", Integer.toString(mostBytes));
    }
    joined = grown(joined, length + 1 + more);
    joined[length] = '\n';
    System.arraycopy(lines.buffer(), lines.start(), joined, length + 1, more);
    return length + 1 + more;
  }

  private static byte[] grown(byte[] buffer, int length) {
    return buffer.length >= length
        ? buffer
        : Arrays.copyOf(buffer, Math.max(64, length + length / 2));
  }

  private BadInputException bad(ProblemCode code, String... values) {
    return new BadInputException(Problem.of(code, Place.line(name, line), values));
  }

  /// The line on which the row begins, from 1.
  public long line() {
    return line;
  }

  /// How many fields the row has.
  public int count() {
    return count;
  }

  /// The buffer that holds the fields.
  public byte[] bytes() {
    return bytes;
  }

  /// First byte of a field.
  public int start(int field) {
    return starts[field];
  }

  /// Behind the last byte of a field.
  public int end(int field) {
    return ends[field];
  }

  /// Whether a field is empty.
  public boolean isEmpty(int field) {
    return starts[field] == ends[field];
  }

  /// A field as text.
  public String text(int field) {
    return new String(bytes, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
  }

  /// Whether something stands between a closing quote and the delimiter.
  public boolean isDamaged() {
    return isDamaged;
  }

  /// The first control character in a field, or -1: none belongs into a table.
  public int controlCharacter(int field) {
    for (int i = starts[field]; i < ends[field]; i++) {
      if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t' && bytes[i] != '\n') {
        return bytes[i];
      }
    }
    return -1;
  }

  /// Whether a field is UTF-8.
  public boolean isUtf8(int field) {
    return Ascii.isUtf8(bytes, starts[field], ends[field]);
  }
}
