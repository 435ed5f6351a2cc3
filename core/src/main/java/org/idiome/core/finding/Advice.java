package org.idiome.core.finding;

import java.util.Locale;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;

/// What somebody should do about a finding; apart from its state and its strength.
///
/// @param verb what kind of doing
/// @param priority why it comes where it comes on the page
/// @param code code of the next step, which `report` has words for
/// @param details what the words need
public record Advice(Verb verb, Priority priority, String code, Details details)
    implements Canonical {

  /// What kind of doing.
  public enum Verb {
    /// A decision is due.
    DECIDE,
    /// Something must be changed or prevented.
    ACT,
    /// A question must be settled by a test.
    SETTLE;

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The order of what matters, first to last.
  public enum Priority {
    /// A stop rule is met, or harm is near.
    DANGER_NOW,
    /// A decision waits.
    DECISION_DUE,
    /// It blocks or limits a decision.
    BLOCKS_DECISION,
    /// It matters as soon as a drug is considered.
    BEFORE_USE,
    /// A gap that could change a decision.
    GAP;

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("verb", verb.code())
        .put("priority", priority.code())
        .put("code", code)
        .put("details", details)
        .end();
  }
}
