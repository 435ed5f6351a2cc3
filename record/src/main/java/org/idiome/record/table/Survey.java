package org.idiome.record.table;

import java.util.regex.Pattern;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.jspecify.annotations.Nullable;

/// Looks at whole columns to tell decimal marks from marks of thousands, and days from months.
final class Survey {
  private static final Pattern NUMBER = Pattern.compile("[<>]?=?\\s*[-+]?[0-9][0-9.,]*");
  private static final int THOUSAND_DIGITS = 3;

  private @Nullable String commaMark;
  private @Nullable String pointMark;
  private @Nullable String openComma;
  private boolean hasDayFirst;
  private boolean hasMonthFirst;
  private boolean hasDates;

  /// Takes note of a cell of numbers, and keeps the first that shows which mark is which.
  void number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return;
    }
    int comma = text.lastIndexOf(',');
    int point = text.lastIndexOf('.');
    if (comma > point && (point >= 0 || isDecimal(text, comma, ','))) {
      commaMark = commaMark == null ? text : commaMark;
    } else if (point > comma && (comma >= 0 || isDecimal(text, point, '.'))) {
      pointMark = pointMark == null ? text : pointMark;
    } else if (comma >= 0) {
      openComma = openComma == null ? text : openComma;
    }
  }

  /// Whether a lone mark can be nothing but decimal: not three digits behind it, or `0` before.
  private static boolean isDecimal(String text, int mark, char c) {
    if (text.indexOf(c) != mark) {
      return false;
    }
    int before = mark - 1;
    while (before >= 0 && Character.isDigit(text.charAt(before))) {
      before--;
    }
    int digitsBefore = mark - 1 - before;
    boolean startsWithZero = digitsBefore > 0 && text.charAt(before + 1) == '0';
    return text.length() - mark - 1 != THOUSAND_DIGITS
        || digitsBefore > THOUSAND_DIGITS
        || digitsBefore == 0
        || startsWithZero;
  }

  /// Takes note of a date.
  void date(String text) {
    int @Nullable [] parts = TimeReader.parts(text);
    if (parts != null) {
      hasDates = true;
      hasDayFirst |= parts[0] > 12;
      hasMonthFirst |= parts[1] > 12;
    }
  }

  /// What the columns tell, with a word about it; refuses what they do not tell.
  ///
  /// @param stated what the description says
  Conventions conventions(Conventions stated, Place place, Problems problems) {
    char mark = stated.areSettled() ? stated.decimalMark() : decimalMark(place);
    var order = stated.dateOrder() != null || !hasDates ? stated.dateOrder() : dateOrder(place);
    problems.add(
        Problem.of(
            ProblemCode.TABLE_FORMAT_DETECTED,
            place,
            "decimal_mark",
            Character.toString(mark),
            "date_order",
            order == null ? "iso" : order.code()));
    return new Conventions(mark, order, true);
  }

  private char decimalMark(Place place) {
    if (commaMark != null && pointMark != null) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.TABLE_DECIMAL_MARK_AMBIGUOUS,
              place,
              "comma",
              commaMark,
              "point",
              pointMark));
    }
    if (openComma != null && commaMark == null && pointMark == null) {
      throw new BadInputException(
          Problem.of(ProblemCode.TABLE_DECIMAL_MARK_AMBIGUOUS, place, "value", openComma));
    }
    return commaMark != null ? ',' : '.';
  }

  private Conventions.DateOrder dateOrder(Place place) {
    if (hasDayFirst == hasMonthFirst) {
      throw new BadInputException(
          Problem.of(ProblemCode.TABLE_DATE_ORDER_AMBIGUOUS, place, "attribute", "dateOrder"));
    }
    return hasDayFirst ? Conventions.DateOrder.DAY_FIRST : Conventions.DateOrder.MONTH_FIRST;
  }
}
