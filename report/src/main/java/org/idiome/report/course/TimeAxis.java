package org.idiome.report.course;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Which days an axis counts, and where a time lies on it.
final class TimeAxis {
  /// What the days are counted from.
  enum Scale {
    /// Days of the calendar, since 1 January 1970.
    CALENDAR,
    /// Days of a study, as stated.
    STUDY,
    /// Days since birth, as far as an age tells them.
    AGE
  }

  private final Scale scale;
  private final @Nullable LocalDate born;

  private TimeAxis(Scale scale, @Nullable LocalDate born) {
    this.scale = scale;
    this.born = born;
  }

  /// The axis that places most of the times; of equals the calendar, then the study.
  static TimeAxis of(Iterable<When> times, When born) {
    var birth = born instanceof When.Day day ? day.date() : null;
    var counts = new EnumMap<Scale, Integer>(Scale.class);
    var axes = new EnumMap<Scale, TimeAxis>(Scale.class);
    for (var scale : Scale.values()) {
      axes.put(scale, new TimeAxis(scale, birth));
    }
    for (var time : times) {
      for (Map.Entry<Scale, TimeAxis> axis : axes.entrySet()) {
        if (axis.getValue().place(time) != null) {
          counts.merge(axis.getKey(), 1, Integer::sum);
        }
      }
    }
    var best = Scale.CALENDAR;
    for (var scale : Scale.values()) {
      if (counts.getOrDefault(scale, 0) > counts.getOrDefault(best, 0)) {
        best = scale;
      }
    }
    return new TimeAxis(best, birth);
  }

  Scale scale() {
    return scale;
  }

  /// Where a time lies, or null where this axis cannot say.
  @Nullable Placed place(When when) {
    return when instanceof When.Interval interval ? interval(interval) : point(when);
  }

  private @Nullable Placed interval(When.Interval interval) {
    var start = interval.start() == null ? null : point(interval.start());
    var end = interval.end() == null ? null : point(interval.end());
    if ((interval.start() != null && start == null) || (interval.end() != null && end == null)) {
      return null;
    }
    if (start == null) {
      return end == null ? null : new Placed(end.from(), end.to(), true, false);
    }
    return end == null
        ? new Placed(start.from(), start.to(), false, true)
        : Placed.days(start.from(), Math.max(start.from(), end.to()));
  }

  private @Nullable Placed point(When when) {
    return switch (scale) {
      case CALENDAR -> calendar(when);
      case STUDY -> when instanceof When.StudyDay day ? Placed.day(day.day()) : null;
      case AGE -> age(when);
    };
  }

  private @Nullable Placed calendar(When when) {
    if (when instanceof When.Age age && born != null) {
      long reached = age.span().reachedBy(born).toEpochDay();
      long precision = age.span().endDays() - age.span().fewestDays();
      return days(reached, reached + Math.max(0, precision - 1));
    }
    var first = when.firstDay();
    var last = when.lastDay();
    return first == null || last == null ? null : days(first.toEpochDay(), last.toEpochDay());
  }

  private @Nullable Placed age(When when) {
    if (when instanceof When.Age age) {
      return days(age.span().fewestDays(), age.span().endDays() - 1);
    }
    var first = when.firstDay();
    var last = when.lastDay();
    if (born == null || first == null || last == null) {
      return null;
    }
    long birth = born.toEpochDay();
    return days(first.toEpochDay() - birth, last.toEpochDay() - birth);
  }

  private static Placed days(long from, long to) {
    return Placed.days((double) from, (double) to);
  }
}
