package org.idiome.knowledge.pharmacogene;

import java.util.Locale;

/// The exact text under which a guideline lists its answer for one gene.
public record LookupKey(String gene, Kind kind, String value) {

  /// What the text is.
  public enum Kind {
    /// A phenotype.
    PHENOTYPE,
    /// An activity score.
    ACTIVITY_SCORE,
    /// A pair of named alleles.
    DIPLOTYPE;

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
