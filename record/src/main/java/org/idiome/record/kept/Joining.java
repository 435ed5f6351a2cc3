package org.idiome.record.kept;

import org.jspecify.annotations.Nullable;

/// Whose an input is asked to be.
///
/// @param as the person's id in the store; null for the one that follows from the input
/// @param isSamePerson whether a person of the same subject id is the same person
public record Joining(@Nullable String as, boolean isSamePerson) {
  /// As the inputs say.
  public static final Joining AS_GIVEN = new Joining(null, false);
}
