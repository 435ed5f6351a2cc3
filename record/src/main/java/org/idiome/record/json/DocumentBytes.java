package org.idiome.record.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.io.Input;

/// The bytes of a document in memory, UTF-8 for certain, with the places in them.
final class DocumentBytes {
  private static final int FIRST_CAPACITY = 1 << 16;
  private static final int QUOTED_CHARS = 80;

  private final String name;
  private final long linesBefore;
  private final List<Problem> notes = new ArrayList<>();
  private byte[] bytes = new byte[0];
  private int start;
  private int length;

  private DocumentBytes(String name, long linesBefore) {
    this.name = name;
    this.linesBefore = linesBefore;
  }

  /// Reads the rest of an input, which stays open.
  ///
  /// @param linesBefore lines of the file that stand before it
  /// @throws BadInputException where it is too large, empty or no UTF-8
  static DocumentBytes of(Input input, JsonLimits limits, long linesBefore) throws IOException {
    var document = new DocumentBytes(input.name(), linesBefore);
    document.read(input, limits);
    return document;
  }

  /// Bytes of our own.
  static DocumentBytes of(String name, byte[] bytes) {
    var document = new DocumentBytes(name, 0);
    document.bytes = bytes;
    document.length = bytes.length;
    document.check();
    return document;
  }

  private void read(Input input, JsonLimits limits) throws IOException {
    if (input.content() == Content.UTF16) {
      throw bad(ProblemCode.FILE_NOT_UTF8, Place.file(name), "encoding", "UTF-16");
    }
    readAll(input, limits);
    check();
  }

  private void check() {
    if (startsWithMark()) {
      start = 3;
      notes.add(Problem.of(ProblemCode.FILE_BYTE_ORDER_MARK, Place.line(name, linesBefore + 1)));
    }
    requireUtf8();
    if (isBlank()) {
      throw bad(ProblemCode.FILE_EMPTY, Place.file(name));
    }
  }

  private void readAll(Input input, JsonLimits limits) throws IOException {
    bytes = new byte[FIRST_CAPACITY];
    int read;
    while ((read = input.read(bytes, length, bytes.length - length)) >= 0) {
      length += read;
      if (length > limits.documentBytes()) {
        throw bad(
            ProblemCode.FILE_TOO_LARGE,
            Place.file(name),
            "limit",
            Integer.toString(limits.documentBytes()),
            "option",
            JsonLimits.BYTES_OPTION);
      }
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(2L * length, Integer.MAX_VALUE - 8));
      }
    }
  }

  private boolean startsWithMark() {
    return length >= 3
        && bytes[0] == (byte) 0xef
        && bytes[1] == (byte) 0xbb
        && bytes[2] == (byte) 0xbf;
  }

  private boolean isBlank() {
    for (int i = start; i < length; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\n' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  /// Line by line, so that the line that is not UTF-8 can be named.
  private void requireUtf8() {
    int from = start;
    long line = 1;
    while (from < length) {
      int end = Ascii.find(bytes, from, length, '\n');
      if (!Ascii.isUtf8(bytes, from, end)) {
        throw bad(ProblemCode.FILE_NOT_UTF8, Place.line(name, linesBefore + line));
      }
      from = end + 1;
      line++;
    }
  }

  String name() {
    return name;
  }

  byte[] bytes() {
    return bytes;
  }

  /// The first byte behind a mark of byte order.
  int start() {
    return start;
  }

  /// Behind the last byte.
  int end() {
    return length;
  }

  long linesBefore() {
    return linesBefore;
  }

  /// Whether no line ends within it; every value then stands on its first.
  boolean isOneLine() {
    return !holds('\n') && !holds('\r');
  }

  /// Whether a text of it may be written with escapes, which alone can say half a character.
  boolean hasEscapes() {
    return holds('\\');
  }

  private boolean holds(char wanted) {
    return Ascii.find(bytes, start, length, wanted) < length;
  }

  /// What was passed over so far.
  List<Problem> notes() {
    return notes;
  }

  /// Line and column, in characters from 1, of the byte at an offset.
  Place place(int offset) {
    long line = 1;
    int lineStart = start;
    for (int i = start; i < offset; i++) {
      if (bytes[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int column = 1;
    for (int i = lineStart; i < offset; i++) {
      // Bytes that continue a character are no column of their own.
      if ((bytes[i] & 0xc0) != 0x80) {
        column++;
      }
    }
    return new Place(name, linesBefore + line, column, null);
  }

  /// What stands at a place, for quoting.
  String foundAt(Place at) {
    if (at.line() == null || at.column() == null) {
      return "";
    }
    int from = start;
    for (long line = 1 + linesBefore; line < at.line() && from < length; line++) {
      from = Ascii.find(bytes, from, length, '\n') + 1;
    }
    int end = Math.min(length, Ascii.find(bytes, Math.min(from, length), length, '\n'));
    if (from >= end) {
      return "";
    }
    var text = new String(bytes, from, end - from, StandardCharsets.UTF_8);
    int column = Math.min(at.column() - 1, text.length());
    return text.substring(column, Math.min(text.length(), column + QUOTED_CHARS));
  }

  /// A text without halves of characters, which no file can hold; each is replaced and noted.
  String whole(String text, Place at) {
    int found = halfAt(text, 0);
    if (found < 0) {
      return text;
    }
    notes.add(Problem.of(ProblemCode.JSON_TEXT_NOT_UNICODE, at));
    var out = new StringBuilder(text);
    while (found >= 0) {
      out.setCharAt(found, '\ufffd');
      found = halfAt(out, found + 1);
    }
    return out.toString();
  }

  /// The first half of a character from an index on, or -1.
  private static int halfAt(CharSequence text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return i;
      }
    }
    return -1;
  }

  static BadInputException bad(ProblemCode code, Place place, String... named) {
    return new BadInputException(Problem.of(code, place, named));
  }

  /// @param option that raises it; empty where none does
  static BadInputException limit(Place at, long limit, String option) {
    var code = ProblemCode.JSON_LIMIT_EXCEEDED;
    return option.isEmpty()
        ? bad(code, at, "limit", Long.toString(limit))
        : bad(code, at, "limit", Long.toString(limit), "option", option);
  }
}
