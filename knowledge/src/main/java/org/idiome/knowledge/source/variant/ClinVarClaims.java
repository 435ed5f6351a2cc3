package org.idiome.knowledge.source.variant;

import java.util.Map;
import java.util.TreeMap;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.Values;
import org.idiome.knowledge.source.Identifiers;
import org.jspecify.annotations.Nullable;

/// Tells the classifications of a variant, one claim for each of its conditions.
///
/// ClinVar classifies the variant over all of its conditions: the classification is a value of each
/// claim (`classification`, with `classified` = `variant`), and nothing is said of which condition
/// it holds for. The level is the number of stars.
final class ClinVarClaims {
  /// The classification in ClinVar's words.
  static final String CLASSIFICATION = "classification";

  /// The parts of [#CLASSIFICATION], each compared whole, joined by `|`.
  static final String PARTS = "classification_parts";

  private static final String STARS = "clinvar_stars";

  private final ReleaseSink sink;
  private final ConditionList conditions;

  ClinVarClaims(Identifiers identifiers, ReleaseSink sink) {
    this.sink = sink;
    conditions = new ConditionList(identifiers, sink);
  }

  /// Tells one classification; false where the variant has none, or no condition of it can be
  /// named.
  ///
  /// @param info the values of the record by key
  boolean tell(String variant, ClassificationKind kind, Map<String, String> info) {
    var classification = info.getOrDefault(kind.classification(), "");
    if (classification.isEmpty() || classification.equals(".")) {
      return false;
    }
    var qualifiers = Attributes.of("classification_of", kind.name());
    var shared = shared(kind, classification, info);
    boolean isTold = true;
    for (var condition :
        conditions.read(
            kind.conditionIds(),
            info.getOrDefault(kind.conditionNames(), ""),
            info.getOrDefault(kind.conditionIds(), "."))) {
      if (condition.id() == null) {
        isTold = false;
      } else {
        shared.put("condition", condition.name());
        shared.put("condition_ids", condition.ids());
        sink.claim(
            new Claim(
                variant,
                "biolink:related_to",
                condition.id(),
                false,
                qualifiers,
                Attributes.of(shared)));
      }
    }
    return isTold;
  }

  private Map<String, String> shared(
      ClassificationKind kind, String classification, Map<String, String> info) {
    var values = new TreeMap<String, String>();
    values.put(CLASSIFICATION, classification);
    values.put("classified", "variant");
    var parts = ClinVarWords.parts(classification);
    values.put(PARTS, String.join("|", parts));
    for (var part : parts) {
      if (!ClinVarWords.isKnown(part)) {
        sink.unknownValue(kind.classification(), part);
      }
    }
    values.put(Values.KNOWLEDGE_LEVEL, "knowledge_assertion");
    values.put("conflict", info.getOrDefault(kind.conflict(), ""));
    review(kind, info.get(kind.review()), values);
    return values;
  }

  private void review(
      ClassificationKind kind, @Nullable String review, Map<String, String> values) {
    if (review == null) {
      sink.unknownValue(kind.review(), "");
      return;
    }
    values.put("review_status", review);
    var stars = ClinVarWords.stars(review);
    if (stars == null) {
      sink.unknownValue(kind.review(), review);
    } else {
      values.put(Values.LEVEL, stars);
      values.put(Values.SCALE, STARS);
    }
  }
}
