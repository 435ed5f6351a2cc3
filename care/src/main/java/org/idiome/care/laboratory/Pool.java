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

/// Thousands of features of which nothing is known share one answer to each question; those whose
/// latest measurement gave no number share another.
final class Pool {
  /// Series of a layer up to which each is answered for itself.
  private static final int MOST_SERIES = 1000;

  private static final String WITHOUT_KNOWLEDGE = "features_without_knowledge";
  private static final String WITHOUT_VALUE = "features_without_value";

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
    var findings = new ArrayList<Finding>();
    var known = pooled.stream().filter(one -> !one.series().isEmpty()).toList();
    var empty = pooled.stream().filter(one -> one.series().isEmpty()).toList();
    for (var kind : List.of(IntervalQuestion.KIND, ChangeQuestion.KIND, OwnRangeQuestion.KIND)) {
      if (!known.isEmpty()) {
        var key = new FindingKey(LaboratoryInterpreter.NAME, kind, WITHOUT_KNOWLEDGE, layer.code());
        boolean isInterval = kind.equals(IntervalQuestion.KIND);
        findings.add(
            finding(
                key,
                known,
                isInterval ? ReasonCode.NO_REFERENCE_INTERVAL : ReasonCode.NO_KNOWLEDGE,
                isInterval ? "reference_interval_of_the_laboratory" : "published_variation"));
      }
      if (!empty.isEmpty()) {
        var other = new FindingKey(LaboratoryInterpreter.NAME, kind, WITHOUT_VALUE, layer.code());
        findings.add(finding(other, empty, ReasonCode.NO_VALUE, "measure_again"));
      }
    }
    return findings;
  }

  private static Finding finding(
      FindingKey key, List<Case> pooled, ReasonCode reason, String settles) {
    var details = Details.NONE.count("pooled", pooled.size());
    var because = new ArrayList<Explanation>(pooled.getFirst().values());
    because.addAll(pooled.getLast().values());
    because.addAll(Case.reasons(reason, settles));
    return new Finding(
        key,
        List.of(),
        Coded.of(key.subject()),
        new State.NotAssessed(reason, details),
        null,
        null,
        new Explanation.Claim(key.kind() + "_not_assessed", Details.NONE, because),
        LaboratoryInterpreter.VERSION);
  }
}
