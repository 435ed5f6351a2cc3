package org.idiome.care.laboratory;

/// The interval in which the next value of a person in steady state lies.
///
/// `mean · (1 ± z · sqrt((n + 1) / n) · sqrt(CVI² + CVA²))` over n earlier values (Coskun 2021,
/// doi:10.1093/clinchem/hvaa233).
final class PersonalInterval {
  private PersonalInterval() {}

  /// The mean, summed in the order given.
  ///
  /// @param values at least one
  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /// Half the width of the interval as a fraction of the mean.
  static double halfWidth(int values, double z, double within, double analytical) {
    return z
        * StrictMath.sqrt((values + 1.0) / values)
        * StrictMath.sqrt(within * within + analytical * analytical);
  }
}
