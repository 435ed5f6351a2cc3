package org.idiome.core.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/// The text of a [When], both ways.
final class WhenText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ISO_LOCAL_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);

  private WhenText() {}

  static When parse(String text) {
    int slash = text.indexOf('/');
    if (slash >= 0) {
      var start = text.substring(0, slash);
      var end = text.substring(slash + 1);
      if (end.indexOf('/') >= 0) {
        throw new DateTimeException("not an interval of two times: " + text);
      }
      return new When.Interval(
          start.isEmpty() ? null : parse(start), end.isEmpty() ? null : parse(end));
    }
    if (text.startsWith("P")) {
      return new When.Age(new AgeSpan(text));
    }
    if (text.indexOf('T') > 0) {
      return isZoned(text)
          ? new When.Moment(OffsetDateTime.parse(text, OFFSET), WhenClock.decimals(text))
          : new When.LocalMoment(LocalDateTime.parse(text, LOCAL), WhenClock.decimals(text));
    }
    return switch (text.length()) {
      case 4 -> new When.Year(year(text));
      case 7 -> new When.Month(YearMonth.parse(text));
      case 10 -> new When.Day(LocalDate.parse(text, DAY));
      default -> throw new DateTimeException("not a date, time or age: " + text);
    };
  }

  private static boolean isZoned(String text) {
    int time = text.indexOf('T');
    return text.endsWith("Z") || text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0;
  }

  private static int year(String text) {
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new DateTimeException("not a year: " + text);
    }
    return Integer.parseInt(text);
  }

  static String text(When when) {
    return switch (when) {
      case When.Moment moment ->
          moment(moment.at().toLocalDateTime(), moment.decimals()) + moment.at().getOffset();
      case When.LocalMoment moment -> moment(moment.at(), moment.decimals());
      case When.Day day -> DAY.format(day.date());
      case When.Month month -> month.month().toString();
      case When.Year year -> Integer.toString(year.year());
      case When.Age age -> age.span().text();
      case When.GestationalAge age ->
          age.weeks() + "w" + (age.days() == null ? "" : age.days() + "d");
      case When.StudyDay day -> "day " + day.day();
      case When.Interval interval -> part(interval.start()) + "/" + part(interval.end());
      case When.OnsetClass onset -> onset.onset().id();
      case When.NotStated _ -> "not stated";
    };
  }

  private static String moment(LocalDateTime at, @Nullable Integer decimals) {
    return DAY.format(at) + "T" + WhenClock.text(at.toLocalTime(), decimals);
  }

  private static String part(@Nullable When when) {
    return when == null ? "" : text(when);
  }
}
