package org.idiome.knowledge.gene;

import java.util.List;

/// What a name of a gene means.
public sealed interface GeneMatch {
  /// One gene.
  ///
  /// @param isOtherCase whether it is written so in another letter case alone
  /// @param also other genes that bear the name, at a later level; by identifier
  record Found(Bearer bearer, boolean isOtherCase, List<Bearer> also) implements GeneMatch {
    /// Copies the list.
    public Found {
      also = List.copyOf(also);
    }
  }

  /// Several genes of one level; none is chosen.
  ///
  /// @param candidates by identifier
  record Ambiguous(boolean isOtherCase, List<Bearer> candidates) implements GeneMatch {
    /// Copies the list.
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /// A date that a spreadsheet may have made of a symbol (`1-Mar`).
  ///
  /// @param mayHaveBeen symbols of today, sorted
  record SpreadsheetDate(List<String> mayHaveBeen) implements GeneMatch {
    /// Copies the list.
    public SpreadsheetDate {
      mayHaveBeen = List.copyOf(mayHaveBeen);
    }
  }

  /// No gene bears it.
  record NotFound() implements GeneMatch {}
}
