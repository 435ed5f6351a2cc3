package org.idiome.report.markup;

import java.util.ArrayList;
import java.util.List;

/// How wide a text will be drawn, at most, in the sans-serif fonts that a page may meet.
///
/// Widths of classes of characters in thousandths of the font size; they are those of DejaVu Sans,
/// the widest of the fonts in the page's list, so that a text that fits by this measure fits in
/// all.
public final class TextWidth {
  private static final String NARROW = "fijlrtI.,:;'|!()[]/ \u00a0";
  private static final String WIDE = "mwMW@%";
  private static final double OF_NARROW = 0.385;
  private static final double OF_WIDE = 0.96;
  private static final double OF_CAPITAL = 0.71;
  private static final double OF_OTHER = 0.62;
  private static final double OF_THIN_SPACE = 0.2;

  private TextWidth() {}

  /// Width in the unit of the font size.
  public static double of(String text, double fontSize) {
    double ems = 0;
    for (int i = 0; i < text.length(); i++) {
      ems += of(text.charAt(i));
    }
    return ems * fontSize;
  }

  private static double of(char c) {
    if (c == '\u202f') {
      return OF_THIN_SPACE;
    }
    if (NARROW.indexOf(c) >= 0) {
      return OF_NARROW;
    }
    if (WIDE.indexOf(c) >= 0) {
      return OF_WIDE;
    }
    return Character.isUpperCase(c) ? OF_CAPITAL : OF_OTHER;
  }

  /// The text in lines of words, at most so many; the last is cut where it must be.
  public static List<String> wrap(String text, double fontSize, double widest, int most) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      var longer = line.isEmpty() ? word : line + " " + word;
      boolean isLast = lines.size() == most - 1;
      if (!line.isEmpty() && !isLast && of(longer, fontSize) > widest) {
        lines.add(cut(line.toString(), fontSize, widest));
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(cut(line.toString(), fontSize, widest));
    return lines;
  }

  /// The text, or its beginning and an ellipsis where it is wider than allowed.
  public static String cut(String text, double fontSize, double widest) {
    if (of(text, fontSize) <= widest) {
      return text;
    }
    int end = text.length();
    while (end > 1 && of(text.substring(0, end).stripTrailing() + "…", fontSize) > widest) {
      end--;
    }
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }
}
