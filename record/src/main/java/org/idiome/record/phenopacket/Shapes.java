package org.idiome.record.phenopacket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.code.SchemaMembers;
import org.idiome.record.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// Gives a message of version 1 the shape that version 2 gives it, by the rows of [SchemaMembers].
///
/// Every value keeps the place where it stands in the document. A member that only the other
/// version has is refused and never read: alone, or with its item where it could turn the meaning
/// of the item round.
final class Shapes {
  private final Reading reading;
  private final BiConsumer<String, ItemRefused> refused;

  /// @param refused is told of members that are refused alone, by name
  Shapes(Reading reading, BiConsumer<String, ItemRefused> refused) {
    this.reading = reading;
    this.refused = refused;
  }

  /// The value in the shape of version 2; anything but an object stays as it is.
  JsonValue shaped(String message, JsonValue value) {
    if (!(value instanceof JsonValue.Obj object) || SchemaMembers.of(message).isEmpty()) {
      return value;
    }
    return switch (reading.version()) {
      case ONE -> first(message, object);
      case TWO -> second(message, object);
    };
  }

  private JsonValue second(String message, JsonValue.Obj object) {
    var members = new LinkedHashMap<String, JsonValue>();
    object
        .members()
        .forEach((name, value) -> {
          if (!isOfOther(message, name, value, 1)) {
            members.put(name, value);
          }
        });
    return members.size() == object.members().size()
        ? object
        : new JsonValue.Obj(object.at(), members, object.repeated());
  }

  private JsonValue first(String message, JsonValue.Obj object) {
    var members = new LinkedHashMap<String, JsonValue>();
    var seen = new LinkedHashMap<String, String>();
    object
        .members()
        .forEach((name, value) -> {
          var camel = camel(name);
          var row = SchemaMembers.ofVersion1(message, camel);
          if (row != null && !row.version2().isEmpty()) {
            var before = seen.put(camel, name);
            if (before != null) {
              throw reading.refuse(
                  ProblemCode.JSON_NAME_REPEATED, object, "name", before + ", " + name);
            }
            put(members, row.version2(), shapedBy(row.shape(), value));
          } else if (!isOfOther(message, name, value, 2)) {
            members.put(name, value);
          }
        });
    return new JsonValue.Obj(object.at(), members, object.repeated());
  }

  /// Refuses a member that only the other version has; false where it is none.
  private boolean isOfOther(String message, String name, JsonValue value, int other) {
    var row = SchemaMembers.only(message, camel(name), other);
    if (row == null || value instanceof JsonValue.Null) {
      return false;
    }
    var code =
        other == 1
            ? ProblemCode.PHENOPACKET_FIELD_OF_VERSION_1
            : ProblemCode.PHENOPACKET_FIELD_OF_VERSION_2;
    var problem = reading.refuse(code, value, "member", Reading.quoted(name));
    if (row.refusesItem()) {
      throw problem;
    }
    refused.accept(camel(name), problem);
    return true;
  }

  /// A value by the rows of its shape; a word or number of an enumeration by its row.
  private JsonValue shapedBy(@Nullable String shape, JsonValue value) {
    if (shape == null) {
      return value;
    }
    return switch (value) {
      case JsonValue.Obj object -> first(shape, object);
      case JsonValue.Num number -> {
        var row = SchemaMembers.ofVersion1(shape, number.text());
        var word = row == null ? null : row.inVersion2();
        yield word == null ? number : new JsonValue.Text(number.at(), word);
      }
      case JsonValue.Arr _, JsonValue.Text _, JsonValue.Bool _, JsonValue.Null _ -> value;
    };
  }

  private static void put(Map<String, JsonValue> members, List<String> way, JsonValue value) {
    var name = way.getFirst();
    if (way.size() == 1) {
      members.put(name, value);
      return;
    }
    var there = members.get(name);
    var inner = new LinkedHashMap<String, JsonValue>();
    if (there instanceof JsonValue.Obj object) {
      inner.putAll(object.members());
    }
    put(inner, way.subList(1, way.size()), value);
    var at = there == null ? value.at() : there.at();
    members.put(name, new JsonValue.Obj(at, inner, List.of()));
  }

  /// The lowerCamelCase spelling of a name.
  static String camel(String name) {
    if (name.indexOf('_') < 0) {
      return name;
    }
    var out = new StringBuilder();
    boolean isUp = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_') {
        isUp = true;
      } else {
        out.append(isUp && c >= 'a' && c <= 'z' ? (char) (c - 0x20) : c);
        isUp = false;
      }
    }
    return out.toString();
  }
}
