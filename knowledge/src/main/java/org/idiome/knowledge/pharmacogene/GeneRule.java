package org.idiome.knowledge.pharmacogene;

import java.util.Locale;
import org.idiome.core.source.CitedRow;

/// A fact about how a gene is read: an exception as a row.
///
/// @param rank order among the rules of one kind, from 1
/// @param value what the kind calls for
public record GeneRule(String gene, Kind kind, int rank, String value, CitedRow row) {

  /// What a rule settles.
  public enum Kind {
    /// Whether several alleles, or an allele and left-over variants, may lie on one strand: `yes`,
    /// `no`.
    COMBINATIONS,
    /// How names of alleles are ordered: `natural` ([NaturalOrder]).
    NAME_ORDER,
    /// How the gene is read: a [Strategy].
    STRATEGY,
    /// Which allele to name first among those of equal activity, by rank.
    TIE_PREFERENCE,
    /// What a base that no allele documents does to the answer: an [UndocumentedBase].
    UNDOCUMENTED_BASE;

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How a gene is read.
  public enum Strategy {
    /// Two named alleles.
    DIPLOTYPE,
    /// A list of variants; the two of lowest activity count, presumed on different strands where
    /// phase is not known.
    VARIANT_LIST_LOWEST_FUNCTION
  }

  /// What a base that no named allele documents does to the answer.
  public enum UndocumentedBase {
    /// The answer is a best case: the base may do more harm than it tells.
    AT_BEST
  }
}
