package org.idiome.knowledge.release;

/// A statement of a source about one concept.
///
/// @param id a CURIE in the spelling of [org.idiome.core.concept.Prefixes]
/// @param value a text or a CURIE, as the property says
/// @param notes what the source says of the value, such as the type of a synonym
public record Term(String id, TermProperty property, String value, Attributes notes) {
  /// Without notes.
  public static Term of(String id, TermProperty property, String value) {
    return new Term(id, property, value, Attributes.NONE);
  }
}
