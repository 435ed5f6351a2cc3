package org.idiome.knowledge.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.idiome.testkit.Truth;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The publishers' own files below `data`, plain or gzipped; a file that is absent ends the test.
public final class Published {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  /// A value of a JSON file; what should be there and is not fails the test.
  public record Node(@Nullable Object value) {
    /// The member of an object.
    public Node at(String name) {
      if (!(value instanceof Map<?, ?> object) || !object.containsKey(name)) {
        throw new AssertionError("no " + name + " in " + value);
      }
      return new Node(object.get(name));
    }

    /// The elements of an array.
    public List<Node> elements() {
      if (!(value instanceof List<?> array)) {
        throw new AssertionError("no array: " + value);
      }
      var nodes = new ArrayList<Node>();
      array.forEach(element -> nodes.add(new Node(element)));
      return nodes;
    }

    /// The names of the members of an object.
    public List<String> names() {
      if (!(value instanceof Map<?, ?> object)) {
        throw new AssertionError("no object: " + value);
      }
      var names = new ArrayList<String>();
      object.keySet().forEach(name -> names.add(String.valueOf(name)));
      return names;
    }

    /// Whether it is null.
    public boolean isNull() {
      return value == null;
    }

    /// A text, number or truth value as text; `null` where it is null.
    public String text() {
      return String.valueOf(value);
    }
  }

  /// A row of a table, by column.
  public record Row(Map<String, String> cells) {
    /// A cell; a column that is not there fails the test.
    public String get(String column) {
      var cell = cells.get(column);
      if (cell == null) {
        throw new AssertionError("no column " + column + " in " + cells.keySet());
      }
      return cell;
    }
  }

  private Published() {}

  /// A JSON file.
  public static Node json(String path) {
    try (var stream = open(path);
        var parser = FACTORY.createParser(ObjectReadContext.empty(), stream)) {
      parser.nextToken();
      return new Node(value(parser));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /// The rows of a tab-separated file with a header.
  public static List<Row> tsv(String path) {
    var rows = new ArrayList<Row>();
    try (var reader =
        new BufferedReader(new InputStreamReader(open(path), StandardCharsets.UTF_8))) {
      var columns = String.valueOf(reader.readLine()).split("\t", -1);
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        var cells = line.split("\t", -1);
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.length; i++) {
          row.put(columns[i], i < cells.length ? cells[i] : "");
        }
        rows.add(new Row(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    return rows;
  }

  private static InputStream open(String path) throws IOException {
    var stream = Files.newInputStream(Truth.data(path));
    return path.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
  }

  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var object = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          var name = parser.currentName();
          parser.nextToken();
          object.put(name, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        var array = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_NULL -> null;
      default -> parser.getString();
    };
  }
}
