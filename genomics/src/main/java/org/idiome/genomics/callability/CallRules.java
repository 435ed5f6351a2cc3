package org.idiome.genomics.callability;

import org.idiome.genomics.rule.RuleTable;
import org.idiome.genomics.rule.RuleTableException;

/// The least quality and depth with which a call counts, from `callability-rules.tsv`.
///
/// @param genotypeQuality Phred-scaled
/// @param depthReads reads at the place
public record CallRules(double genotypeQuality, double depthReads) {
  private static final String TABLE = "callability-rules.tsv";

  /// The rules of the table: those of "high-quality genotypes" in Karczewski et al. 2020.
  public static final CallRules DEFAULT = read();

  private static CallRules read() {
    return new CallRules(least("genotype-quality"), least("depth"));
  }

  private static int least(String rule) {
    for (var row : RuleTable.beside(CallRules.class, TABLE).rows()) {
      if (row.get("rule").equals(rule)) {
        return row.number("least");
      }
    }
    throw new RuleTableException(TABLE, 0, "no rule " + rule);
  }
}
