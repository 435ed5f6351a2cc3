package org.idiome.record.phenopacket;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.idiome.core.canonical.Numbers;
import org.idiome.core.concept.Coded;
import org.idiome.core.concept.Curie;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.source.SourceRow;
import org.idiome.record.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// A protobuf message written as JSON, read member by member.
///
/// Names may be `lowerCamelCase` or `snake_case`; null, an empty text and an absent member are one
/// (protobuf JSON). What was never asked for is not in the schema and is reported by [#end].
final class Message {
  private final JsonValue.Obj object;
  private final Reading reading;
  private final String block;
  private final Set<String> asked = new HashSet<>();
  private final List<Message> below = new ArrayList<>();

  private Message(JsonValue.Obj object, Reading reading, String block) {
    this.object = object;
    this.reading = reading;
    this.block = block;
  }

  /// A value that must be an object without repeated names.
  static Message of(JsonValue value, Reading reading, String block) {
    if (!(value instanceof JsonValue.Obj object)) {
      throw wrongType(reading, value, "object");
    }
    if (!object.repeated().isEmpty()) {
      throw reading.refuse(
          ProblemCode.JSON_NAME_REPEATED, value, "name", String.join(", ", object.repeated()));
    }
    return new Message(object, reading, block);
  }

  private static ItemRefused wrongType(Reading reading, JsonValue value, String expected) {
    return reading.refuse(
        ProblemCode.PHENOPACKET_TYPE_NOT_EXPECTED,
        value,
        "expected",
        expected,
        "found",
        value.kind());
  }

  /// The object itself.
  JsonValue value() {
    return object;
  }

  /// Its source row.
  SourceRow row() {
    return reading.row(object);
  }

  /// Whether a member is there and not null, under either spelling.
  boolean has(String name) {
    return take(name) != null;
  }

  /// A member under either spelling, or null.
  @Nullable JsonValue take(String name) {
    var snake = snake(name);
    asked.add(name);
    asked.add(snake);
    var first = object.members().get(name);
    var second = snake.equals(name) ? null : object.members().get(snake);
    if (first != null && second != null) {
      throw reading.refuse(ProblemCode.JSON_NAME_REPEATED, object, "name", name + ", " + snake);
    }
    var value = first == null ? second : first;
    return value instanceof JsonValue.Null ? null : value;
  }

