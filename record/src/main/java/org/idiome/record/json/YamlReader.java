package org.idiome.record.json;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Ascii;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads YAML 1.2 that says what JSON could say, within the bounds of [JsonLimits]. For one thread.
///
/// No tags, no merge keys, no keys but texts: each refuses the file. An alias stands for a copy of
/// what it names, at the place and on the line of the alias; copies count like values that are
/// written out, and their number and texts are bounded.
final class YamlReader {
  /// Values and characters that aliases may stand for in one file.
  private static final int MOST_COPIED_VALUES = 500_000;

  private static final int MOST_COPIED_CHARS = 64 << 20;

  private static final Pattern FIRST_LINE =
      Pattern.compile(
          "(---|%YAML)(\\s.*)?|(- +)?(\"[^\"]{1,80}\"|'[^']{1,80}'|[A-Za-z_]\\w{0,80}) *:(\\s.*)?",
          Pattern.DOTALL);
  private static final int LOOKED_AT_CHARS = 300;

  private final DocumentBytes source;
  private final JsonLimits limits;
  private final Iterator<Event> events;
  private final Map<String, JsonValue> anchors = new HashMap<>();
  private int values;
  private int copiedValues;
  private long copiedChars;

  private YamlReader(DocumentBytes source, JsonLimits limits) {
    this.source = source;
    this.limits = limits;
    var settings =
        LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setParseComments(false)
            .setUseMarks(true)
            .setLabel(source.name())
            .build();
    var bytes =
        new ByteArrayInputStream(source.bytes(), source.start(), source.end() - source.start());
    this.events =
        new Parse(settings)
            .parseReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
            .iterator();
  }

  /// Whether text begins as YAML does: with a mark of its own, or with a key and a colon.
  static boolean looksLikeOne(byte[] bytes, int start, int end) {
    int from = start;
    while (from < end) {
      int lineEnd = Ascii.find(bytes, from, end, '\n');
      int looked = Math.min(lineEnd, from + LOOKED_AT_CHARS);
      var line = new String(bytes, from, looked - from, StandardCharsets.UTF_8);
      if (!line.isBlank() && !line.startsWith("#")) {
        return FIRST_LINE.matcher(line).matches();
      }
      from = lineEnd + 1;
    }
    return false;
  }

  /// The documents of a stream.
  ///
  /// @throws BadInputException where it is no YAML of this kind within the bounds
  static List<JsonDocument> read(DocumentBytes source, JsonLimits limits) {
    return new YamlReader(source, limits).documents();
  }

  private List<JsonDocument> documents() {
    var documents = new ArrayList<JsonDocument>();
    var event = next();
    while (event.getEventId() != Event.ID.StreamEnd) {
      if (event instanceof DocumentStartEvent) {
        anchors.clear();
        var root = node(next(), null, null, 0, 1);
        if (!(root instanceof JsonValue.Null)) {
          documents.add(new JsonDocument(root, List.of()));
        }
      }
      event = next();
    }
    if (documents.isEmpty()) {
      throw DocumentBytes.bad(ProblemCode.FILE_EMPTY, Place.file(source.name()));
    }
    var notes = new ArrayList<Problem>(source.notes());
    if (source.bytes()[source.end() - 1] != '\n') {
      notes.add(Problem.of(ProblemCode.YAML_LAST_LINE, source.place(source.end())));
    }
    documents.set(0, new JsonDocument(documents.getFirst().root(), notes));
    return documents;
  }

  private Event next() {
    try {
      return events.next();
    } catch (MarkedYamlEngineException e) {
      throw invalid(place(e.getProblemMark().orElse(null)));
    } catch (ReaderException e) {
      throw invalid(source.place(offset(e.getPosition())));
    } catch (YamlEngineException e) {
      throw invalid(Place.file(source.name()));
    }
  }

  /// The byte at a position in characters.
  private int offset(int character) {
    int at = source.start();
    for (int left = character; at < source.end(); at++) {
      boolean isFirst = (source.bytes()[at] & 0xc0) != 0x80;
      if (isFirst && left-- == 0) {
        break;
      }
    }
    return at;
  }

  private BadInputException invalid(Place at) {
    return DocumentBytes.bad(ProblemCode.YAML_NOT_VALID, at, "found", source.foundAt(at));
  }

  private Place place(@Nullable Mark mark) {
    return mark == null
        ? Place.file(source.name())
        : new Place(source.name(), 1L + mark.getLine(), mark.getColumn() + 1, null);
  }

  private Place place(Event event) {
    return place(event.getStartMark().orElse(null));
  }

  private static long line(Event event) {
    return 1L + event.getStartMark().map(Mark::getLine).orElse(0);
  }

