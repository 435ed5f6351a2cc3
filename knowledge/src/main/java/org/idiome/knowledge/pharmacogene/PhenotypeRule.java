package org.idiome.knowledge.pharmacogene;

import java.math.BigDecimal;
import org.idiome.core.source.CitedRow;
import org.jspecify.annotations.Nullable;

/// How a source gets from two alleles to a phenotype; by their functions or by their score.
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

  /// A sum that cannot be made, because an allele has no score.
  record OfNoScore(String phenotype, CitedRow row) implements PhenotypeRule {}

  /// A sum of two activities.
  ///
  /// @param from least score, included
  /// @param to greatest score, included; null where there is no upper end
  record OfScore(BigDecimal from, @Nullable BigDecimal to, String phenotype, CitedRow row)
      implements PhenotypeRule {
    /// Whether the rule speaks of a score, and of all that it may be.
    public boolean holdsFor(Activity.Scored score) {
      return score.value().compareTo(from) >= 0
          && (to == null || (!score.isAtLeast() && score.value().compareTo(to) <= 0));
    }
  }
}
