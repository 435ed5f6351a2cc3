package org.idiome.knowledge.source.variant;

import java.util.List;

/// One of the three classifications that stand side by side in ClinVar since 2024.
///
/// @param name as the qualifier of a claim says it
/// @param classification key of INFO; so are the others
record ClassificationKind(
    String name,
    String classification,
    String review,
    String conflict,
    String conditionNames,
    String conditionIds) {
  static final ClassificationKind GERMLINE =
      new ClassificationKind("germline", "CLNSIG", "CLNREVSTAT", "CLNSIGCONF", "CLNDN", "CLNDISDB");
  static final ClassificationKind ONCOGENICITY =
      new ClassificationKind("oncogenicity", "ONC", "ONCREVSTAT", "ONCCONF", "ONCDN", "ONCDISDB");

  /// No counts of a conflict are published.
  static final ClassificationKind SOMATIC_IMPACT =
      new ClassificationKind("somatic_impact", "SCI", "SCIREVSTAT", "SCICONF", "SCIDN", "SCIDISDB");

  static final List<ClassificationKind> ALL = List.of(GERMLINE, ONCOGENICITY, SOMATIC_IMPACT);

  /// The keys of INFO that it reads.
  List<String> keys() {
    return List.of(classification, review, conflict, conditionNames, conditionIds);
  }
}