  /// The snake_case spelling of a name.
  static String snake(String name) {
    var out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        out.append('_').append((char) (c | 0x20));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /// A text, or null where it is absent or empty.
  @Nullable String text(String name) {
    return switch (take(name)) {
      case null -> null;
      case JsonValue.Text text -> text.text().isEmpty() ? null : text.text();
      case JsonValue.Num(_, _, String plain) when plain != null -> plain;
      case JsonValue.Bool(_, _, String plain) when plain != null -> plain;
      case JsonValue other -> throw wrongType(reading, other, "string");
    };
  }

  /// A text that must be there and not blank.
  String requiredText(String name) {
    var text = text(name);
    if (text == null || text.isBlank()) {
      throw missing(name);
    }
    return text;
  }

  ItemRefused missing(String name) {
    return reading.refuse(ProblemCode.PHENOPACKET_MEMBER_MISSING, object, "member", name);
  }

  /// A truth value; absent is false, as protobuf has it.
  boolean flag(String name) {
    return switch (take(name)) {
      case null -> false;
      case JsonValue.Bool bool -> bool.value();
      case JsonValue other -> throw wrongType(reading, other, "boolean");
    };
  }

  /// A finite number, written as number or text; null where it is absent.
  @Nullable Double number(String name) {
    var value = take(name);
    if (value == null) {
      return null;
    }
    var text =
        switch (value) {
          case JsonValue.Num number -> number.text();
          case JsonValue.Text number -> number.text();
          case JsonValue other -> throw wrongType(reading, other, "number");
        };
    var number = Numbers.parse(text);
    if (number == null) {
      throw notFinite(value, text);
    }
    return number;
  }

  /// A whole number from 0, written as number or text; null where it is absent.
  @Nullable Long whole(String name, long most) {
    var number = number(name);
    if (number == null) {
      return null;
    }
    if (number < 0 || number > most || number != Math.rint(number)) {
      // As it is written: a double in between would show other digits.
      var value = take(name);
      throw notFinite(value == null ? object : value, written(value));
    }
    return number.longValue();
  }

  private static String written(@Nullable JsonValue value) {
    return switch (value) {
      case null -> "";
      case JsonValue.Num number -> number.text();
      case JsonValue.Text text -> text.text();
      case JsonValue other -> other.compact();
    };
  }

  private ItemRefused notFinite(JsonValue at, String found) {
    return reading.refuse(
        ProblemCode.PHENOPACKET_NUMBER_NOT_FINITE, at, "found", Reading.quoted(found));
  }

  /// A message, or null.
  @Nullable Message message(String name) {
    var value = take(name);
    return value == null ? null : child(value);
  }

  /// A message that is a block of its own, in the shape of version 2; or null.
  @Nullable Message shaped(String name) {
    var value = take(name);
    return value == null ? null : child(reading.shaped(name, value));
  }

  private Message child(JsonValue value) {
    var message = of(value, reading, block);
    below.add(message);
    return message;
  }

  /// The elements of an array; none where it is absent.
  List<JsonValue> list(String name) {
    return switch (take(name)) {
      case null -> List.of();
      case JsonValue.Arr array -> array.items();
      case JsonValue other -> throw wrongType(reading, other, "array");
    };
  }

  /// The elements of an array, each a message.
  List<Message> messages(String name) {
    var messages = new ArrayList<Message>();
    for (var value : list(name)) {
      messages.add(child(value));
    }
    return messages;
  }

  /// The texts of an array.
  List<String> texts(String name) {
    var texts = new ArrayList<String>();
    for (var value : list(name)) {
      texts.add(
          switch (value) {
            case JsonValue.Text text -> text.text();
            case JsonValue.Num(_, _, String plain) when plain != null -> plain;
            case JsonValue.Bool(_, _, String plain) when plain != null -> plain;
            case JsonValue other -> throw wrongType(reading, other, "string");
          });
    }
    return texts;
  }

  /// A coded term, or null where it is absent; one without its id is noted and left out.
  @Nullable Coded term(String name) {
    var message = message(name);
    return message == null ? null : message.asTerm(name);
  }

  /// A coded term, or its label where it has no code; null where it is absent.
  @Nullable Coded termOrName(String name) {
    var message = message(name);
    if (message == null) {
      return null;
    }
    var id = message.text("id");
    var label = message.text("label");
    if (id != null && !id.isBlank()) {
      return message.coded(id, label);
    }
    return label == null || label.isBlank() ? null : Coded.of(label);
  }

  /// A coded term that must be there.
  Coded requiredTerm(String name) {
    var term = term(name);
    if (term == null) {
      throw missing(name + ".id");
    }
    return term;
  }

  /// The coded terms of an array.
  List<Coded> terms(String name) {
    var terms = new ArrayList<Coded>();
    for (var message : messages(name)) {
      var term = message.asTerm(name);
      if (term != null) {
        terms.add(term);
      }
    }
    return terms;
  }

  private @Nullable Coded asTerm(String name) {
    var id = text("id");
    var label = text("label");
    if (id == null || id.isBlank()) {
      if (label != null) {
        reading.noteField(missing(name + ".id"));
      }
      return null;
    }
    return coded(id, label);
  }

  /// A code; one that is no CURIE is noted and kept.
  Coded coded(String id, @Nullable String label) {
    var coded = new Coded(id, label);
    if (Curie.parse(id) == null) {
      reading.note(ProblemCode.PHENOPACKET_CODE_NOT_CURIE, object, "code", Reading.quoted(id));
    }
    return coded;
  }

  /// A word of an enumeration by name or number; null where it is absent, unknown or its first.
  ///
  /// @param words in the order of their numbers; the first stands for *not stated*
  @Nullable String word(String name, List<String> words) {
    var value = take(name);
    if (value == null) {
      return null;
    }
    var found =
        switch (value) {
          case JsonValue.Text text -> words.contains(text.text()) ? text.text() : null;
          case JsonValue.Num number -> wordOf(number.text(), words);
          case JsonValue other -> throw wrongType(reading, other, "string");
        };
    if (found == null) {
      reading.note(
          ProblemCode.PHENOPACKET_ENUM_NOT_KNOWN, value, "found", Reading.quoted(value.compact()));
    }
    return found == null || found.equals(words.getFirst()) ? null : found;
  }

  private static @Nullable String wordOf(String number, List<String> words) {
    var value = Numbers.parse(number);
    return value != null && value == Math.rint(value) && value >= 0 && value < words.size()
        ? words.get(value.intValue())
        : null;
  }

  /// A word of an enumeration in lower case, as codes of ours are written.
  @Nullable String lowerWord(String name, List<String> words) {
    var word = word(name, words);
    return word == null ? null : word.toLowerCase(Locale.ROOT);
  }

  /// Refuses the item where more than one of the members is set.
  void atMostOne(String... names) {
    @Nullable String seen = null;
    for (var name : names) {
      if (has(name)) {
        if (seen != null) {
          throw reading.refuse(
              ProblemCode.PHENOPACKET_CHOICE_REPEATED, object, "members", seen + ", " + name);
        }
        seen = name;
      }
    }
  }

  /// Notes that members are in the schema and are read elsewhere, or say nothing of the person.
  void passOver(String... names) {
    for (var name : names) {
      take(name);
    }
  }

  /// Reports members that are in the schema and have no place in the record.
  void setAside(String... names) {
    for (var name : names) {
      var value = take(name);
      if (value != null) {
        reading.note(ProblemCode.PHENOPACKET_FIELD_SET_ASIDE, value, "member", name);
      }
    }
  }

  /// Reports what was not asked for, here and in the messages below.
  void end() {
    for (var member : object.members().entrySet()) {
      if (!asked.contains(member.getKey())) {
        reading.notUnderstood(block, member.getValue());
      }
    }
    below.forEach(Message::end);
  }
}
