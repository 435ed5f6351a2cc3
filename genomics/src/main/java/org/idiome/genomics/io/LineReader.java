package org.idiome.genomics.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;

/// Lines as slices of one buffer, counted from 1, without their line ends.
///
/// LF and CR+LF end a line; a CR elsewhere is a character of the line. A mark of byte order before
/// the first line is passed over. Nothing is allocated per line; the buffer grows to the longest
/// one. A slice is valid until the next call of [#next].
public final class LineReader implements Closeable {
  private static final int FIRST_CAPACITY = 1 << 20;

  private final Input input;
  private final int longest;
  private byte[] buffer = new byte[FIRST_CAPACITY];
  private int filled;
  private int nextStart;
  private long passed;
  private boolean atEnd;
  private int start;
  private int end;
  private long number;
  private boolean isEnded = true;
  private boolean hasMark;
  private boolean lastHadCr;
  private long mixedEndsAt;

  /// Reads the lines of an input.
  ///
  /// @throws BadInputException where it is UTF-16 or UTF-32
  public LineReader(Input input, Limits limits) throws IOException {
    this.input = input;
    this.longest = limits.lineBytes();
    if (input.content() == Content.UTF16) {
      throw new BadInputException(
          Problem.of(ProblemCode.FILE_NOT_UTF8, Place.file(input.name()), "encoding", "UTF-16"));
    }
  }

  /// Moves to the next line; false after the last one.
  public boolean next() throws IOException {
    int newline = newline(buffer, nextStart, filled);
    while (newline < 0 && !atEnd) {
      int searched = filled - nextStart;
      fill();
      newline = newline(buffer, nextStart + searched, filled);
    }
    if (number == 0) {
      skipMark();
    }
    if (newline < 0 && nextStart == filled) {
      return false;
    }
    number++;
    start = nextStart;
    end = newline < 0 ? filled : newline;
    nextStart = newline < 0 ? filled : newline + 1;
    isEnded = newline >= 0;
    boolean hasCr = end > start && buffer[end - 1] == '\r';
    if (hasCr) {
      end--;
    }
    if (end - start > longest) {
      throw tooLong(number);
    }
    noteLineEnd(hasCr);
    return true;
  }

  private void noteLineEnd(boolean hasCr) {
    if (!isEnded && !hasCr) {
      return;
    }
    if (number > 1 && hasCr != lastHadCr && mixedEndsAt == 0) {
      mixedEndsAt = number;
    }
    lastHadCr = hasCr;
  }

  private void skipMark() {
    hasMark =
        filled - nextStart >= 3
            && buffer[nextStart] == (byte) 0xef
            && buffer[nextStart + 1] == (byte) 0xbb
            && buffer[nextStart + 2] == (byte) 0xbf;
    if (hasMark) {
      nextStart += 3;
    }
  }

  /// Reads more behind what is there: first moved to the front, then in a larger buffer.
  private void fill() throws IOException {
    int kept = filled - nextStart;
    if (kept > longest + 1) {
      throw tooLong(number + 1);
    }
    if (kept == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    } else if (nextStart > 0) {
      System.arraycopy(buffer, nextStart, buffer, 0, kept);
      filled = kept;
      passed += nextStart;
      nextStart = 0;
    }
    int read = input.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      atEnd = true;
    } else {
      filled += read;
    }
  }

  private BadInputException tooLong(long line) {
    return new BadInputException(
        Problem.of(
            ProblemCode.FILE_LINE_TOO_LONG,
            Place.line(input.name(), line),
            "limit",
            Integer.toString(longest),
            "option",
            Limits.LINE_OPTION));
  }

  /// Place of the first newline from `from` up to `to`, or -1.
  private static int newline(byte[] bytes, int from, int to) {
    int at = Ascii.find(bytes, from, to, '\n');
    return at < to ? at : -1;
  }

  /// The buffer that holds the line; another one after the next call of [#next].
  public byte[] buffer() {
    return buffer;
  }

  /// First byte of the line in [#buffer].
  public int start() {
    return start;
  }

  /// Behind the last byte of the line in [#buffer].
  public int end() {
    return end;
  }

  /// Where the line begins in the inflated bytes, from 0.
  public long offset() {
    return passed + start;
  }

  /// Number of the line, from 1.
  public long number() {
    return number;
  }

  /// Whether the line had a line end; false only for a last line without one.
  public boolean isEnded() {
    return isEnded;
  }

  /// Whether a mark of byte order stood before the first line.
  public boolean hasByteOrderMark() {
    return hasMark;
  }

  /// The first line whose end differs from that of the line before, or 0.
  public long mixedEndsAt() {
    return mixedEndsAt;
  }

  /// The line as text; bytes that are no UTF-8 become U+FFFD.
  public String text() {
    return new String(buffer, start, end - start, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
