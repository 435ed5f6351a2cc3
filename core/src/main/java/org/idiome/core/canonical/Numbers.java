package org.idiome.core.canonical;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Prints and reads numbers, in one way for the whole house.
///
/// The text is the shortest that reads back equal, in the form of ECMAScript `Number::toString`
/// (which RFC 8785 names): plain digits from 1e-6 to below 1e21, an exponent outside.
public final class Numbers {
  private static final int PLAIN_FROM_EXPONENT = -7;
  private static final int PLAIN_TO_EXPONENT = 21;

  private Numbers() {}

  /// The shortest text that reads back equal; negative zero prints as `0`.
  ///
  /// @param number finite
  public static String text(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("not a finite number: " + number);
    }
    if (number == 0) {
      return "0";
    }
    var decimal = shortest(number).stripTrailingZeros();
    var digits = decimal.unscaledValue().abs().toString();
    int exponent = digits.length() - decimal.scale() - 1;
    var out = new StringBuilder();
    if (number < 0) {
      out.append('-');
    }
    if (exponent > PLAIN_FROM_EXPONENT && exponent < PLAIN_TO_EXPONENT) {
      return out.append(decimal.abs().toPlainString()).toString();
    }
    out.append(digits.charAt(0));
    if (digits.length() > 1) {
      out.append('.').append(digits, 1, digits.length());
    }
    return out.append(exponent < 0 ? "e-" : "e+").append(Math.abs(exponent)).toString();
  }

  /// The decimal with fewest digits that reads back equal, the closest where there are several.
  ///
  /// [Double#toString] finds it, except that it never answers with fewer than two digits:
  /// `4.9E-324` where `5e-324` would do. So the two numbers of one digit beside its answer are
  /// tried as well.
  private static BigDecimal shortest(double number) {
    var written = new BigDecimal(Double.toString(number));
    if (written.precision() != 2) {
      return written;
    }
    var exact = new BigDecimal(number);
    var best = written;
    for (var mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
      var shorter = written.round(new MathContext(1, mode));
      boolean isCloser =
          best.precision() == 2
              || shorter.subtract(exact).abs().compareTo(best.subtract(exact).abs()) < 0;
      if (shorter.doubleValue() == number && isCloser) {
        best = shorter;
      }
    }
    return best;
  }

  /// Reads a decimal number: optional sign, digits before or after a point or both, optional
  /// exponent; nothing else.
  ///
  /// Hexadecimal, `NaN`, `Infinity`, type suffixes and surrounding space are not numbers here, and
  /// neither is a text that overflows to infinity, or one other than zero that underflows to zero.
  ///
  /// @return the number, or null where the text is none
  public static @Nullable Double parse(CharSequence text) {
    int length = text.length();
    int i = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    int whole = digits(text, i);
    int fraction = 0;
    i += whole;
    if (i < length && text.charAt(i) == '.') {
      fraction = digits(text, i + 1);
      i += 1 + fraction;
    }
    if (whole + fraction == 0) {
      return null;
    }
    if (i < length && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      i++;
      if (i < length && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
        i++;
      }
      int exponent = digits(text, i);
      if (exponent == 0) {
        return null;
      }
      i += exponent;
    }
    if (i != length) {
      return null;
    }
    double number = Double.parseDouble(text.toString());
    return Double.isFinite(number) && (number != 0 || isZero(text)) ? number : null;
  }

  /// Whether the digits before the exponent are all zero.
  private static boolean isZero(CharSequence number) {
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c == 'e' || c == 'E') {
        return true;
      }
      if (c >= '1' && c <= '9') {
        return false;
      }
    }
    return true;
  }

  private static int digits(CharSequence text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i - from;
  }
}
