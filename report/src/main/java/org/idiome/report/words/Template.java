package org.idiome.report.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// A sentence with places for named values.
///
/// `{name}` is a value, `{name:form}` a value in one of the forms of [Words], `[…]` a part that is
/// left out where a value in it is not given, `[…|…]` the first of several parts whose values are
/// all given; `\` takes the meaning from the next character.
final class Template {
  private sealed interface Part {}

  private record Literal(String text) implements Part {}

  private record Slot(String name, String form) implements Part {}

  private record Maybe(List<List<Part>> choices) implements Part {}

  private final List<Part> parts;

  private Template(List<Part> parts) {
    this.parts = parts;
  }

  /// Reads a template.
  ///
  /// @throws IllegalArgumentException where a bracket has no partner
  static Template of(String text) {
    var reader = new Reader(text);
    var parts = reader.parts(false);
    reader.requireEnd();
    return new Template(parts);
  }

  /// Names of the values, in the order of their first place.
  List<String> names() {
    var names = new ArrayList<String>();
    gather(parts, names);
    return names;
  }

  private static void gather(List<Part> parts, List<String> names) {
    for (var part : parts) {
      switch (part) {
        case Literal _ -> {}
        case Slot slot -> {
          if (!names.contains(slot.name())) {
            names.add(slot.name());
          }
        }
        case Maybe maybe -> maybe.choices().forEach(choice -> gather(choice, names));
      }
    }
  }

  /// Names that must be given: those outside every optional part.
  Set<String> requiredNames() {
    var names = new TreeSet<String>();
    for (var part : parts) {
      if (part instanceof Slot slot) {
        names.add(slot.name());
      }
    }
    return names;
  }

  /// The sentence.
  ///
  /// @param value the words of a value in a form, or null where it is not given
  /// @param absent the words for a required value that is not given
  String fill(
      BiFunction<String, String, @Nullable String> value,
      BiFunction<String, String, String> absent) {
    var out = new StringBuilder();
    for (var part : parts) {
      switch (part) {
        case Literal literal -> out.append(literal.text());
        case Slot slot -> {
          var words = value.apply(slot.name(), slot.form());
          out.append(words == null ? absent.apply(slot.name(), slot.form()) : words);
        }
        case Maybe maybe -> out.append(first(maybe.choices(), value));
      }
    }
    return out.toString();
  }

  /// The first choice whose values are all given; nothing where none is.
  private static String first(
      List<List<Part>> choices, BiFunction<String, String, @Nullable String> value) {
    for (var choice : choices) {
      var words = whole(choice, value);
      if (words != null) {
        return words;
      }
    }
    return "";
  }

  private static @Nullable String whole(
      List<Part> parts, BiFunction<String, String, @Nullable String> value) {
    var out = new StringBuilder();
    for (var part : parts) {
      switch (part) {
        case Literal literal -> out.append(literal.text());
        case Slot slot -> {
          var words = value.apply(slot.name(), slot.form());
          if (words == null) {
            return null;
          }
          out.append(words);
        }
        case Maybe maybe -> out.append(first(maybe.choices(), value));
      }
    }
    return out.toString();
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    List<Part> parts(boolean isInside) {
      var parts = new ArrayList<Part>();
      var literal = new StringBuilder();
      while (at < text.length() && !(isInside && isEndOfChoice())) {
        char c = text.charAt(at++);
        switch (c) {
          case '\\' -> literal.append(text.charAt(at++));
          case '{' -> {
            flush(literal, parts);
            parts.add(slot());
          }
          case '[' -> {
            flush(literal, parts);
            parts.add(maybe());
          }
          case ']' -> throw new IllegalArgumentException("] without [ in: " + text);
          default -> literal.append(c);
        }
      }
      flush(literal, parts);
      return parts;
    }

    private boolean isEndOfChoice() {
      return text.charAt(at) == ']' || text.charAt(at) == '|';
    }

    private Maybe maybe() {
      var choices = new ArrayList<List<Part>>();
      choices.add(parts(true));
      while (at < text.length() && text.charAt(at) == '|') {
        at++;
        choices.add(parts(true));
      }
      if (at >= text.length()) {
        throw new IllegalArgumentException("[ without ] in: " + text);
      }
      at++;
      return new Maybe(choices);
    }

    void requireEnd() {
      if (at != text.length()) {
        throw new IllegalArgumentException("more behind the end in: " + text);
      }
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
      if (!literal.isEmpty()) {
        parts.add(new Literal(literal.toString()));
        literal.setLength(0);
      }
    }

    private Slot slot() {
      int end = text.indexOf('}', at);
      if (end < 0) {
        throw new IllegalArgumentException("{ without } in: " + text);
      }
      var inside = text.substring(at, end);
      at = end + 1;
      int colon = inside.indexOf(':');
      return colon < 0
          ? new Slot(inside, "")
          : new Slot(inside.substring(0, colon), inside.substring(colon + 1));
    }
  }
}
