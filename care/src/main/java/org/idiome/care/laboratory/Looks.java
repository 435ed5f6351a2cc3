package org.idiome.care.laboratory;

import java.util.Arrays;

/// Corrects for how often one looked: Holm's step-down (Holm 1979, JSTOR:4615733).
///
/// R: `p.adjust(p, "holm")`.
final class Looks {
  private Looks() {}

  /// Adjusted p values, in the order given.
  static double[] holm(double[] p) {
    var order = new Integer[p.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(p[a], p[b]));
    var adjusted = new double[p.length];
    double most = 0;
    for (int rank = 0; rank < p.length; rank++) {
      most = Math.max(most, Math.min(1, (p.length - rank) * p[order[rank]]));
      adjusted[order[rank]] = most;
    }
    return adjusted;
  }
}
