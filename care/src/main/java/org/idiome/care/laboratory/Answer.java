package org.idiome.care.laboratory;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Strength;
import org.jspecify.annotations.Nullable;

/// What one question found of one series; becomes a finding.
///
/// @param kind of the finding
/// @param claim code of the root of its explanation
record Answer(
    String kind,
    String claim,
    State state,
    @Nullable Strength strength,
    List<Explanation> because) {

  Answer {
    because = List.copyOf(because);
  }

  static Answer notAssessed(Case one, String kind, ReasonCode reason, List<Explanation> because) {
    var contradicted = reason == ReasonCode.CONFLICTING_STATEMENTS ? one.contradicted() : null;
    var details = contradicted == null ? one.value() : contradicted.details(one.profile());
    details =
        one.isCodeWithoutSystem(reason) ? details.word("detail", "code_without_system") : details;
    return new Answer(
        kind, kind + "_not_assessed", new State.NotAssessed(reason, details), null, because);
  }

  /// What remains of the answer where rows of the table were lost: nothing is excluded then, for
  /// one of them may hold a later value.
  Answer limitedBy(Case one) {
    var lost = one.lost();
    if (lost.count() == 0) {
      return this;
    }
    return switch (state) {
      case State.NotAssessed _ -> this;
      case State.Found _ -> {
        var more = new ArrayList<>(because);
        more.addAll(lost.limits(one.profile()));
        yield new Answer(kind, claim, state, strength, more);
      }
      case State.Excluded _ -> {
        var more = new ArrayList<>(one.values());
        more.addAll(lost.limits(one.profile()));
        more.addAll(Case.reasons(ReasonCode.ROW_NOT_READ, "row_that_can_be_read"));
        yield notAssessed(one, kind, ReasonCode.ROW_NOT_READ, more);
      }
    };
  }

  /// Whether nothing is claimed because two files contradict each other.
  boolean isContradicted() {
    return state instanceof State.NotAssessed not
        && not.reason() == ReasonCode.CONFLICTING_STATEMENTS;
  }

  boolean isFound() {
    return state instanceof State.Found;
  }

  Finding finding(Series series, @Nullable Advice advice, List<Explanation> more) {
    var why = new ArrayList<>(because);
    why.addAll(more);
    return new Finding(
        series.key(kind),
        List.of(),
        series.feature(),
        state,
        strength,
        advice,
        new Explanation.Claim(claim, Details.NONE, why),
        LaboratoryInterpreter.VERSION);
  }
}
