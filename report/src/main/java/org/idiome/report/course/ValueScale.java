package org.idiome.report.course;

import java.util.ArrayList;
import java.util.List;

/// The vertical scale of a panel: its own, logarithmic where values differ by more than a factor of
/// eight.
final class ValueScale {
  private static final double LOG_FROM = 8;
  private static final double MARGIN = 0.06;

  /// The laboratory's interval enters the scale while it leaves the values half of the height.
  private static final double MOST_WIDENING = 2;

  private final double least;
  private final double most;
  private final boolean isLog;

  private ValueScale(double least, double most, boolean isLog) {
    this.least = least;
    this.most = most;
    this.isLog = isLog;
  }

  static ValueScale of(Panel panel) {
    var range = new Range();
    for (var reading : panel.readings()) {
      var value = reading.exact();
      if (value != null) {
        range.see(value);
      }
    }
    double smallest = range.least;
    double largest = range.most;
    var baseline = panel.baseline();
    boolean isLog = smallest > 0 && largest / smallest > LOG_FROM;
    if (baseline != null) {
      range.see(isLog ? Math.max(baseline.low(), smallest / 2) : baseline.low());
      range.see(baseline.high());
    }
    addReference(panel, range, isLog);
    double least = range.least;
    double most = range.most;
    if (least == most) {
      double half = least == 0 ? 1 : StrictMath.abs(least) * 0.1;
      return new ValueScale(least - half, most + half, false);
    }
    if (isLog) {
      double margin = StrictMath.pow(most / least, MARGIN);
      return new ValueScale(least / margin, most * margin, true);
    }
    double margin = (most - least) * MARGIN;
    return new ValueScale(least - margin, most + margin, false);
  }

  private static void addReference(Panel panel, Range range, boolean isLog) {
    var reference = panel.reference();
    if (reference == null) {
      return;
    }
    double height = range.most - range.least;
    for (var end : new Double[] {reference.low(), reference.high()}) {
      if (end == null || (isLog && end <= 0)) {
        continue;
      }
      double wider = Math.max(range.most, end) - Math.min(range.least, end);
      if (height > 0 && wider <= MOST_WIDENING * height) {
        range.see(end);
      }
    }
  }

  private static final class Range {
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    void see(double value) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }

  boolean isLog() {
    return isLog;
  }

  boolean contains(double value) {
    return value >= least && value <= most;
  }

  /// Where a value lies between the pixel of the least and that of the most; outside, on the edge.
  double y(double value, double low, double high) {
    double bounded = Math.min(most, Math.max(least, value));
    double share =
        isLog
            ? StrictMath.log(bounded / least) / StrictMath.log(most / least)
            : (bounded - least) / (most - least);
    return low + share * (high - low);
  }

  /// Two or three round numbers within the scale.
  List<Double> ticks() {
    return isLog ? logTicks() : linearTicks();
  }

  private List<Double> linearTicks() {
    double rough = (most - least) / 3;
    double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(rough)));
    double step = power;
    for (double digit : new double[] {1, 2, 2.5, 5, 10}) {
      step = digit * power;
      if (step >= rough) {
        break;
      }
    }
    var ticks = new ArrayList<Double>();
    for (double i = StrictMath.ceil(least / step); i * step <= most; i++) {
      ticks.add(i * step + 0.0);
    }
    return ticks;
  }

  private List<Double> logTicks() {
    var round = new ArrayList<Double>();
    double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(least)));
    while (power <= most) {
      for (double digit : new double[] {1, 2, 5}) {
        if (digit * power >= least && digit * power <= most) {
          round.add(digit * power);
        }
      }
      power *= 10;
    }
    if (round.size() <= 3) {
      return round;
    }
    return List.of(round.getFirst(), round.get(round.size() / 2), round.getLast());
  }
}
