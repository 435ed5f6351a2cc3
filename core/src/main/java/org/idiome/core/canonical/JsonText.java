package org.idiome.core.canonical;

/// Writes a [Json] tree: compact by RFC 8785, or indented for eyes.
final class JsonText {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private JsonText() {}

  /// Writes one tree; `level` below zero means compact.
  static void write(Json json, StringBuilder out, int level) {
    switch (json) {
      case Json.Obj object -> writeObject(object, out, level);
      case Json.Arr array -> writeArray(array, out, level);
      case Json.Str string -> quote(string.text(), out, level >= 0);
      case Json.Num number -> out.append(Numbers.text(number.number()));
      case Json.Bool bool -> out.append(bool.value());
    }
  }

  private static void writeObject(Json.Obj object, StringBuilder out, int level) {
    out.append('{');
    int inside = level < 0 ? -1 : level + 1;
    boolean first = true;
    for (var member : object.members().entrySet()) {
      separate(out, first, inside);
      first = false;
      quote(member.getKey(), out, level >= 0);
      out.append(level < 0 ? ":" : ": ");
      write(member.getValue(), out, inside);
    }
    close(out, first, level, '}');
  }

  private static void writeArray(Json.Arr array, StringBuilder out, int level) {
    out.append('[');
    int inside = level < 0 ? -1 : level + 1;
    boolean first = true;
    for (var item : array.items()) {
      separate(out, first, inside);
      first = false;
      write(item, out, inside);
    }
    close(out, first, level, ']');
  }

  private static void separate(StringBuilder out, boolean first, int inside) {
    if (!first) {
      out.append(',');
    }
    newLine(out, inside);
  }

  private static void close(StringBuilder out, boolean empty, int level, char bracket) {
    if (!empty) {
      newLine(out, level);
    }
    out.append(bracket);
  }

  private static void newLine(StringBuilder out, int level) {
    if (level >= 0) {
      out.append('\n').repeat(' ', 2 * level);
    }
  }

  /// Escapes as RFC 8785 section 3.2.2.2 does; a lone surrogate has no UTF-8 form and becomes
  /// U+FFFD. For eyes, what shows nothing and acts on a terminal or turns a line is escaped too.
  private static void quote(String text, StringBuilder out, boolean isForEyes) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || (isForEyes && isHidden(text, i))) {
            escape(c, out);
          } else if (Character.isSurrogate(c) && !paired(text, i)) {
            out.append('\ufffd');
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static void escape(char c, StringBuilder out) {
    out.append("\\u").append(HEX[c >> 12]).append(HEX[c >> 8 & 15]);
    out.append(HEX[c >> 4 & 15]).append(HEX[c & 15]);
  }

  private static boolean isHidden(String text, int i) {
    boolean isSecond = Character.isLowSurrogate(text.charAt(i)) && paired(text, i);
    return switch (Character.getType(text.codePointAt(isSecond ? i - 1 : i))) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static boolean paired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
