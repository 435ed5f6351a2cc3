package org.idiome.core.time;

import org.jspecify.annotations.Nullable;

/// The first and the last day that a time can touch, counted on its scale.
record DaySpan(WhenOrder.Scale scale, long first, long last) {

  /// The days of a time, or null where it has no scale or an open end.
  static @Nullable DaySpan of(When when) {
    var range = WhenOrder.range(when);
    return switch (range.scale()) {
      case CALENDAR_ZONED, CALENDAR_LOCAL -> calendar(when);
      case AGE, GESTATION, STUDY ->
          range.start() == null || range.end() == null
              ? null
              : new DaySpan(range.scale(), range.start(), range.end() - 1);
      case NONE -> null;
    };
  }

  private static @Nullable DaySpan calendar(When when) {
    var first = when.firstDay();
    var last = when.lastDay();
    return first == null || last == null
        ? null
        : new DaySpan(WhenOrder.Scale.CALENDAR_LOCAL, first.toEpochDay(), last.toEpochDay());
  }
}
