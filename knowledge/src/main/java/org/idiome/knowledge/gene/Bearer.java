package org.idiome.knowledge.gene;

/// A gene that bears a name.
///
/// @param gene its CURIE
/// @param symbol its own symbol
/// @param level as what it bears the name
public record Bearer(String gene, String symbol, Level level) {
  /// As what a gene bears a name; the first that anybody has decides.
  public enum Level {
    /// Identifier of the gene.
    IDENTIFIER,
    /// Symbol approved by the authority of nomenclature.
    APPROVED,
    /// Symbol in a source that approves none itself.
    ENTRY,
    /// Approved before.
    PREVIOUS,
    /// Used by others.
    ALIAS;

    /// Whether a name of this level goes before one of another.
    public boolean isBefore(Level other) {
      return rank() < other.rank();
    }

    private int rank() {
      return switch (this) {
        case IDENTIFIER -> 0;
        case APPROVED -> 1;
        case ENTRY -> 2;
        case PREVIOUS -> 3;
        case ALIAS -> 4;
      };
    }
  }
}
