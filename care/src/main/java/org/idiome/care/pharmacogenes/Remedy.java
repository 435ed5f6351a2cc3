package org.idiome.care.pharmacogenes;

import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.jspecify.annotations.Nullable;

/// What would settle a question that stays open for some cause.
///
/// @param settles code of the test or statement that would
/// @param advised by a file, or about a drug that is taken; null for nothing
/// @param considered about a drug that is not taken; null for nothing
record Remedy(
    String settles, RaisedBy raisedBy, @Nullable Advised advised, @Nullable Advised considered) {
  /// The cause of which positions were not seen, so that other answers are possible.
  static final String POSITIONS_NOT_SEEN = "positions_not_seen";

  /// What the question is about: a finding about it has the advice.
  enum RaisedBy {
    /// Files: one advice, whatever depends on them.
    FILE,
    /// A drug: an advice for each.
    DRUG
  }

  /// What is advised, and how soon.
  record Advised(String code, Advice.Priority priority) {}

  /// What an explanation says of it.
  Explanation.Note note(Details about) {
    return new Explanation.Note(Explanation.Note.Kind.SETTLES, settles, about);
  }

  /// The advice about files, or null for none.
  @Nullable Advice forFiles(Details about) {
    return raisedBy == RaisedBy.FILE ? advice(advised, about) : null;
  }

  /// The advice about a drug, or null for none.
  @Nullable Advice forDrug(boolean isTaken, Details about) {
    return raisedBy == RaisedBy.DRUG ? advice(isTaken ? advised : considered, about) : null;
  }

  private static @Nullable Advice advice(@Nullable Advised advised, Details about) {
    return advised == null
        ? null
        : new Advice(Advice.Verb.SETTLE, advised.priority(), advised.code(), about);
  }
}
