package org.idiome.record.kept;

import java.time.LocalDate;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// The first and the last of some times of the calendar, as precise as they were stated: a month is
/// `2024-03`, before each of its days.
final class Days {
  private @Nullable String first;
  private @Nullable String last;
  private @Nullable When seen;

  void see(When when) {
    if (when.equals(seen)) {
      return;
    }
    seen = when;
    if (when instanceof When.Interval interval) {
      take(interval.start());
      take(interval.end());
    } else {
      take(when);
    }
  }

  private void take(@Nullable When when) {
    switch (when) {
      case When.Month month -> take(month.text());
      case When.Year year -> take(year.text());
      case null -> {}
      default -> {
        take(text(when.firstDay()));
        take(text(when.lastDay()));
      }
    }
  }

  private void take(@Nullable String text) {
    if (text == null) {
      return;
    }
    first = first == null || text.compareTo(first) < 0 ? text : first;
    last = last == null || text.compareTo(last) > 0 ? text : last;
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  /// As ISO 8601 says it, or null.
  @Nullable String first() {
    return first;
  }

  /// As ISO 8601 says it, or null.
  @Nullable String last() {
    return last;
  }
}
