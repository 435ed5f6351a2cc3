package org.idiome.care.laboratory;

import java.util.Arrays;

/// Whether a series rises or falls steadily: Mann and Kendall (Mann 1945, doi:10.2307/1907187).
///
/// Normal approximation with the variance for ties and a continuity correction; R:
/// `Kendall::MannKendall` gives the same S and variance.
final class Trend {
  private Trend() {}

  /// Rises minus falls over all pairs, in order of time.
  static long rises(double[] values) {
    long rises = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        rises += Double.compare(values[j], values[i]);
      }
    }
    return rises;
  }

  /// Variance of the rises where there is no trend.
  static double variance(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    double variance = term(values.length);
    for (int i = 0; i < sorted.length; ) {
      int end = i + 1;
      while (end < sorted.length && sorted[end] == sorted[i]) {
        end++;
      }
      variance -= term(end - i);
      i = end;
    }
    return variance / 18;
  }

  private static double term(int n) {
    return (double) n * (n - 1) * (2L * n + 5);
  }

  /// How many standard deviations from no trend; 0 where all values are equal.
  static double z(double[] values) {
    long rises = rises(values);
    return rises == 0 ? 0 : (rises - Long.signum(rises)) / StrictMath.sqrt(variance(values));
  }
}
