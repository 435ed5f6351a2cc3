package org.idiome.care.laboratory;

/// How far two values of one person may lie apart by chance alone.
///
/// Log-normal form (Fokkema 2006, doi:10.1373/clinchem.2006.069369): with `s = sqrt(ln(1 + CVA²) +
/// ln(1 + CVI²))` a change is beyond chance where the ratio of the values is above `exp(z · √2 ·
/// s)` or below `exp(-z · √2 · s)`. All coefficients are fractions.
final class ReferenceChange {
  private static final double ROOT_OF_TWO = StrictMath.sqrt(2);

  private ReferenceChange() {}

  /// Standard deviation of the logarithm of one value about the person's own level.
  static double logSpread(double within, double analytical) {
    return StrictMath.sqrt(
        StrictMath.log1p(analytical * analytical) + StrictMath.log1p(within * within));
  }

  /// The smallest relative rise beyond chance: 0.14 for 14 %.
  static double up(double z, double logSpread) {
    return StrictMath.expm1(z * ROOT_OF_TWO * logSpread);
  }

  /// The smallest relative fall beyond chance, negative: -0.12 for 12 %.
  static double down(double z, double logSpread) {
    return StrictMath.expm1(-z * ROOT_OF_TWO * logSpread);
  }

  /// How many standard deviations a change is: `ln(ratio) / (√2 · s)`.
  static double z(double ratio, double logSpread) {
    return StrictMath.log(ratio) / (ROOT_OF_TWO * logSpread);
  }

  /// The analytical variation to assume where the laboratory's own is not known: the larger of the
  /// study's and a share of the variation within subjects.
  static double assumedAnalytical(double within, double ofStudy, double share) {
    return Math.max(ofStudy, share * within);
  }

  /// Index of individuality: `sqrt(CVI² + CVA²) / CVG` (Harris 1974).
  static double individuality(double within, double analytical, double between) {
    return StrictMath.sqrt(within * within + analytical * analytical) / between;
  }
}
