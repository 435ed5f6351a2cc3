package org.idiome.report.course;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What is usual for this person, for the eye: the median of the readings before the last, and a
/// band of three scaled median absolute deviations around it, at least a stated share of it.
///
/// Claims of change rest on rules of interpreters, not on this band.
///
/// @param median of the exact readings before the last
/// @param low lower edge of the band
/// @param high upper edge of the band
/// @param readings how many it rests on
public record Baseline(double median, double low, double high, int readings) {
  /// Fewer readings make no baseline.
  public static final int FEWEST = 3;

  /// Half of the band is at least this share of the median.
  public static final double LEAST_SHARE = 0.05;

  /// Where more than this share of the readings is only bounded, the others are no usual value.
  public static final double MOST_BOUNDED = 0.25;

  private static final double DEVIATIONS = 3;

  /// Makes the median absolute deviation an estimate of the standard deviation of a normal
  /// distribution: 1 / Φ⁻¹(3/4).
  private static final double NORMAL = 1.4826;

  /// The baseline of exact readings in order of time, or null where they are too few, only rise or
  /// only fall (what grows has no usual value), or stand beside many that are only bounded.
  ///
  /// @param bounded how many readings of the same time lie below or above a limit
  static @Nullable Baseline of(double[] earlier, int bounded) {
    if (earlier.length < FEWEST || isSteadyTrend(earlier)) {
      return null;
    }
    if (isOftenBounded(earlier.length, bounded)) {
      return null;
    }
    double median = median(earlier);
    var distances = Arrays.stream(earlier).map(value -> StrictMath.abs(value - median)).toArray();
    double half =
        Math.max(DEVIATIONS * NORMAL * median(distances), LEAST_SHARE * StrictMath.abs(median));
    return new Baseline(median, median - half, median + half, earlier.length);
  }

  /// Whether so many readings are only bounded that the exact ones are no usual value.
  static boolean isOftenBounded(int exact, int bounded) {
    return bounded > MOST_BOUNDED * (exact + bounded);
  }

  /// Whether each reading lies above the one before it, or each below.
  static boolean isSteadyTrend(double[] readings) {
    int up = 0;
    int down = 0;
    for (int i = 1; i < readings.length; i++) {
      up += readings[i] > readings[i - 1] ? 1 : 0;
      down += readings[i] < readings[i - 1] ? 1 : 0;
    }
    int steps = readings.length - 1;
    return readings.length >= FEWEST && (up == steps || down == steps);
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /// Whether a value lies outside the band.
  boolean isOutside(double value) {
    return value < low || value > high;
  }
}
