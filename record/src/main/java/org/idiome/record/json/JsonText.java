package org.idiome.record.json;

import org.jspecify.annotations.Nullable;

/// Finds values in a tree, and writes it in one line.
final class JsonText {
  private JsonText() {}

  static @Nullable JsonValue child(JsonValue parent, String token) {
    return switch (parent) {
      case JsonValue.Obj object -> object.members().get(token);
      case JsonValue.Arr array -> {
        int index = index(token);
        yield index >= 0 && index < array.items().size() ? array.items().get(index) : null;
      }
      case JsonValue.Text _, JsonValue.Num _, JsonValue.Bool _, JsonValue.Null _ -> null;
    };
  }

  private static int index(String token) {
    boolean isIndex =
        !token.isEmpty()
            && token.length() < 10
            && token.chars().allMatch(c -> c >= '0' && c <= '9')
            && (token.length() == 1 || token.charAt(0) != '0');
    return isIndex ? Integer.parseInt(token) : -1;
  }

  static void write(JsonValue value, StringBuilder out) {
    switch (value) {
      case JsonValue.Obj object -> {
        out.append('{');
        boolean isFirst = true;
        for (var member : object.members().entrySet()) {
          separate(out, isFirst);
          isFirst = false;
          quote(member.getKey(), out);
          out.append(':');
          write(member.getValue(), out);
        }
        out.append('}');
      }
      case JsonValue.Arr array -> {
        out.append('[');
        boolean isFirst = true;
        for (var item : array.items()) {
          separate(out, isFirst);
          isFirst = false;
          write(item, out);
        }
        out.append(']');
      }
      case JsonValue.Text text -> quote(text.text(), out);
      case JsonValue.Num number -> out.append(number.text());
      case JsonValue.Bool bool -> out.append(bool.value());
      case JsonValue.Null _ -> out.append("null");
    }
  }

  private static void separate(StringBuilder out, boolean isFirst) {
    if (!isFirst) {
      out.append(',');
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u00").append(Character.forDigit(c >> 4, 16));
        out.append(Character.forDigit(c & 15, 16));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
