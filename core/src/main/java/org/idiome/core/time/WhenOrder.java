package org.idiome.core.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Compares times by the range that each can cover on its scale.
///
/// Scales: the calendar (microseconds), age since birth and since conception (days), study days.
/// Times on two scales are joined by nothing here, so their order cannot be said.
final class WhenOrder {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  /// A local time lies at most 14 hours ahead of UTC (Kiribati) and 12 behind (Baker Island).
  private static final long AHEAD_MICROS = Duration.ofHours(14).toMillis() * 1000;

  private static final long BEHIND_MICROS = Duration.ofHours(12).toMillis() * 1000;
  private static final long DAYS_OF_WEEK = 7;

  enum Scale {
    CALENDAR_ZONED,
    CALENDAR_LOCAL,
    AGE,
    GESTATION,
    STUDY,
    NONE
  }

  /// From `start` to before `end`. Null: open.
  record Range(Scale scale, @Nullable Long start, @Nullable Long end) {}

  private WhenOrder() {}

  static Order order(When a, When b) {
    var first = range(a);
    var second = range(b);
    if (isCalendar(first) && isCalendar(second) && first.scale() != second.scale()) {
      first = widened(first);
      second = widened(second);
    } else if (first.scale() != second.scale() || first.scale() == Scale.NONE) {
      return Order.CANNOT_BE_SAID;
    }
    boolean before = endsBy(first, second);
    boolean after = endsBy(second, first);
    return before == after ? Order.CANNOT_BE_SAID : before ? Order.BEFORE : Order.AFTER;
  }

  static int compareForDisplay(When a, When b) {
    var first = range(a);
    var second = range(b);
    int byScale = Integer.compare(rank(first.scale()), rank(second.scale()));
    if (byScale != 0) {
      return byScale;
    }
    int byStart = compareBounds(first.start(), second.start(), Long.MIN_VALUE);
    if (byStart != 0) {
      return byStart;
    }
    int byEnd = compareBounds(first.end(), second.end(), Long.MAX_VALUE);
    return byEnd != 0 ? byEnd : a.text().compareTo(b.text());
  }

  private static int rank(Scale scale) {
    return switch (scale) {
      case GESTATION -> 0;
      case AGE -> 1;
      case STUDY -> 2;
      case CALENDAR_ZONED, CALENDAR_LOCAL -> 3;
      case NONE -> 4;
    };
  }

  private static int compareBounds(@Nullable Long a, @Nullable Long b, long open) {
    return Long.compare(a == null ? open : a, b == null ? open : b);
  }

  private static boolean endsBy(Range first, Range second) {
    return first.end() != null && second.start() != null && first.end() <= second.start();
  }

  private static boolean isCalendar(Range range) {
    return range.scale() == Scale.CALENDAR_ZONED || range.scale() == Scale.CALENDAR_LOCAL;
  }

  private static Range widened(Range range) {
    if (range.scale() == Scale.CALENDAR_ZONED) {
      return range;
    }
    return new Range(
        Scale.CALENDAR_ZONED,
        range.start() == null ? null : range.start() - AHEAD_MICROS,
        range.end() == null ? null : range.end() + BEHIND_MICROS);
  }

  static Range range(When when) {
    return switch (when) {
      case When.Moment moment -> {
        long micros = micros(moment.at().atZoneSameInstant(ZoneOffset.UTC).toLocalDateTime());
        long end = micros + WhenClock.micros(moment.decimals());
        yield new Range(Scale.CALENDAR_ZONED, micros, end);
      }
      case When.LocalMoment moment -> {
        long micros = micros(moment.at());
        long end = micros + WhenClock.micros(moment.decimals());
        yield new Range(Scale.CALENDAR_LOCAL, micros, end);
      }
      case When.Day day -> days(day.date(), day.date().plusDays(1));
      case When.Month month -> days(month.month().atDay(1), month.month().plusMonths(1).atDay(1));
      case When.Year year -> days(LocalDate.of(year.year(), 1, 1), yearAfter(year));
      case When.Age age -> new Range(Scale.AGE, age.span().fewestDays(), age.span().endDays());
      case When.GestationalAge age -> gestation(age);
      case When.StudyDay day -> new Range(Scale.STUDY, (long) day.day(), day.day() + 1L);
      case When.Interval interval -> interval(interval);
      case When.OnsetClass _, When.NotStated _ -> new Range(Scale.NONE, null, null);
    };
  }

  private static LocalDate yearAfter(When.Year year) {
    return LocalDate.of(year.year(), 1, 1).plusYears(1);
  }

  private static Range gestation(When.GestationalAge age) {
    long start = age.weeks() * DAYS_OF_WEEK + (age.days() == null ? 0 : age.days());
    return new Range(Scale.GESTATION, start, start + (age.days() == null ? DAYS_OF_WEEK : 1));
  }

  private static Range interval(When.Interval interval) {
    var start = interval.start() == null ? null : range(interval.start());
    var end = interval.end() == null ? null : range(interval.end());
    if (start == null || end == null) {
      var known = start == null ? end : start;
      return known == null
          ? new Range(Scale.NONE, null, null)
          : new Range(
              known.scale(), start == null ? null : start.start(), end == null ? null : end.end());
    }
    if (isCalendar(start) && isCalendar(end) && start.scale() != end.scale()) {
      start = widened(start);
      end = widened(end);
    }
    return start.scale() == end.scale()
        ? new Range(start.scale(), start.start(), end.end())
        : new Range(Scale.NONE, null, null);
  }

  private static Range days(LocalDate first, LocalDate after) {
    return new Range(
        Scale.CALENDAR_LOCAL, micros(first.atStartOfDay()), micros(after.atStartOfDay()));
  }

  private static long micros(LocalDateTime utc) {
    return ChronoUnit.MICROS.between(EPOCH, utc);
  }

  static @Nullable LocalDate firstDay(When when) {
    return switch (when) {
      case When.Moment moment -> moment.at().toLocalDate();
      case When.LocalMoment moment -> moment.at().toLocalDate();
      case When.Day day -> day.date();
      case When.Month month -> month.month().atDay(1);
      case When.Year year -> LocalDate.of(year.year(), 1, 1);
      case When.Interval interval -> interval.start() == null ? null : firstDay(interval.start());
      case When.Age _,
          When.GestationalAge _,
          When.StudyDay _,
          When.OnsetClass _,
          When.NotStated _ ->
          null;
    };
  }

  static @Nullable LocalDate lastDay(When when) {
    return switch (when) {
      case When.Month month -> month.month().atEndOfMonth();
      case When.Year year -> LocalDate.of(year.year(), 12, 31);
      case When.Interval interval -> interval.end() == null ? null : lastDay(interval.end());
      case When.Moment _,
          When.LocalMoment _,
          When.Day _,
          When.Age _,
          When.GestationalAge _,
          When.StudyDay _,
          When.OnsetClass _,
          When.NotStated _ ->
          firstDay(when);
    };
  }
}
