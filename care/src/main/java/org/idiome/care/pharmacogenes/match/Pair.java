package org.idiome.care.pharmacogenes.match;

/// Two named alleles that explain an observation together, or one where there is one strand.
///
/// @param first index of the lower allele
/// @param second index of the higher allele, or [#NONE]
/// @param score cells of the definitions that the observation confirms, less the wobbles that show
///   the reference
/// @param isCalled whether something was observed of both: an allele of whose positions none was
///   observed cannot be called, only not be excluded
public record Pair(int first, int second, int score, boolean isCalled) {
  /// The second allele of one strand.
  public static final int NONE = -1;

  /// Whether an allele is one of the two.
  public boolean has(int allele) {
    return first == allele || second == allele;
  }
}
