package org.idiome.record.kept;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.idiome.record.json.JsonLimits;
import org.idiome.record.json.JsonReader;
import org.idiome.record.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// A JSON object that we wrote, member by member.
///
/// What is not as we write it is a fault of the store, and throws [IllegalStateException].
record Stored(JsonValue value) {
  private static final JsonLimits LIMITS =
      new JsonLimits(1000, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  static Stored of(String text) {
    return new Stored(JsonReader.read("store", bytes(text), LIMITS).root());
  }

  /// The object without members of a name, at whatever depth.
  static Stored without(String member, String text) {
    return new Stored(JsonReader.readWithout(member, "store", bytes(text), LIMITS).root());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private @Nullable JsonValue member(String name) {
    return value instanceof JsonValue.Obj object ? object.members().get(name) : null;
  }

  private static IllegalStateException fault(String name) {
    return new IllegalStateException("the store holds no " + name + " where there should be one");
  }

  @Nullable Stored at(String name) {
    var member = member(name);
    return member == null ? null : new Stored(member);
  }

  Stored in(String name) {
    var member = at(name);
    if (member == null) {
      throw fault(name);
    }
    return member;
  }

  @Nullable String textOrNull(String name) {
    return member(name) instanceof JsonValue.Text text ? text.text() : null;
  }

  String text(String name) {
    var text = textOrNull(name);
    if (text == null) {
      throw fault(name);
    }
    return text;
  }

  @Nullable Double numberOrNull(String name) {
    return member(name) instanceof JsonValue.Num number ? Double.valueOf(number.text()) : null;
  }

  double number(String name) {
    var number = numberOrNull(name);
    if (number == null) {
      throw fault(name);
    }
    return number;
  }

  boolean is(String name) {
    return member(name) instanceof JsonValue.Bool bool && bool.value();
  }

  /// The items of an array; none where there is none.
  <T> List<T> list(String name, Function<Stored, T> each) {
    var member = at(name);
    return member == null ? List.of() : member.items(each);
  }

  <T> List<T> items(Function<Stored, T> each) {
    if (!(value instanceof JsonValue.Arr array)) {
      throw fault("array");
    }
    var items = new ArrayList<T>(array.items().size());
    for (var item : array.items()) {
      items.add(each.apply(new Stored(item)));
    }
    return items;
  }

  String asText() {
    if (value instanceof JsonValue.Text text) {
      return text.text();
    }
    throw fault("text");
  }

  double asNumber() {
    if (value instanceof JsonValue.Num number) {
      return Double.parseDouble(number.text());
    }
    throw fault("number");
  }

  /// The members by name.
  SortedMap<String, Stored> members() {
    var members = new TreeMap<String, Stored>();
    if (value instanceof JsonValue.Obj object) {
      object.members().forEach((name, member) -> members.put(name, new Stored(member)));
    }
    return members;
  }

  /// The members as texts.
  SortedMap<String, String> texts() {
    var texts = new TreeMap<String, String>();
    if (value instanceof JsonValue.Obj object) {
      object.members().forEach((name, member) -> texts.put(name, new Stored(member).asText()));
    }
    return texts;
  }

  /// The members as numbers.
  SortedMap<String, Long> counts() {
    var counts = new TreeMap<String, Long>();
    if (value instanceof JsonValue.Obj object) {
      object
          .members()
          .forEach((name, member) -> counts.put(name, (long) new Stored(member).asNumber()));
    }
    return counts;
  }
}
