package org.idiome.record.table;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  /// In which line the cells stand that are shown.
  private long line;

  /// Cells of one kind: the first of them, and where they stand.
  private static final class Cells {
    private static final int NAMED = 5;

    private @Nullable String first;
    private final SortedSet<Long> lines = new TreeSet<>();
    private long count;
    private long last;

    void add(String text, long line) {
      first = first == null ? text : first;
      if (line != last) {
        count++;
        last = line;
      }
      if (lines.size() < NAMED) {
        lines.add(line);
      }
    }

    boolean isEmpty() {
      return first == null;
    }

    /// The first of them; empty where there is none.
    String text() {
      return first == null ? "" : first;
    }

    /// `line 3`, or `lines 2, 4 and 7 more`.
    String where() {
      var named = lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
      long more = count - lines.size();
      return (count == 1 ? "line " : "lines ") + named + (more > 0 ? " and " + more + " more" : "");
    }
  }

  /// Cells that show which mark is which.
  private static final class Marks {
    /// `5,4`, `1.234,5`: the comma is decimal.
    final Cells comma = new Cells();

    /// `5.4`, `1,234.5`: the point is decimal.
    final Cells point = new Cells();

    /// `5,123`: a decimal comma, or a comma of thousands.
    final Cells openComma = new Cells();

    /// `5.123`: a decimal point, or a point of thousands.
    final Cells openPoint = new Cells();

    /// `1,234.5`, `1,234,567`: the comma parts thousands.
    final Cells groupComma = new Cells();

    /// `1.234,5`, `1.234.567`: the point parts thousands.
    final Cells groupPoint = new Cells();

    void see(String text, long line) {
      if (!NUMBER.matcher(text).matches()) {
        return;
      }
      int comma = text.lastIndexOf(',');
      int point = text.lastIndexOf('.');
      if (comma >= 0 && point >= 0) {
        (comma > point ? this.comma : this.point).add(text, line);
        (point > comma ? groupComma : groupPoint).add(text, line);
      } else if (comma >= 0) {
        see(text, comma, ',').add(text, line);
      } else if (point >= 0) {
        see(text, point, '.').add(text, line);
      }
    }

    /// Of which kind a cell with one kind of mark is.
    private Cells see(String text, int mark, char c) {
      boolean isComma = c == ',';
      if (text.indexOf(c) != mark) {
        return isComma ? groupComma : groupPoint;
      }
      if (isDecimal(text, mark)) {
        return isComma ? comma : point;
      }
      return isComma ? openComma : openPoint;
    }

    /// Cells that show that the comma is decimal.
    Cells ofComma() {
      return comma.isEmpty() ? groupPoint : comma;
    }

    /// Cells that show that the point is decimal.
    Cells ofPoint() {
      return point.isEmpty() ? groupComma : point;
    }

    /// The decimal mark; 0 where no cell has a mark. Refuses what they do not tell: that points are
    /// decimal elsewhere does not make `5,123` five thousand.
    char decimal(Place place) {
      var ofComma = ofComma();
      var ofPoint = ofPoint();
      if (!ofComma.isEmpty() && !ofPoint.isEmpty()) {
        throw ambiguous(place, ofComma, ofPoint);
      }
      if (!openComma.isEmpty() && ofComma.isEmpty() && groupComma.isEmpty()) {
        throw ambiguous(place, openComma, point.isEmpty() ? openPoint : point);
      }
      if (!openPoint.isEmpty() && !ofComma.isEmpty() && groupPoint.isEmpty()) {
        throw ambiguous(place, ofComma, openPoint);
      }
      if (!ofComma.isEmpty()) {
        return ',';
      }
      return ofPoint.isEmpty() && openPoint.isEmpty() ? 0 : '.';
    }
  }

  /// Where both marks are written no word on the whole column helps: the rows are named that are
  /// fewer.
  private static BadInputException ambiguous(Place place, Cells comma, Cells point) {
    var code = ProblemCode.TABLE_DECIMAL_MARK_AMBIGUOUS;
    if (point.isEmpty()) {
      return new BadInputException(Problem.of(code, place, "value", comma.text()));
    }
    var fewer = comma.count <= point.count ? comma : point;
    return new BadInputException(
        Problem.of(
            code, place, "comma", comma.text(), "lines", fewer.where(), "point", point.text()));
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

  /// What comes next stands in this line.
  void line(long number) {
    line = number;
  }

  /// Takes note of a cell of values.
  void value(String text) {
    values.see(text, line);
  }

  /// Takes note of a limit or an end of an interval.
  void limit(String text) {
    limits.see(text, line);
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
    var point = points.ofPoint();
    return ambiguous(place, commas.ofComma(), point.isEmpty() ? points.openPoint : point);
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
