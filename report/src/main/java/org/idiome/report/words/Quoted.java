package org.idiome.report.words;

import org.idiome.core.canonical.Hidden;

/// Text of an input, safe to show: control and direction characters escaped, long text cut.
public final class Quoted {
  private static final int LONGEST = 80;

  private Quoted() {}

  /// At most 80 characters, with an ellipsis where text was cut.
  public static String text(String text) {
    return text(text, LONGEST);
  }

  /// At most so many characters, with an ellipsis where text was cut.
  public static String text(String text, int longest) {
    var out = new StringBuilder();
    int taken = 0;
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (taken == longest - 1 && at < text.length()) {
        return out.append('…').toString();
      }
      append(point, out);
      taken++;
    }
    return out.toString();
  }

  private static void append(int point, StringBuilder out) {
    if (Hidden.is(point)) {
      out.append("\\u{").append(Integer.toHexString(point)).append('}');
    } else {
      out.appendCodePoint(point);
    }
  }
}
