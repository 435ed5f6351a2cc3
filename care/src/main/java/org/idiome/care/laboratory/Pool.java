package org.idiome.care.laboratory;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.observation.Layer;

/// Thousands of features of which nothing is known share one answer to each question.
final class Pool {
  /// Series of a layer up to which each is answered for itself.
  private static final int MOST_SERIES = 1000;

  private static final String SUBJECT = "features_without_knowledge";

  private Pool() {}

  /// Whether a series may share its answers: no interval came with its latest value, and the
  /// snapshot does not know its analyte.
  static boolean takes(Case one, int seriesOfLayer) {
    return seriesOfLayer > MOST_SERIES
        && one.basis() instanceof Basis.Refused refused
        && refused.analyte() == null
        && one.series().latest().stream().allMatch(reading -> reading.reference() == null);
  }

  /// The shared answers; none where nothing is shared.
  static List<Finding> findings(Layer layer, List<Case> pooled) {
    if (pooled.isEmpty()) {
      return List.of();
    }
    var findings = new ArrayList<Finding>();
    findings.add(
        finding(
            layer,
            pooled,
            IntervalQuestion.KIND,
            ReasonCode.NO_REFERENCE_INTERVAL,
            "reference_interval_of_the_laboratory"));
    for (var kind : List.of(ChangeQuestion.KIND, OwnRangeQuestion.KIND)) {
      findings.add(finding(layer, pooled, kind, ReasonCode.NO_KNOWLEDGE, "published_variation"));
    }
    return findings;
  }

  private static Finding finding(
      Layer layer, List<Case> pooled, String kind, ReasonCode reason, String settles) {
    var details = Details.NONE.count("pooled", pooled.size());
    var because = new ArrayList<Explanation>(pooled.getFirst().values());
    because.addAll(pooled.getLast().values());
    because.addAll(Case.reasons(reason, settles));
    return new Finding(
        new FindingKey(LaboratoryInterpreter.NAME, kind, SUBJECT, layer.code()),
        List.of(),
        Coded.of(SUBJECT),
        new State.NotAssessed(reason, details),
        null,
        null,
        new Explanation.Claim(kind + "_not_assessed", Details.NONE, because),
        LaboratoryInterpreter.VERSION);
  }
}
