package org.idiome.record.table;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.idiome.core.presence.Absence;
import org.idiome.core.quantity.Magnitude;
import org.idiome.record.code.ResultCodes;
import org.jspecify.annotations.Nullable;

/// Reads a cell of values.
///
/// - empty, `NA`, `NaN`, `null`, `-`, `.`: missing, the source does not say why;
/// - `<0.05`, `>=60`: censored;
/// - `not_detected`, `ND`, or a text that the description names: below the limit of the row, or not
///   detected;
/// - `failed`, `not_tested`, `withheld`: missing for that reason;
/// - a word with a known meaning, pluses, another word.
///
/// A plain number allocates its value and nothing else.
final class CellReader {
  private static final Magnitude MISSING = new Magnitude.Missing(Absence.NOT_STATED);
  private static final Cell NOT_STATED = new Cell.Amount(MISSING, false);
  private static final Pattern NOT_PLAIN = Pattern.compile("[-+]?[0-9.]*,[0-9.,]*");
  private static final Pattern PLUSES = Pattern.compile("\\+{1,4}");
  private static final double[] POWERS_OF_TEN = powers();
  private static final int MOST_DIGITS = 15;

  private final Conventions conventions;
  private final Set<String> notDetected;

  /// @param notDetected texts that mean so in this table
  CellReader(Conventions conventions, Set<String> notDetected) {
    this.conventions = conventions;
    this.notDetected = notDetected;
  }

  private static double[] powers() {
    var powers = new double[MOST_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  /// @param limit detection limit of the row, or null
  Cell read(byte[] bytes, int start, int end, @Nullable Double limit) {
    if (start == end) {
      return NOT_STATED;
    }
    double fast = conventions.decimalMark() == '.' ? plain(bytes, start, end) : Double.NaN;
    if (!Double.isNaN(fast) && notDetected.isEmpty()) {
      return amount(fast, limit);
    }
    return read(new String(bytes, start, end - start, StandardCharsets.UTF_8), limit);
  }

  /// Reads digits with at most one point and 15 digits exactly; NaN for anything else.
  ///
  /// Both the digits as a whole number and the power of ten are exact, so one division rounds once.
  private static double plain(byte[] bytes, int start, int end) {
    boolean isNegative = bytes[start] == '-';
    long digits = 0;
    int count = 0;
    int point = -1;
    for (int i = isNegative ? start + 1 : start; i < end; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        count++;
      } else if (bytes[i] == '.' && point < 0) {
        point = count;
      } else {
        return Double.NaN;
      }
      if (count > MOST_DIGITS) {
        return Double.NaN;
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    double value = point < 0 ? digits : digits / POWERS_OF_TEN[count - point];
    return isNegative ? -value : value;
  }

  private static Cell amount(double value, @Nullable Double limit) {
    if (limit != null && value < limit) {
      return new Cell.Amount(new Magnitude.Below(limit, false), true);
    }
    return new Cell.Amount(new Magnitude.Exact(value), false);
  }

  Cell read(String text, @Nullable Double limit) {
    if (notDetected.contains(text)) {
      return notDetected(limit);
    }
    var number = number(text);
    if (number != null) {
      return amount(number, limit);
    }
    return switch (text) {
      case "", "NA", "N/A", "NaN", "nan", "null", "NULL", "na", "n/a", "-", "." -> NOT_STATED;
      case "ND" -> notDetected(limit);
      default -> word(text, limit);
    };
  }

  /// A number, or null; asks for the whole column where it depends on the decimal mark.
  @Nullable Double number(String text) {
    var number = conventions.number(text);
    if (number == null && !conventions.areSettled() && NOT_PLAIN.matcher(text).matches()) {
      throw new NotPlainException();
    }
    return number;
  }

  private static Cell notDetected(@Nullable Double limit) {
    var magnitude =
        limit == null
            ? new Magnitude.Missing(Absence.NOT_DETECTED)
            : new Magnitude.Below(limit, false);
    return new Cell.Amount(magnitude, false);
  }

  private Cell word(String text, @Nullable Double limit) {
    char first = text.charAt(0);
    if (first == '<' || first == '>') {
      return censored(text);
    }
    if (PLUSES.matcher(text).matches()) {
      return new Cell.Ordinal(text.length(), text);
    }
    return switch (text.toLowerCase(Locale.ROOT).replace(' ', '_')) {
      case "not_detected" -> notDetected(limit);
      case "not_tested" -> missing(Absence.NOT_TESTED);
      case "failed" -> missing(Absence.FAILED);
      case "withheld" -> missing(Absence.WITHHELD);
      default -> {
        var presence = ResultCodes.ofText(text);
        yield presence == null ? new Cell.Words(text) : new Cell.Said(presence, text);
      }
    };
  }

  private static Cell missing(Absence why) {
    return new Cell.Amount(new Magnitude.Missing(why), false);
  }

  private Cell censored(String text) {
    boolean isInclusive = text.length() > 1 && text.charAt(1) == '=';
    var number = number(text.substring(isInclusive ? 2 : 1).strip());
    if (number == null) {
      return new Cell.Words(text);
    }
    return new Cell.Amount(
        text.charAt(0) == '<'
            ? new Magnitude.Below(number, isInclusive)
            : new Magnitude.Above(number, isInclusive),
        false);
  }
}
