package org.idiome.genomics.table;

import java.util.HexFormat;

/// Values of a table of scores as INFO writes them, and back.
///
/// The eight codes of VCF 4.3 (section 1.2) for what parts values, and the like for a space, other
/// control characters and `&`, which parts the values of several rows. A comma stays: tables keep
/// it, and what is written of them has its code.
public final class ValueText {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private ValueText() {}

  /// How a table keeps a value.
  static String kept(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (isCoded(value.charAt(i))) {
        return coded(value);
      }
    }
    return value;
  }

  private static boolean isCoded(char sign) {
    return switch (sign) {
      case '%', ';', '=', '&', 0x7f -> true;
      default -> sign <= ' ';
    };
  }

  private static String coded(String value) {
    var text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char sign = value.charAt(i);
      if (isCoded(sign)) {
        text.append('%').append(HEX.toHexDigits((byte) sign));
      } else {
        text.append(sign);
      }
    }
    return text.toString();
  }

  /// A kept value for people, and programs that read no VCF: codes of what shows something, or of a
  /// space, are what they stand for; others stay.
  public static String plain(String kept) {
    int percent = kept.indexOf('%');
    if (percent < 0) {
      return kept;
    }
    var text = new StringBuilder();
    int at = 0;
    while (percent >= 0) {
      text.append(kept, at, percent);
      int code = code(kept, percent + 1);
      text.append(code < 0 ? '%' : (char) code);
      at = percent + (code < 0 ? 1 : 3);
      percent = kept.indexOf('%', at);
    }
    return text.append(kept, at, kept.length()).toString();
  }

  private static int code(String text, int at) {
    if (at + 2 > text.length()
        || !HexFormat.isHexDigit(text.charAt(at))
        || !HexFormat.isHexDigit(text.charAt(at + 1))) {
      return -1;
    }
    int code = HexFormat.fromHexDigits(text, at, at + 2);
    return " %;=&,:".indexOf(code) < 0 ? -1 : code;
  }
}
