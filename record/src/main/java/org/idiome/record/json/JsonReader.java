package org.idiome.record.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.ProblemCode;
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
  /// By the bounds that it knows of, depth and length of texts: to make one takes longer than most
  /// documents.
  private static final Map<Long, JsonFactory> FACTORIES = new ConcurrentHashMap<>();

  private final DocumentBytes source;
  private final JsonLimits limits;
  private final @Nullable String leftOut;
  private final boolean isOneLine;
  private final boolean hasEscapes;
  private int values;

  /// @param leftOut the name of members that are passed over
  private JsonReader(DocumentBytes source, JsonLimits limits, @Nullable String leftOut) {
    this.source = source;
    this.limits = limits;
    this.leftOut = leftOut;
    isOneLine = source.isOneLine();
    hasEscapes = source.hasEscapes();
  }

  /// Reads the rest of an input, which stays open.
  ///
  /// @throws BadInputException where it is no JSON document within the bounds
  public static JsonDocument read(Input input, JsonLimits limits) throws IOException {
    return read(DocumentBytes.of(input, limits, 0), limits);
  }

  /// Reads a document that is one line of a file.
  ///
  /// @param input the line alone, named as the file
  /// @param line its number in the file, from 1
  /// @throws BadInputException where it is no JSON document within the bounds
  public static JsonDocument readLine(Input input, JsonLimits limits, long line)
      throws IOException {
    return read(DocumentBytes.of(input, limits, line - 1), limits);
  }

  /// Reads a text of our own, in UTF-8.
  ///
  /// @param name how problems call it
  /// @throws BadInputException where it is no JSON document within the bounds
  public static JsonDocument read(String name, byte[] bytes, JsonLimits limits) {
    return read(DocumentBytes.of(name, bytes), limits);
  }

  /// Reads a text of our own, in UTF-8, and passes over members of a name, at whatever depth.
  ///
  /// @param name how problems call it
  /// @throws BadInputException where it is no JSON document within the bounds
  public static JsonDocument readWithout(
      String member, String name, byte[] bytes, JsonLimits limits) {
    return read(DocumentBytes.of(name, bytes), limits, member);
  }

  static JsonDocument read(DocumentBytes source, JsonLimits limits) {
    return read(source, limits, null);
  }

  private static JsonDocument read(
      DocumentBytes source, JsonLimits limits, @Nullable String leftOut) {
    var root = new JsonReader(source, limits, leftOut).tree();
    return new JsonDocument(root, source.notes());
  }

  private static JsonFactory factory(JsonLimits limits) {
    long bounds = (long) limits.depth() << Integer.SIZE | limits.stringChars();
    return FACTORIES.computeIfAbsent(bounds, _ -> made(limits));
  }

  private static JsonFactory made(JsonLimits limits) {
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.depth())
            .maxStringLength(limits.stringChars())
            .maxNameLength(limits.stringChars())
            .maxNumberLength(JsonLimits.NUMBER_CHARS)
            .maxDocumentLength(-1)
            .build();
    return JsonFactory.builder().streamReadConstraints(constraints).build();
  }

  private JsonValue tree() {
    try (var parser =
        factory(limits)
            .createParser(
                ObjectReadContext.empty(),
                source.bytes(),
                source.start(),
                source.end() - source.start())) {
      parser.nextToken();
      var root = value(parser, JsonPlace.root(line(parser)));
      if (parser.nextToken() != null) {
        throw DocumentBytes.bad(
            ProblemCode.JSON_TRAILING_CONTENT, place(parser.currentTokenLocation()));
      }
      return root;
    } catch (JacksonException e) {
      throw explained(e);
    }
  }

  private JsonValue value(JsonParser parser, JsonPlace at) {
    if (++values > limits.values()) {
      throw DocumentBytes.limit(
          place(parser.currentTokenLocation()), limits.values(), JsonLimits.VALUES_OPTION);
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, at);
      case START_ARRAY -> array(parser, at);
      case VALUE_STRING -> new JsonValue.Text(at, whole(parser, parser.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Num(at, parser.getString(), null);
      case VALUE_TRUE -> new JsonValue.Bool(at, true, null);
      case VALUE_FALSE -> new JsonValue.Bool(at, false, null);
      case VALUE_NULL -> new JsonValue.Null(at);
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new AssertionError(parser.currentToken());
    };
  }

  private String whole(JsonParser parser, String text) {
    return hasEscapes ? source.whole(text, Place.line(source.name(), line(parser))) : text;
  }

  private long line(JsonParser parser) {
    return source.linesBefore() + (isOneLine ? 1 : parser.currentTokenLocation().getLineNr());
  }

  private JsonValue object(JsonParser parser, JsonPlace at) {
    var members = new LinkedHashMap<String, JsonValue>();
    List<String> repeated = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var member = whole(parser, parser.currentName());
      parser.nextToken();
      if (member.equals(leftOut)) {
        parser.skipChildren();
        continue;
      }
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
      case UnexpectedEndOfInputException _ -> DocumentBytes.bad(ProblemCode.JSON_CUT, end());
      case StreamConstraintsException _ -> {
        boolean isDeep = said.contains("nesting depth");
        boolean isNumber = said.startsWith("Number value length");
        yield isNumber
            ? DocumentBytes.limit(at, JsonLimits.NUMBER_CHARS, "")
            : isDeep
                ? DocumentBytes.limit(at, limits.depth(), JsonLimits.DEPTH_OPTION)
                : DocumentBytes.limit(at, limits.stringChars(), JsonLimits.STRING_OPTION);
      }
      default ->
          said.startsWith("Unexpected end-of-input")
              ? DocumentBytes.bad(ProblemCode.JSON_CUT, end())
              : DocumentBytes.bad(ProblemCode.JSON_NOT_VALID, at, "found", source.foundAt(at));
    };
  }

  /// The place behind the last byte.
  private Place end() {
    return source.place(source.end());
  }

  private Place place(@Nullable TokenStreamLocation location) {
    if (location == null || location.getByteOffset() < 0) {
      return Place.file(source.name());
    }
    return source.place((int) Math.min(source.end(), source.start() + location.getByteOffset()));
  }
}
