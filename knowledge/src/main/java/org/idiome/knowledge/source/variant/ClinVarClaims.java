package org.idiome.knowledge.source.variant;

import java.util.HashMap;
import java.util.List;
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

  /// Beyond this number of values no more are kept; they are taken apart each time.
  private static final int KEPT = 10_000;

  private final ReleaseSink sink;
  private final ConditionList conditions;

  /// Each value taken apart once: there are few.
  private final Map<String, List<String>> partsOf = new HashMap<>();

  private final Map<String, String> starsOf = new HashMap<>();

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
    var parts = parts(classification);
    values.put(PARTS, String.join("|", parts));
    if (!partsOf.containsKey(classification)) {
      for (var part : parts) {
        if (!ClinVarWords.isKnown(part)) {
          sink.unknownValue(kind.classification(), part);
        }
      }
    }
    values.put(Values.KNOWLEDGE_LEVEL, "knowledge_assertion");
    values.put("conflict", info.getOrDefault(kind.conflict(), ""));
    review(kind, info.get(kind.review()), values);
    return values;
  }

  private List<String> parts(String classification) {
    var known = partsOf.get(classification);
    if (known != null) {
      return known;
    }
    var parts = ClinVarWords.parts(classification);
    if (partsOf.size() < KEPT && parts.stream().allMatch(ClinVarWords::isKnown)) {
      partsOf.put(classification, parts);
    }
    return parts;
  }

  private @Nullable String stars(String review) {
    var known = starsOf.get(review);
    if (known != null) {
      return known;
    }
    var stars = ClinVarWords.stars(review);
    if (stars != null && starsOf.size() < KEPT) {
      starsOf.put(review, stars);
    }
    return stars;
  }

  private void review(
      ClassificationKind kind, @Nullable String review, Map<String, String> values) {
    if (review == null) {
      sink.unknownValue(kind.review(), "");
      return;
    }
    values.put("review_status", review);
    var stars = stars(review);
    if (stars == null) {
      sink.unknownValue(kind.review(), review);
    } else {
      values.put(Values.LEVEL, stars);
      values.put(Values.SCALE, STARS);
    }
  }
}
