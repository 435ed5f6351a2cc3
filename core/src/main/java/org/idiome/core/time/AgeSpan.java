package org.idiome.core.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.regex.Pattern;

/// An age or duration of whole years, months, weeks and days, as an ISO 8601 duration says it.
///
/// `P6M` and `P14D` together are not 194 days: a month has 28 to 31 days, so without a date only a
/// range of days is known. The smallest unit that is written is the precision: `P6M` is the time
/// from six months to before seven.
///
/// @param text the ISO 8601 text as given
public record AgeSpan(String text) {
  private static final Pattern ISO =
      Pattern.compile("P(?=\\d)(?:(\\d{1,4})Y)?(?:(\\d{1,5})M)?(?:(\\d{1,6})W)?(?:(\\d{1,7})D)?");

  /// Refuses a text that is no ISO 8601 duration of years, months, weeks and days.
  public AgeSpan {
    if (!ISO.matcher(text).matches()) {
      throw new DateTimeException("not an ISO 8601 age: " + text);
    }
  }

  /// Whole years.
  public int years() {
    return part(1);
  }

  /// Months beyond the years, as written.
  public int months() {
    return part(2);
  }

  /// Days beyond the months, weeks included.
  public int days() {
    return part(3) * 7 + part(4);
  }

  /// The fewest days that this age can be: the beginning of its range.
  public long fewestDays() {
    return MonthDays.fewest(totalMonths()) + days();
  }

  /// The days before which this age has surely ended: one unit of its precision later, at the most.
  public long endDays() {
    var matcher = ISO.matcher(text);
    if (!matcher.matches()) {
      throw new AssertionError(text);
    }
    if (matcher.group(4) != null || matcher.group(3) != null) {
      return MonthDays.most(totalMonths()) + days() + (matcher.group(4) != null ? 1 : 7);
    }
    int unitMonths = matcher.group(2) != null ? 1 : 12;
    return MonthDays.most(totalMonths() + unitMonths);
  }

  /// The day on which one born on `birth` reaches this age; 29 February becomes 28 in common years.
  public LocalDate reachedBy(LocalDate birth) {
    return birth.plus(Period.of(years(), months(), days()));
  }

  private int totalMonths() {
    return years() * 12 + months();
  }

  private int part(int group) {
    var matcher = ISO.matcher(text);
    if (!matcher.matches()) {
      throw new AssertionError(text);
    }
    var digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
