package org.idiome.report.course;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Where a day lies between the left and the right edge of a chart.
///
/// A long earlier history is drawn in a narrow zone at the left, behind a break, so that the time
/// in which most happened keeps its room.
final class AxisMap {
  /// Room between the edge of a stretch and its first or last day.
  static final double MARGIN = 9;

  private static final double LEAST_SPAN_DAYS = 14;
  private static final double BREAK_FROM_DAYS = 2 * 365.2425;
  private static final double BREAK_GAP_SHARE = 0.4;
  private static final double MAIN_SHARE = 0.5;
  private static final double ZONE_SHARE = 0.11;
  private static final double BREAK_WIDTH = 16;

  /// A day and where it lies; between two of them the map is a straight line.
  private record Knot(double day, double x) {}

  private final List<Knot> knots = new ArrayList<>();
  private final double mainFrom;

  private AxisMap(double mainFrom) {
    this.mainFrom = mainFrom;
  }

  /// Lays out the days of a course.
  ///
  /// @param days at least one
  static AxisMap of(List<Double> days, double left, double right) {
    var sorted = new ArrayList<>(new TreeSet<>(days));
    double first = sorted.getFirst();
    double last = sorted.getLast();
    if (last - first < LEAST_SPAN_DAYS) {
      double missing = (LEAST_SPAN_DAYS - (last - first)) / 2;
      return plain(first - missing, last + missing, left, right);
    }
    int gap = breakBefore(sorted, days);
    if (gap == 0) {
      return plain(first, last, left, right);
    }
    double zoneEnd = left + MARGIN + ZONE_SHARE * (right - left);
    double before = sorted.get(gap - 1);
    double from = sorted.get(gap);
    var map = new AxisMap(from);
    map.knots.add(new Knot(first, left + MARGIN));
    if (before > first) {
      map.knots.add(new Knot(before, zoneEnd - MARGIN));
    }
    map.knots.add(new Knot(from, zoneEnd + BREAK_WIDTH));
    map.knots.add(new Knot(last, right - MARGIN));
    return map;
  }

  private static AxisMap plain(double first, double last, double left, double right) {
    var map = new AxisMap(first);
    map.knots.add(new Knot(first, left + MARGIN));
    map.knots.add(new Knot(last, right - MARGIN));
    return map;
  }

  /// The place of the first day behind the break, or 0 where there is none.
  private static int breakBefore(List<Double> sorted, List<Double> days) {
    double span = sorted.getLast() - sorted.getFirst();
    if (span < BREAK_FROM_DAYS) {
      return 0;
    }
    for (int i = sorted.size() - 1; i > 0; i--) {
      double from = sorted.get(i);
      boolean isGap = from - sorted.get(i - 1) > BREAK_GAP_SHARE * span;
      long after = days.stream().filter(day -> day >= from).count();
      boolean leavesRoom = sorted.getLast() - from >= LEAST_SPAN_DAYS;
      if (isGap && leavesRoom && after >= MAIN_SHARE * days.size()) {
        return i;
      }
    }
    return 0;
  }

  /// Whether there is a break.
  boolean isBroken() {
    return firstDay() < mainFrom;
  }

  /// The first day of all.
  double firstDay() {
    return knots.getFirst().day();
  }

  /// The last day before the break.
  double beforeBreak() {
    return knots.size() > 3 ? knots.get(1).day() : firstDay();
  }

  /// The first day of the main part.
  double mainFrom() {
    return mainFrom;
  }

  /// The last day.
  double lastDay() {
    return knots.getLast().day();
  }

  /// Where a day lies; days outside lie on the edge.
  double x(double day) {
    if (day <= firstDay()) {
      return knots.getFirst().x();
    }
    for (int i = 1; i < knots.size(); i++) {
      var to = knots.get(i);
      if (day <= to.day()) {
        var from = knots.get(i - 1);
        return from.x() + (day - from.day()) / (to.day() - from.day()) * (to.x() - from.x());
      }
    }
    return knots.getLast().x();
  }
}
