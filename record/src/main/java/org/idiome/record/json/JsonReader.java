package org.idiome.record.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.io.Input;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Reads one JSON document (RFC 8259) within bounds. For one thread, for one document.
///
/// A number keeps its text, so `1e999` is read; whether it can be used is for the format to say.
public final class JsonReader {
  private static final int FIRST_CAPACITY = 1 << 16;
  private static final int QUOTED_CHARS = 80;

  private final String name;
  private final JsonLimits limits;
  private byte[] bytes = new byte[0];
  private int start;
  private int length;
  private int values;
  private final long linesBefore;

  private JsonReader(String name, JsonLimits limits, long linesBefore) {
    this.name = name;
    this.limits = limits;
    this.linesBefore = linesBefore;
  }

  /// Reads the rest of an input, which stays open.
  ///
  /// @throws BadInputException where it is no JSON document within the bounds
  public static JsonDocument read(Input input, JsonLimits limits) throws IOException {
    return new JsonReader(input.name(), limits, 0).document(input);
  }

  /// Reads a document that is one line of a file.
  ///
  /// @param input the line alone, named as the file
  /// @param line its number in the file, from 1
  /// @throws BadInputException where it is no JSON document within the bounds
  public static JsonDocument readLine(Input input, JsonLimits limits, long line)
      throws IOException {
    return new JsonReader(input.name(), limits, line - 1).document(input);
  }

  private JsonDocument document(Input input) throws IOException {
    var content = input.content();
    if (content == Content.UTF16) {
      throw bad(ProblemCode.FILE_NOT_UTF8, Place.file(name), "encoding", "UTF-16");
    }
    readAll(input);
    var notes = new ArrayList<Problem>();
    if (startsWithMark()) {
      start = 3;
      notes.add(Problem.of(ProblemCode.FILE_BYTE_ORDER_MARK, Place.line(name, linesBefore + 1)));
    }
    requireUtf8();
    if (isBlank()) {
      throw bad(ProblemCode.FILE_EMPTY, Place.file(name));
    }
    return new JsonDocument(tree(), notes);
  }

  private void readAll(Input input) throws IOException {
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

  private JsonValue tree() {
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.depth())
            .maxStringLength(limits.stringChars())
            .maxNameLength(limits.stringChars())
            .maxNumberLength(JsonLimits.NUMBER_CHARS)
            .maxDocumentLength(-1)
            .build();
    var factory = JsonFactory.builder().streamReadConstraints(constraints).build();
    try (var parser =
        factory.createParser(ObjectReadContext.empty(), bytes, start, length - start)) {
      parser.nextToken();
      var root = value(parser, JsonPlace.root(line(parser)));
      if (parser.nextToken() != null) {
        throw bad(ProblemCode.JSON_TRAILING_CONTENT, place(parser.currentTokenLocation()));
      }
      return root;
    } catch (JacksonException e) {
      throw explained(e);
    }
  }

  private JsonValue value(JsonParser parser, JsonPlace at) {
    if (++values > limits.values()) {
      throw limit(place(parser.currentTokenLocation()), limits.values(), JsonLimits.VALUES_OPTION);
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, at);
      case START_ARRAY -> array(parser, at);
      case VALUE_STRING -> new JsonValue.Text(at, parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Num(at, parser.getString());
      case VALUE_TRUE -> new JsonValue.Bool(at, true);
      case VALUE_FALSE -> new JsonValue.Bool(at, false);
      case VALUE_NULL -> new JsonValue.Null(at);
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new AssertionError(parser.currentToken());
    };
  }

  private long line(JsonParser parser) {
    return linesBefore + parser.currentTokenLocation().getLineNr();
  }

  private JsonValue object(JsonParser parser, JsonPlace at) {
    var members = new LinkedHashMap<String, JsonValue>();
    List<String> repeated = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var member = parser.currentName();
      parser.nextToken();
      var below = at.member(member, line(parser));
      if (members.putIfAbsent(member, value(parser, below)) != null) {
        repeated.add(member);
      }
    }
    return new JsonValue.Obj(at, members, repeated);
  }

  private JsonValue array(JsonParser parser, JsonPlace at) {
    var items = new ArrayList<JsonValue>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      var below = at.item(items.size(), line(parser));
      items.add(value(parser, below));
    }
    return new JsonValue.Arr(at, items);
  }

  private BadInputException explained(JacksonException e) {
    var at = place(e.getLocation());
    var said = e.getOriginalMessage();
    return switch (e) {
      case UnexpectedEndOfInputException _ -> bad(ProblemCode.JSON_CUT, end());
      case StreamConstraintsException _ -> {
        boolean isDeep = said.contains("nesting depth");
        boolean isNumber = said.startsWith("Number value length");
        yield isNumber
            ? limit(at, JsonLimits.NUMBER_CHARS, "none")
            : isDeep
                ? limit(at, limits.depth(), JsonLimits.DEPTH_OPTION)
                : limit(at, limits.stringChars(), JsonLimits.STRING_OPTION);
      }
      default ->
          said.startsWith("Unexpected end-of-input")
              ? bad(ProblemCode.JSON_CUT, end())
              : bad(ProblemCode.JSON_NOT_VALID, at, "found", foundAt(at));
    };
  }

  private BadInputException limit(Place at, long limit, String option) {
    return bad(
        ProblemCode.JSON_LIMIT_EXCEEDED, at, "limit", Long.toString(limit), "option", option);
  }

  /// The place behind the last byte.
  private Place end() {
    return place(length);
  }

  private Place place(@Nullable TokenStreamLocation location) {
    if (location == null || location.getByteOffset() < 0) {
      return Place.file(name);
    }
    return place((int) Math.min(length, start + location.getByteOffset()));
  }

  /// Line and column, in characters from 1, of the byte at an offset.
  private Place place(int offset) {
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
  private String foundAt(Place at) {
    if (at.line() == null || at.column() == null) {
      return "";
    }
    int from = start;
    for (long line = 1 + linesBefore; line < at.line(); line++) {
      from = Ascii.find(bytes, from, length, '\n') + 1;
    }
    int end = Ascii.find(bytes, from, length, '\n');
    var text = new String(bytes, from, Math.min(end, length) - from, StandardCharsets.UTF_8);
    int column = Math.min(at.column() - 1, text.length());
    return text.substring(column, Math.min(text.length(), column + QUOTED_CHARS));
  }

  private static BadInputException bad(ProblemCode code, Place place, String... named) {
    return new BadInputException(Problem.of(code, place, named));
  }
}
