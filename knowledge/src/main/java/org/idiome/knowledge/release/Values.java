package org.idiome.knowledge.release;

/// Names of what claims and terms carry, the same for every source. A source's own columns keep
/// their own names.
public final class Values {
  /// How it is known, in Biolink's words: `knowledge_assertion`, `prediction` and so on.
  public static final String KNOWLEDGE_LEVEL = "knowledge_level";

  /// Who says so, in Biolink's words.
  public static final String AGENT_TYPE = "agent_type";

  /// Grade in the source's own scale, unchanged.
  public static final String LEVEL = "level";

  /// Name of the scale of [#LEVEL].
  public static final String SCALE = "scale";

  /// Kind or code of evidence in the source's own words.
  public static final String EVIDENCE = "evidence";

  /// CURIEs of publications, sorted and joined by `|`.
  public static final String PUBLICATIONS = "publications";

  /// The source's own predicate, where another stands in its place.
  public static final String ORIGINAL_PREDICATE = "original_predicate";

  /// The identifier as the source wrote it, where its meaning is not in the spelling kept.
  public static final String ORIGINAL_SUBJECT = "original_subject";

  /// As [#ORIGINAL_SUBJECT].
  public static final String ORIGINAL_OBJECT = "original_object";

  /// Licence of the row, where it is not that of the release.
  public static final String LICENCE = "licence";

  /// The source that an aggregator took the row from.
  public static final String PRIMARY_SOURCE = "primary_source";

  private Values() {}
}
