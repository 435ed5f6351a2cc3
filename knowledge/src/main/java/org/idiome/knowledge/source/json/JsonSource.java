package org.idiome.knowledge.source.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.knowledge.source.SourceText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// A JSON text that is walked from its begin to its end, once. For one thread.
///
/// Each method stands before a value, and moves behind it. What is not JSON ends the reading with a
/// [BadInputException].
public final class JsonSource implements Closeable {
  private static final int DEPTH = 200;
  private static final int TEXT_CHARS = 16 << 20;
  private static final int NUMBER_CHARS = 1_000;
  private static final int FOUND_CHARS = 80;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxStringLength(TEXT_CHARS)
                  .maxNameLength(TEXT_CHARS)
                  .maxNumberLength(NUMBER_CHARS)
                  .maxDocumentLength(-1)
                  .build())
          .build();

  private final JsonParser parser;
  private final @Nullable InputStream stream;
  private final String name;
  private final long linesBefore;

  private JsonSource(
      JsonParser parser, @Nullable InputStream stream, String name, long linesBefore) {
    this.parser = parser;
    this.stream = stream;
    this.name = name;
    this.linesBefore = linesBefore;
  }

  /// Opens a file; the caller closes.
  public static JsonSource open(SourceText text) throws IOException {
    var stream = text.stream();
    return new JsonSource(
        FACTORY.createParser(ObjectReadContext.empty(), stream), stream, text.name(), 0);
  }

  /// Reads one line of a file that is an object.
  ///
  /// @param number of the line, from 1
  /// @throws BadInputException where it is none
  public static JsonItem.Fields line(byte[] bytes, int start, int end, String name, long number) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, start, end - start);
        var source = new JsonSource(parser, null, name, number - 1)) {
      var item = source.item();
      source.end();
      if (item instanceof JsonItem.Fields fields) {
        return fields;
      }
      throw source.bad(ProblemCode.JSON_NOT_VALID, "found", "no object");
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory", e);
    }
  }

  private BadInputException bad(ProblemCode code, String... values) {
    return new BadInputException(Problem.of(code, Place.line(name, line()), values));
  }

  private BadInputException explained(JacksonException e) {
    var said = e.getOriginalMessage();
    if (e instanceof UnexpectedEndOfInputException || said.startsWith("Unexpected end-of-input")) {
      return bad(ProblemCode.JSON_CUT);
    }
    if (e instanceof StreamConstraintsException) {
      return bad(ProblemCode.JSON_LIMIT_EXCEEDED, "limit", said);
    }
    int end = said.indexOf('\n');
    var found = end < 0 ? said : said.substring(0, end);
    return bad(
        ProblemCode.JSON_NOT_VALID,
        "found",
        found.substring(0, Math.min(FOUND_CHARS, found.length())));
  }

  private JsonToken token() {
    try {
      var token = parser.nextToken();
      if (token == null) {
        throw bad(ProblemCode.JSON_CUT);
      }
      return token;
    } catch (JacksonException e) {
      throw explained(e);
    }
  }

  /// Line of the token that was read last, from 1.
  public long line() {
    return linesBefore + Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  /// Enters an object, whose members [#name] tells; false where the value is none, and was passed
  /// over.
  public boolean enterObject() {
    return enter(JsonToken.START_OBJECT);
  }

  private boolean enter(JsonToken wanted) {
    if (token() == wanted) {
      return true;
    }
    skipRest();
    return false;
  }

  private void skipRest() {
    try {
      parser.skipChildren();
    } catch (JacksonException e) {
      throw explained(e);
    }
  }

  /// The name of the next member, before whose value we stand then; null behind the last, which
  /// leaves the object.
  public @Nullable String name() {
    return token() == JsonToken.END_OBJECT ? null : parser.currentName();
  }

  /// Passes over a value.
  public void skip() {
    token();
    skipRest();
  }

  /// Reads a value whole; null of a null.
  public @Nullable JsonItem item() {
    return item(token());
  }

  /// Where the items of an array are told, one after the other.
  @FunctionalInterface
  public interface Items {
    /// Takes one.
    ///
    /// @param line where it begins
    void item(JsonItem item, long line);
  }

  /// Reads an array item by item; a value that is none is one item.
  public void items(Items sink) {
    var token = token();
    if (token != JsonToken.START_ARRAY) {
      tell(token, sink);
      return;
    }
    for (token = token(); token != JsonToken.END_ARRAY; token = token()) {
      tell(token, sink);
    }
  }

  private void tell(JsonToken token, Items sink) {
    long line = line();
    var item = item(token);
    if (item != null) {
      sink.item(item, line);
    }
  }

  /// Enters each object of an array in turn.
  ///
  /// @param each reads the members of one with [#name] until that is null
  public void objects(Runnable each) {
    if (!enter(JsonToken.START_ARRAY)) {
      return;
    }
    for (var token = token(); token != JsonToken.END_ARRAY; token = token()) {
      if (token == JsonToken.START_OBJECT) {
        each.run();
      } else {
        skipRest();
      }
    }
  }

  private @Nullable JsonItem item(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          new JsonItem.Text(text());
      case VALUE_NULL -> null;
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new AssertionError(token);
    };
  }

  private String text() {
    try {
      return parser.getString();
    } catch (JacksonException e) {
      throw explained(e);
    }
  }

  private JsonItem object() {
    var fields = new LinkedHashMap<String, JsonItem>();
    for (var token = token(); token != JsonToken.END_OBJECT; token = token()) {
      var member = parser.currentName();
      var value = item(token());
      if (value != null) {
        fields.put(member, value);
      }
    }
    return new JsonItem.Fields(fields);
  }

  private JsonItem array() {
    var items = new ArrayList<JsonItem>();
    for (var token = token(); token != JsonToken.END_ARRAY; token = token()) {
      var value = item(token);
      if (value != null) {
        items.add(value);
      }
    }
    return new JsonItem.Items(items);
  }

  /// Refuses what stands behind the value.
  public void end() {
    try {
      if (parser.nextToken() != null) {
        throw bad(ProblemCode.JSON_TRAILING_CONTENT);
      }
    } catch (JacksonException e) {
      throw explained(e);
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
    if (stream != null) {
      stream.close();
    }
  }
}
