package org.idiome.record.json;

import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a plain scalar of YAML says, by the core schema of YAML 1.2.2 (section 10.3.2).
///
/// `no`, `off` and `yes` are texts, `017` is seventeen, `1:30` and `2024-03-01` are texts. What
/// stands there is kept beside a number or truth value, so that a field of texts has it as written.
final class YamlScalar {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]++");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]++");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]++");
  private static final Pattern FRACTION =
      Pattern.compile("([-+]?)([0-9]*+)(?:\\.([0-9]*+))?([eE][-+]?[0-9]++)?");
  private static final int OCTAL_RADIX = 8;
  private static final int HEXADECIMAL_RADIX = 16;

  private YamlScalar() {}

  /// A plain scalar as a value.
  static JsonValue of(String text, JsonPlace at) {
    if (NULLS.contains(text)) {
      return new JsonValue.Null(at);
    }
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return new JsonValue.Bool(at, TRUE.contains(text), text);
    }
    char first = text.charAt(0);
    boolean mayBeNumber = first == '-' || first == '+' || first == '.' || isDigit(first);
    if (!mayBeNumber || text.length() > JsonLimits.NUMBER_CHARS) {
      return new JsonValue.Text(at, text);
    }
    return number(text, at);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static JsonValue number(String text, JsonPlace at) {
    if (WHOLE.matcher(text).matches()) {
      return new JsonValue.Num(at, json(text), text);
    }
    if (OCTAL.matcher(text).matches()) {
      return new JsonValue.Num(at, radix(text, OCTAL_RADIX), text);
    }
    if (HEXADECIMAL.matcher(text).matches()) {
      return new JsonValue.Num(at, radix(text, HEXADECIMAL_RADIX), text);
    }
    var parts = FRACTION.matcher(text);
    boolean isNumber =
        parts.matches() && (!parts.group(2).isEmpty() || !orEmpty(parts.group(3)).isEmpty());
    return isNumber ? new JsonValue.Num(at, json(text), text) : new JsonValue.Text(at, text);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String radix(String text, int radix) {
    return new BigInteger(text.substring(2), radix).toString();
  }

  /// A decimal number as JSON writes it: no plus, no needless zeros in front, digits on both sides
  /// of a point.
  private static String json(String text) {
    var parts = FRACTION.matcher(text);
    if (!parts.matches()) {
      return text;
    }
    var whole = parts.group(2).replaceFirst("^0+(?=[0-9])", "");
    var fraction = orEmpty(parts.group(3));
    return (parts.group(1).equals("-") ? "-" : "")
        + (whole.isEmpty() ? "0" : whole)
        + (fraction.isEmpty() ? "" : "." + fraction)
        + orEmpty(parts.group(4));
  }
}
