package org.idiome.knowledge.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Days in what publishers write of a release.
public final class SourceDates {
  private static final Pattern DAY = Pattern.compile("(?<!\\d)(\\d{4})-?(\\d\\d)-?(\\d\\d)(?!\\d)");

  /// As the header of OBO writes it: `22:05:2017 10:30`.
  private static final Pattern OBO = Pattern.compile("^(\\d\\d):(\\d\\d):(\\d{4})(?!\\d)");

  private SourceDates() {}

  /// The first day that stands in a text as `2021-08-03` or `20210803`, or null.
  public static @Nullable LocalDate in(String text) {
    var matcher = DAY.matcher(text);
    while (matcher.find()) {
      var day = day(matcher.group(1), matcher.group(2), matcher.group(3));
      if (day != null) {
        return day;
      }
    }
    return null;
  }

  /// The day of the tag `date` of an OBO header, day before month, or null.
  public static @Nullable LocalDate ofObo(String text) {
    var matcher = OBO.matcher(text);
    return matcher.find() ? day(matcher.group(3), matcher.group(2), matcher.group(1)) : null;
  }

  private static @Nullable LocalDate day(String year, String month, String day) {
    try {
      var date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return date.getYear() < 1900 || date.getYear() > 2200 ? null : date;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
