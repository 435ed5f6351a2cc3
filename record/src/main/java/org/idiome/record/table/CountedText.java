package org.idiome.record.table;

import java.util.regex.Pattern;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.record.code.CodedUnits;
import org.jspecify.annotations.Nullable;

/// A count with its unit and what was counted, written in one cell: `>10^5 CFU/mL E. coli`.
///
/// @param of what was counted
record CountedText(Magnitude magnitude, Unit unit, String of) {
  private static final Pattern TEXT =
      Pattern.compile("([<>]=?)?\\s*(\\d{1,6})\\^?(\\d{1,2})?\\s+(\\S{1,40})\\s+(\\S.{0,200})");
  private static final Pattern POWER = Pattern.compile("([<>]=?)?\\s*10\\^.*");

  /// The parts, or null where the text is no such thing.
  static @Nullable CountedText parse(String text) {
    var matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    boolean isPower = POWER.matcher(text).matches();
    boolean hasExponent = matcher.group(3) != null;
    // A power without its exponent is a slip of the pen, and a number with a half one none.
    if (isPower != hasExponent || (!isPower && text.indexOf('^') >= 0)) {
      return null;
    }
    var unit = CodedUnits.ofText(matcher.group(4));
    if (!(unit instanceof Unit.Ucum)) {
      return null;
    }
    double count =
        isPower
            ? Double.parseDouble("1e" + matcher.group(3))
            : Double.parseDouble(matcher.group(2));
    return new CountedText(magnitude(matcher.group(1), count), unit, matcher.group(5).strip());
  }

  /// Whether there surely was any: a count of 0, or below a limit, may be none.
  boolean isSome() {
    return switch (magnitude) {
      case Magnitude.Exact exact -> exact.value() > 0;
      case Magnitude.Above _ -> true;
      case Magnitude.Below _, Magnitude.Missing _ -> false;
    };
  }

  private static Magnitude magnitude(@Nullable String sign, double count) {
    if (sign == null) {
      return new Magnitude.Exact(count);
    }
    boolean isInclusive = sign.length() == 2;
    return sign.charAt(0) == '<'
        ? new Magnitude.Below(count, isInclusive)
        : new Magnitude.Above(count, isInclusive);
  }
}
