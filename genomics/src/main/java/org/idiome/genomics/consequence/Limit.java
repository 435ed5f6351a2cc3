package org.idiome.genomics.consequence;

import org.idiome.genomics.rule.RuleTable;
import org.idiome.genomics.rule.RuleTableException;

/// The numbers of the rules, from their table.
final class Limit {
  static final int FIRST_BASES = number("first_bases");
  static final int LAST_JUNCTION = number("last_junction");
  static final int LONG_EXON = number("long_exon");
  static final int NEAR = number("near_bases");

  private Limit() {}

  private static int number(String rule) {
    for (var row : RuleTable.beside(Limit.class, "limits.tsv").rows()) {
      if (row.get("rule").equals(rule)) {
        return row.number("limit");
      }
    }
    throw new RuleTableException("limits.tsv", 0, "no rule " + rule);
  }
}