  /// The node that begins with an event.
  ///
  /// @param parent null for the root
  /// @param name of a member; null for an item, which has its index
  private JsonValue node(
      Event event, @Nullable JsonPlace parent, @Nullable String name, int index, int depth) {
    requireFew(event, depth);
    var at =
        parent == null
            ? JsonPlace.root(line(event))
            : name == null ? parent.item(index, line(event)) : parent.member(name, line(event));
    var value =
        switch (event) {
          case AliasEvent alias -> copy(named(alias), at, alias, depth);
          case ScalarEvent scalar -> scalar(scalar, at);
          case CollectionStartEvent start -> {
            requireNoTag(start.getTag().orElse(null), start);
            yield start.getEventId() == Event.ID.MappingStart
                ? object(at, depth)
                : array(at, depth);
          }
          default -> throw invalid(place(event));
        };
    if (!(event instanceof AliasEvent) && event instanceof NodeEvent node) {
      node.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), value));
    }
    return value;
  }

  private void requireFew(Event event, int depth) {
    if (++values > limits.values()) {
      throw DocumentBytes.limit(place(event), limits.values(), JsonLimits.VALUES_OPTION);
    }
    if (depth > limits.depth()) {
      throw DocumentBytes.limit(place(event), limits.depth(), JsonLimits.DEPTH_OPTION);
    }
  }

  private void requireNoTag(@Nullable String tag, Event event) {
    if (tag != null) {
      throw notRead(event, "tag");
    }
  }

  private BadInputException notRead(Event event, String what) {
    var at = place(event);
    return DocumentBytes.bad(
        ProblemCode.YAML_FORM_NOT_READ, at, "form", what, "found", source.foundAt(at));
  }

  private JsonValue scalar(ScalarEvent scalar, JsonPlace at) {
    requireNoTag(scalar.getTag().orElse(null), scalar);
    var text = text(scalar);
    return scalar.isPlain() ? YamlScalar.of(text, at) : new JsonValue.Text(at, text);
  }

  private String text(ScalarEvent scalar) {
    if (scalar.getValue().length() > limits.stringChars()) {
      throw DocumentBytes.limit(place(scalar), limits.stringChars(), JsonLimits.STRING_OPTION);
    }
    return source.whole(scalar.getValue(), place(scalar));
  }

  private JsonValue array(JsonPlace at, int depth) {
    var items = new ArrayList<JsonValue>();
    var event = next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(event, at, null, items.size(), depth + 1));
      event = next();
    }
    return new JsonValue.Arr(at, items);
  }

  private JsonValue object(JsonPlace at, int depth) {
    var members = new LinkedHashMap<String, JsonValue>();
    var repeated = new ArrayList<String>();
    var event = next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      var key = key(event);
      if (members.putIfAbsent(key, node(next(), at, key, 0, depth + 1)) != null) {
        repeated.add(key);
      }
      event = next();
    }
    return new JsonValue.Obj(at, members, repeated);
  }

  private String key(Event event) {
    if (!(event instanceof ScalarEvent scalar)) {
      throw notRead(event, "key");
    }
    requireNoTag(scalar.getTag().orElse(null), scalar);
    if (scalar.isPlain() && scalar.getValue().equals("<<")) {
      throw notRead(event, "merge key");
    }
    if (scalar.getAnchor().isPresent()) {
      throw notRead(event, "key");
    }
    return text(scalar);
  }

  private JsonValue named(AliasEvent alias) {
    var value = anchors.get(alias.getAlias().getValue());
    if (value == null) {
      throw notRead(alias, "alias");
    }
    return value;
  }

  /// What an alias names, as if it stood in its place.
  private JsonValue copy(JsonValue value, JsonPlace at, AliasEvent alias, int depth) {
    requireFew(alias, depth);
    if (++copiedValues > MOST_COPIED_VALUES || copiedChars > MOST_COPIED_CHARS) {
      throw DocumentBytes.limit(place(alias), MOST_COPIED_VALUES, "");
    }
    return switch (value) {
      case JsonValue.Obj object -> {
        var members = new LinkedHashMap<String, JsonValue>();
        object
            .members()
            .forEach((name, member) ->
                members.put(name, copy(member, at.member(name, at.line()), alias, depth + 1)));
        yield new JsonValue.Obj(at, members, object.repeated());
      }
      case JsonValue.Arr array -> {
        var items = new ArrayList<JsonValue>();
        for (var item : array.items()) {
          items.add(copy(item, at.item(items.size(), at.line()), alias, depth + 1));
        }
        yield new JsonValue.Arr(at, items);
      }
      case JsonValue.Text text -> {
        copiedChars += text.text().length();
        yield new JsonValue.Text(at, text.text());
      }
      case JsonValue.Num number -> new JsonValue.Num(at, number.text(), number.plain());
      case JsonValue.Bool bool -> new JsonValue.Bool(at, bool.value(), bool.plain());
      case JsonValue.Null _ -> new JsonValue.Null(at);
    };
  }
}
