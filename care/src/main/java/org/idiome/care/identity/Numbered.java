package org.idiome.care.identity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.idiome.core.finding.Value;

/// Numbers of this package in findings: pure, to three decimals.
final class Numbered {
  private static final int DECIMALS = 3;

  private Numbered() {}

  /// A pure number; one that is none or endless is refused.
  static Value of(double number) {
    return Value.number(
        BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue(), "1");
  }
}
