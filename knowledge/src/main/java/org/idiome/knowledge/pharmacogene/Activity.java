package org.idiome.knowledge.pharmacogene;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The activity that a source gives an allele, or the sum of two: exact decimals, never rounded.
public sealed interface Activity {

  /// A number, or at least that much where copies were not counted.
  record Scored(BigDecimal value, boolean isAtLeast) implements Activity {
    /// Refuses what is below zero.
    public Scored {
      if (value.signum() < 0) {
        throw new IllegalArgumentException("an activity below zero: " + value);
      }
    }
  }

  /// The gene is scored, this allele is not: `n/a`.
  record Unscored() implements Activity {}

  /// Reads `0.5`, `≥3.0` or `n/a`; null where the text is none of these.
  static @Nullable Activity parse(String text) {
    if (text.equals("n/a")) {
      return new Unscored();
    }
    boolean isAtLeast = text.startsWith("≥");
    var digits = isAtLeast ? text.substring(1) : text;
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))) {
      return null;
    }
    try {
      return new Scored(new BigDecimal(digits), isAtLeast);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /// The sum of two alleles: not scored where one is not, at least where one is.
  default Activity plus(Activity other) {
    return this instanceof Scored one && other instanceof Scored two
        ? new Scored(one.value().add(two.value()), one.isAtLeast() || two.isAtLeast())
        : new Unscored();
  }

  /// As sources write it: at least one decimal, no other trailing zero (`1.0`, `0.25`, `≥3.0`,
  /// `n/a`).
  default String text() {
    return switch (this) {
      case Unscored _ -> "n/a";
      case Scored scored -> {
        var plain = scored.value().stripTrailingZeros();
        var digits = plain.scale() < 1 ? plain.setScale(1) : plain;
        yield (scored.isAtLeast() ? "≥" : "") + digits.toPlainString();
      }
    };
  }
}
