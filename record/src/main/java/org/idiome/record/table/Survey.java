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

  /// What the cells of values show; they decide alone.
  private final Marks values = new Marks();

  /// What limits and intervals show; they decide only where no value has a mark.
  private final Marks limits = new Marks();

  private boolean hasDayFirst;
  private boolean hasMonthFirst;
  private @Nullable String openDate;

  /// Cells that show which mark is which, the first of each kind.
  private static final class Marks {
    /// `5,4`, `1.234,5`: the comma is decimal.
    @Nullable String comma;

    /// `5.4`, `1,234.5`: the point is decimal.
    @Nullable String point;

    /// `5,123`: a decimal comma, or a comma of thousands.
    @Nullable String openComma;

    /// `5.123`: a decimal point, or a point of thousands.
    @Nullable String openPoint;

    /// `1,234.5`, `1,234,567`: the comma parts thousands.
    @Nullable String groupComma;

    /// `1.234,5`, `1.234.567`: the point parts thousands.
    @Nullable String groupPoint;

    void see(String text) {
      if (!NUMBER.matcher(text).matches()) {
        return;
      }
      int comma = text.lastIndexOf(',');
      int point = text.lastIndexOf('.');
      if (comma >= 0 && point >= 0) {
        show(text, comma > point);
        group(text, point > comma);
      } else if (comma >= 0) {
        see(text, comma, ',');
      } else if (point >= 0) {
        see(text, point, '.');
      }
    }

    /// A cell with one kind of mark.
    private void see(String text, int mark, char c) {
      boolean isComma = c == ',';
      if (text.indexOf(c) != mark) {
        group(text, isComma);
      } else if (isDecimal(text, mark)) {
        show(text, isComma);
      } else if (isComma) {
        openComma = openComma == null ? text : openComma;
      } else {
        openPoint = openPoint == null ? text : openPoint;
      }
    }

    private void show(String text, boolean isComma) {
      if (isComma) {
        comma = comma == null ? text : comma;
      } else {
        point = point == null ? text : point;
      }
    }

    private void group(String text, boolean isComma) {
      if (isComma) {
        groupComma = groupComma == null ? text : groupComma;
      } else {
        groupPoint = groupPoint == null ? text : groupPoint;
      }
    }

    /// A cell that shows that the comma is decimal, or null.
    @Nullable String ofComma() {
      return comma == null ? groupPoint : comma;
    }

    /// A cell that shows that the point is decimal, or null.
    @Nullable String ofPoint() {
      return point == null ? groupComma : point;
    }

    /// The decimal mark; 0 where no cell has a mark. Refuses what they do not tell: that points are
    /// decimal elsewhere does not make `5,123` five thousand.
    char decimal(Place place) {
      var ofComma = ofComma();
      var ofPoint = ofPoint();
      if (ofComma != null && ofPoint != null) {
        throw ambiguous(place, ofComma, ofPoint);
      }
      if (openComma != null && ofComma == null && groupComma == null) {
        throw ambiguous(place, openComma, point == null ? openPoint : point);
      }
      if (openPoint != null && ofComma != null && groupPoint == null) {
        throw ambiguous(place, ofComma, openPoint);
      }
      if (ofComma != null) {
        return ',';
      }
      return ofPoint != null || openPoint != null ? '.' : 0;
    }
  }

  private static BadInputException ambiguous(Place place, String comma, @Nullable String point) {
    var code = ProblemCode.TABLE_DECIMAL_MARK_AMBIGUOUS;
    return new BadInputException(
        point == null
            ? Problem.of(code, place, "value", comma)
            : Problem.of(code, place, "comma", comma, "point", point));
  }

  /// Whether a lone mark can be nothing but decimal: not three digits behind it, or `0` before.
  private static boolean isDecimal(String text, int mark) {
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

  /// Takes note of a cell of values.
  void value(String text) {
    values.see(text);
  }

  /// Takes note of a limit or an end of an interval.
  void limit(String text) {
    limits.see(text);
  }

  /// Takes note of a date.
  void date(String text) {
    int @Nullable [] parts = TimeReader.parts(text);
    if (parts != null) {
      openDate = openDate == null ? text : openDate;
      hasDayFirst |= parts[0] > 12;
      hasMonthFirst |= parts[1] > 12;
    }
  }

  /// What the columns tell, with a word about it; refuses what they do not tell.
  ///
  /// @param stated what the description says
  Conventions conventions(Conventions stated, Place place, Problems problems) {
    char mark = stated.areSettled() ? stated.decimalMark() : decimalMark(place);
    var order =
        stated.dateOrder() != null || openDate == null ? stated.dateOrder() : dateOrder(place);
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
    char own = values.decimal(place);
    char other = limits.decimal(place);
    if (own != 0 && other != 0 && own != other) {
      throw mixed(place, own == ',' ? values : limits, own == ',' ? limits : values);
    }
    if (own != 0) {
      return own;
    }
    return other == 0 ? '.' : other;
  }

  private static BadInputException mixed(Place place, Marks commas, Marks points) {
    var comma = commas.ofComma();
    var point = points.ofPoint();
    return ambiguous(place, comma == null ? "" : comma, point == null ? points.openPoint : point);
  }

  private Conventions.DateOrder dateOrder(Place place) {
    if (hasDayFirst == hasMonthFirst) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.TABLE_DATE_ORDER_AMBIGUOUS,
              place,
              "value",
              openDate == null ? "" : openDate));
    }
    return hasDayFirst ? Conventions.DateOrder.DAY_FIRST : Conventions.DateOrder.MONTH_FIRST;
  }
}
