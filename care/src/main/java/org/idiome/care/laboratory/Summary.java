package org.idiome.care.laboratory;

import java.util.List;
import java.util.TreeMap;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.quantity.Magnitude;

/// Counts the answers in one layer, with how many false ones to expect among them.
final class Summary {
  static final String KIND = "summary";

  private final YearOfLooks looks;
  private final TreeMap<String, Long> counts = new TreeMap<>();

  Summary(YearOfLooks looks) {
    this.looks = looks;
  }

  void add(Answer answer) {
    counts.merge(answer.kind() + "_" + answer.state().code(), 1L, Long::sum);
  }

  /// How many have a number, or a limit of one; why others have none is counted by the inventory.
  private static long values(QuantityColumns columns) {
    long values = 0;
    for (int row = 0; row < columns.size(); row++) {
      values += columns.magnitude(row) instanceof Magnitude.Missing ? 0 : 1;
    }
    return values;
  }

  /// The finding about a layer.
  ///
  /// @param pooled series that share one answer and are not counted by answer
  Finding finding(QuantityColumns columns, int pooled) {
    var layer = columns.layer().code();
    var details = Details.NONE;
    for (var count : counts.entrySet()) {
      details = details.count(count.getKey(), count.getValue());
    }
    State state = new State.NotAssessed(ReasonCode.NO_DATA, Details.NONE);
    List<Explanation> because = Case.reasons(ReasonCode.NO_DATA, "measure");
    if (columns.size() > 0) {
      details =
          details
              .count("features", columns.features().size())
              .count("values", values(columns))
              .count("looks", looks.count())
              .with("expected_false_flags", Case.number(looks.expectedFalseFlags()));
      details = pooled == 0 ? details : details.count("pooled", pooled);
      state = State.found(details);
      because = List.of();
    }
    return new Finding(
        new FindingKey(LaboratoryInterpreter.NAME, KIND, layer, FindingKey.WHOLE_PERSON),
        List.of(),
        Coded.of(layer),
        state,
        null,
        null,
        new Explanation.Claim("answers_counted", Details.NONE, because),
        LaboratoryInterpreter.VERSION);
  }
}
