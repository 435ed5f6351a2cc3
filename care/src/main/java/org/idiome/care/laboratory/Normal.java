package org.idiome.care.laboratory;

/// The standard normal distribution, as far as it is needed here.
final class Normal {
  /// Below, the series is exact enough; above, the continued fraction converges fast.
  private static final double SERIES_BELOW = 2.5;

  private static final int FRACTION_TERMS = 200;
  private static final double ROOT_OF_PI = StrictMath.sqrt(StrictMath.PI);

  private Normal() {}

  /// The chance that a standard normal value lies at least as far from zero, on either side.
  ///
  /// R: `2 * pnorm(-abs(z))`; scipy: `scipy.special.erfc(abs(z) / sqrt(2))`. Relative error below
  /// 1e-12 while the result is a normal double.
  static double twoSidedP(double z) {
    return erfc(Math.abs(z) / StrictMath.sqrt(2));
  }

  /// The complementary error function of a number that is not negative (NIST DLMF 7.6.2, 7.9.1).
  private static double erfc(double x) {
    return x < SERIES_BELOW ? 1 - erfBySeries(x) : erfcByFraction(x);
  }

  private static double erfBySeries(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; term > sum * 1e-18; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / ROOT_OF_PI * StrictMath.exp(-x * x) * sum;
  }

  private static double erfcByFraction(double x) {
    double tail = x;
    for (int n = FRACTION_TERMS; n >= 1; n--) {
      tail = x + n / 2.0 / tail;
    }
    return StrictMath.exp(-x * x) / (ROOT_OF_PI * tail);
  }
}
