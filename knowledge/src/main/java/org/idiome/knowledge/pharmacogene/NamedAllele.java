package org.idiome.knowledge.pharmacogene;

import org.idiome.core.source.CitedRow;

/// An allele that a nomenclature has named.
///
/// @param name as the source writes it: `*17`, `c.1905+1G>A (*2A)`
/// @param isReference whether its row fills the blanks of the others
/// @param calledFrom what it can be told from
public record NamedAllele(String name, boolean isReference, CalledFrom calledFrom, CitedRow row) {

  /// What an allele can be told from.
  public enum CalledFrom {
    /// Small variants at the positions of the [AlleleMatrix].
    POSITIONS,
    /// Nothing but a report from elsewhere: deletions, copies, hybrids.
    OUTSIDE
  }
}
