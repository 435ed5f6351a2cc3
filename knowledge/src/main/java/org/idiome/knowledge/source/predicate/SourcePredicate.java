package org.idiome.knowledge.source.predicate;

import org.idiome.knowledge.release.Attributes;

/// What a source's own word for a relation is in the Biolink Model.
///
/// @param original the source's word
/// @param predicate of the model
/// @param direction which end is the subject
/// @param qualifiers what the word limits: two words of one predicate stay two
/// @param knowledgeLevel in the words of Biolink; `not_provided` where the source does not say
public record SourcePredicate(
    String original,
    String predicate,
    Direction direction,
    Attributes qualifiers,
    String knowledgeLevel) {
  /// Which end of a relation is the subject of the claim.
  public enum Direction {
    /// The first.
    AS_WRITTEN,
    /// The second.
    INVERTED,
    /// Either: the first, as the source has it, and the claim is told once.
    BOTH_WAYS
  }

  /// A word that no table has: related in some way, and the word kept.
  public static SourcePredicate unknown(String original, String knowledgeLevel) {
    return new SourcePredicate(
        original, Predicates.RELATED_TO, Direction.AS_WRITTEN, Attributes.NONE, knowledgeLevel);
  }
}
