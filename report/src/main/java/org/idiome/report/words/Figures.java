package org.idiome.report.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.idiome.core.canonical.Numbers;

/// Numbers as people read them: true minus, narrow no-break spaces from 10 000, and as many digits
/// as help.
///
/// Whole numbers keep all digits. Others are rounded half even to four significant digits, since no
/// measurement in a record is better; the row that is cited beside them has the number as written.
public final class Figures {
  private static final int SIGNIFICANT = 4;
  private static final int CHANGE_DIGITS = 2;
  private static final int TICK_DIGITS = 3;
  private static final double TICK_IN_THOUSANDS = 10_000;
  private static final int GROUP = 3;
  private static final long THOUSAND = 1000;
  private static final int GROUPED_FROM_DIGITS = 5;
  private static final double PLAIN_BELOW = 1e12;
  private static final double PLAIN_FROM = 1e-4;
  private static final char MINUS = '\u2212';
  private static final char NARROW_SPACE = '\u202f';

  private Figures() {}

  /// A count.
  public static String count(long count) {
    return (count < 0 ? MINUS + "" : "") + grouped(Long.toString(count).replace("-", ""));
  }

  /// So many of something: `1 observation`, `2 observations`.
  ///
  /// @param one what one of them is called; several have an `s` more
  public static String count(long count, String one) {
    return count(count) + " " + one + (count == 1 ? "" : "s");
  }

  /// A number.
  public static String number(double number) {
    return number(number, SIGNIFICANT);
  }

  /// A number with at most so many significant digits, unless it is whole.
  public static String number(double number, int significant) {
    double size = StrictMath.abs(number);
    if (number == 0) {
      return "0";
    }
    var sign = number < 0 ? MINUS + "" : "";
    if (size >= PLAIN_BELOW || size < PLAIN_FROM) {
      return sign + scientific(size, significant);
    }
    var written = new BigDecimal(Numbers.text(size));
    boolean isWhole = written.stripTrailingZeros().scale() <= 0;
    int whole = written.precision() - written.scale();
    var rounded =
        isWhole
            ? written
            : written.round(new MathContext(Math.max(significant, whole), RoundingMode.HALF_EVEN));
    return sign + plain(rounded);
  }

  /// A number at a tick of an axis: short, from 10 000 in thousands.
  public static String tick(double number) {
    return StrictMath.abs(number) >= TICK_IN_THOUSANDS
        ? (number < 0 ? MINUS + "" : "") + compact(Math.round(StrictMath.abs(number)))
        : number(number, TICK_DIGITS);
  }

  /// A change: with its sign, also where it is positive.
  public static String signed(double number) {
    return number > 0 ? "+" + number(number) : number(number);
  }

  /// A change in percent or the like, which rests on two rounded values: two digits of it, and all
  /// before the point.
  public static String change(double number) {
    var text = number(number, CHANGE_DIGITS);
    return number > 0 ? "+" + text : text;
  }

  /// A number rounded to so many places behind the point.
  public static String fixed(double number, int places) {
    var rounded = new BigDecimal(Numbers.text(number)).setScale(places, RoundingMode.HALF_EVEN);
    return (rounded.signum() < 0 ? MINUS + "" : "") + plainKeepingZeros(rounded.abs());
  }

  /// A count in at most four characters, for cells: `812`, `25k`, `4.8M`.
  public static String compact(long count) {
    if (count < THOUSAND) {
      return Long.toString(count);
    }
    boolean isMillions = count >= THOUSAND * THOUSAND - THOUSAND / 2;
    long unit = isMillions ? THOUSAND * THOUSAND : THOUSAND;
    var size = BigDecimal.valueOf(count).divide(BigDecimal.valueOf(unit));
    var rounded = size.setScale(size.compareTo(BigDecimal.TEN) < 0 ? 1 : 0, RoundingMode.HALF_EVEN);
    return plain(rounded) + (isMillions ? "M" : "k");
  }

  private static String plain(BigDecimal positive) {
    var text = positive.stripTrailingZeros().toPlainString();
    return point(text);
  }

  private static String plainKeepingZeros(BigDecimal positive) {
    return point(positive.toPlainString());
  }

  private static String point(String text) {
    int point = text.indexOf('.');
    return point < 0 ? grouped(text) : grouped(text.substring(0, point)) + text.substring(point);
  }

  private static String grouped(String digits) {
    if (digits.length() < GROUPED_FROM_DIGITS) {
      return digits;
    }
    var out = new StringBuilder(digits);
    for (int at = digits.length() - GROUP; at > 0; at -= GROUP) {
      out.insert(at, NARROW_SPACE);
    }
    return out.toString();
  }

  private static String scientific(double size, int significant) {
    var rounded =
        new BigDecimal(Numbers.text(size))
            .round(new MathContext(significant, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    var digits = rounded.unscaledValue().toString();
    var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return mantissa + "\u00a0×\u00a010" + raised(exponent);
  }

  private static String raised(int exponent) {
    var out = new StringBuilder();
    var digits = Integer.toString(exponent);
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      out.append(c == '-' ? '\u207b' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return out.toString();
  }
}
