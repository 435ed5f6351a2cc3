package org.idiome.cli;

import java.util.Locale;
import java.util.regex.Pattern;
import org.idiome.core.canonical.Hidden;

/// Text that commands no terminal, whatever stood in an input: the last place before one.
///
/// Line ends and tabs stay. What shows nothing itself is written as JSON writes it, so that a
/// document stays one.
final class Inert {
  /// Colours and their end, as `Ink` writes them.
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[\\d{1,2}m");

  private Inert() {}

  static String text(String text) {
    int plain = plainChars(text);
    if (plain == text.length() || text.codePoints().skip(plain).noneMatch(Inert::isHidden)) {
      return text;
    }
    var out = new StringBuilder();
    append(text, 0, text.length(), out);
    return out.toString();
  }

  /// How many characters at the beginning of a text are of ASCII and show something, or a space.
  static int plainChars(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) <= '~') {
      at++;
    }
    return at;
  }

  /// The same of text in which every value of an input is inert already, and may be coloured.
  static String coloured(String text) {
    var out = new StringBuilder();
    var colour = COLOUR.matcher(text);
    int at = 0;
    while (colour.find()) {
      append(text, at, colour.start(), out);
      out.append(colour.group());
      at = colour.end();
    }
    append(text, at, text.length(), out);
    return out.toString();
  }

  private static boolean isHidden(int point) {
    return point != '\n' && point != '\t' && Hidden.is(point);
  }

  private static void append(String text, int from, int to, StringBuilder out) {
    for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      if (isHidden(point)) {
        for (char unit : Character.toChars(point)) {
          out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
      } else {
        out.appendCodePoint(point);
      }
    }
  }
}
