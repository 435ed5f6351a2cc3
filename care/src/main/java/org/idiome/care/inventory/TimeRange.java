package org.idiome.care.inventory;

import java.util.EnumMap;
import java.util.Map;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.Order;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// First and last times of a layer, each with a row that says so.
///
/// Times on two scales do not mix: calendar first, then days of a study, age, gestation; the first
/// of these that occurs counts, and the rest are numbered.
final class TimeRange {
  /// In the order of preference.
  private enum Scale {
    CALENDAR,
    STUDY,
    AGE,
    GESTATION
  }

  /// A time and where it stands.
  record Stated(When when, SourceRow row) {}

  private record Ends(Stated first, Stated last, long count) {}

  private final When at;
  private final Map<Scale, Ends> ends = new EnumMap<>(Scale.class);
  private long undated;

  /// @param at the clinical date; planned times surely after it do not count
  TimeRange(When at) {
    this.at = at;
  }

  /// Takes a time into account.
  void see(When when, SourceRow row) {
    if (when instanceof When.Interval(When start, When end)) {
      boolean isSeen = start != null && seePoint(start, row);
      isSeen |= end != null && seePoint(end, row);
      undated += isSeen ? 0 : 1;
    } else if (!seePoint(when, row)) {
      undated++;
    }
  }

  private boolean seePoint(When point, SourceRow row) {
    var scale = scale(point);
    if (scale == null) {
      return false;
    }
    if (point.order(at) == Order.AFTER) {
      return true;
    }
    var stated = new Stated(point, row);
    var known = ends.get(scale);
    ends.put(
        scale,
        known == null
            ? new Ends(stated, stated, 1)
            : new Ends(
                When.DISPLAY_ORDER.compare(point, known.first().when()) < 0
                    ? stated
                    : known.first(),
                When.DISPLAY_ORDER.compare(point, known.last().when()) > 0 ? stated : known.last(),
                known.count() + 1));
    return true;
  }

  private static @Nullable Scale scale(When point) {
    return switch (point) {
      case When.Moment _, When.LocalMoment _, When.Day _, When.Month _, When.Year _ ->
          Scale.CALENDAR;
      case When.StudyDay _ -> Scale.STUDY;
      case When.Age _ -> Scale.AGE;
      case When.GestationalAge _ -> Scale.GESTATION;
      case When.Interval _, When.OnsetClass _, When.NotStated _ -> null;
    };
  }

  /// The first time of the scale that counts, or null where nothing is dated.
  @Nullable Stated first() {
    var first = counting();
    return first == null ? null : first.first();
  }

  /// The last time of the scale that counts, or null where nothing is dated.
  @Nullable Stated last() {
    var last = counting();
    return last == null ? null : last.last();
  }

  private @Nullable Ends counting() {
    return ends.isEmpty() ? null : ends.values().iterator().next();
  }

  /// How many times stand on other scales than the one that counts.
  long onOtherScales() {
    long all = ends.values().stream().mapToLong(Ends::count).sum();
    var counting = counting();
    return counting == null ? 0 : all - counting.count();
  }

  /// How many observations have no time.
  long undated() {
    return undated;
  }
}
