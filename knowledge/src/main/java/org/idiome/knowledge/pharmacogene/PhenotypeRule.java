package org.idiome.knowledge.pharmacogene;

import java.math.BigDecimal;
import org.idiome.core.source.CitedRow;
import org.jspecify.annotations.Nullable;

/// How a source gets from two alleles to a phenotype; either by their functions or by their score.
public sealed interface PhenotypeRule {

  /// The phenotype in the source's words.
  String phenotype();

  /// The row of the rule.
  CitedRow row();

  /// Two functions, in either order.
  ///
  /// @param activityScore as the source writes it, or null where the gene is not scored
  record OfFunctions(
      String function1,
      String function2,
      String phenotype,
      @Nullable String activityScore,
      CitedRow row)
      implements PhenotypeRule {}

  /// A sum of two activity values.
  ///
  /// @param from least score, included
  /// @param to greatest score, included; null where there is no upper end
  record OfScore(BigDecimal from, @Nullable BigDecimal to, String phenotype, CitedRow row)
      implements PhenotypeRule {
    /// Whether the rule speaks of a score.
    public boolean holdsFor(BigDecimal score) {
      return score.compareTo(from) >= 0 && (to == null || score.compareTo(to) <= 0);
    }
  }
}
