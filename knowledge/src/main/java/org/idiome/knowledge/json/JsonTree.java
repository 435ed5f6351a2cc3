package org.idiome.knowledge.json;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.canonical.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads a JSON document into a tree; a member that is null is left out.
public final class JsonTree {
  private static final int DEPTH = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private JsonTree() {}

  /// Reads one document.
  ///
  /// @throws IllegalArgumentException where the bytes are no JSON, or hold more than one document
  public static Json read(byte[] bytes) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      var token = parser.nextToken();
      var value = token == null ? null : value(parser, token);
      if (value == null || parser.nextToken() != null) {
        throw new IllegalArgumentException("not one JSON document");
      }
      return value;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static @org.jspecify.annotations.Nullable Json value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> new Json.Arr(items(parser));
      case VALUE_STRING -> Json.of(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Json.of(parser.getDoubleValue());
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      default -> null;
    };
  }

  private static Json object(JsonParser parser) {
    var members = Json.object();
    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
      members.put(name, value(parser, parser.nextToken()));
    }
    return members.end();
  }

  private static List<Json> items(JsonParser parser) {
    var items = new ArrayList<Json>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      var item = value(parser, token);
      if (item == null) {
        throw new IllegalArgumentException("null in an array");
      }
      items.add(item);
    }
    return items;
  }
}
