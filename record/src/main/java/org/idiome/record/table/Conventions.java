package org.idiome.record.table;

import org.idiome.core.canonical.Numbers;
import org.jspecify.annotations.Nullable;

/// How a table writes numbers and dates.
///
/// @param decimalMark `.` or `,`; the other one may part thousands
/// @param dateOrder of dates that are not ISO 8601; null where none was told
/// @param areSettled whether whole columns were looked at, or the description says so
record Conventions(char decimalMark, @Nullable DateOrder dateOrder, boolean areSettled) {
  /// Numbers with a point, dates by ISO 8601; to be settled where something else occurs.
  static final Conventions PLAIN = new Conventions('.', null, false);

  /// Which part of a date comes first.
  enum DateOrder {
    /// `31.12.2024`.
    DAY_FIRST("dmy"),
    /// `12/31/2024`.
    MONTH_FIRST("mdy");

    private final String code;

    DateOrder(String code) {
      this.code = code;
    }

    /// The word of the attribute `dateOrder`.
    String code() {
      return code;
    }
  }

  /// Reads a number as this table writes them, or answers null.
  @Nullable Double number(String text) {
    var plain = Numbers.parse(text);
    if (!areSettled || (decimalMark == '.' && plain != null)) {
      return plain;
    }
    char grouping = decimalMark == '.' ? ',' : '.';
    int mark = text.indexOf(decimalMark);
    var whole = mark < 0 ? text : text.substring(0, mark);
    var rest = mark < 0 ? "" : text.substring(mark + 1);
    if (whole.indexOf(grouping) >= 0 && !isGrouped(whole, grouping)) {
      return null;
    }
    var digits = whole.replace(Character.toString(grouping), "");
    return Numbers.parse(rest.isEmpty() ? digits : digits + "." + rest);
  }

  /// Whether thousands are parted as they should be: `1.234.567`.
  private static boolean isGrouped(String whole, char grouping) {
    int sign = !whole.isEmpty() && (whole.charAt(0) == '-' || whole.charAt(0) == '+') ? 1 : 0;
    int sinceMark = 0;
    boolean hasMark = false;
    for (int i = sign; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (c == grouping) {
        if (hasMark ? sinceMark != 3 : sinceMark < 1 || sinceMark > 3) {
          return false;
        }
        hasMark = true;
        sinceMark = 0;
      } else if (c >= '0' && c <= '9') {
        sinceMark++;
      } else {
        return false;
      }
    }
    return sinceMark == 3;
  }
}
