package org.idiome.knowledge.release;

/// A statement of a source about two concepts.
///
/// @param subject a CURIE in the spelling of [org.idiome.core.concept.Prefixes]; so is the object
/// @param predicate a Biolink predicate, or `skos:`, `owl:` and `oboInOwl:` for mappings
/// @param isNegated whether the source denies it
/// @param qualifiers limits that are part of what is said (stage, inheritance, therapy); two claims
///   that differ in one are two claims
/// @param values all else that the source says of it, by the names of [Values] and by the source's
///   own columns
public record Claim(
    String subject,
    String predicate,
    String object,
    boolean isNegated,
    Attributes qualifiers,
    Attributes values) {}
