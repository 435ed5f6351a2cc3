package org.idiome.store;

import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.jspecify.annotations.Nullable;

/// What becomes, at a restore, of somebody whom a copy of the store that went on beside has erased,
/// and of whom a backup has inputs that came after that: the same bytes may have been imported anew
/// on purpose.
public enum Again {
  /// Nothing is restored before somebody said.
  ASK,
  /// They are erased, too.
  TAKE,
  /// They stay.
  LEAVE;

  /// Whether a person is taken.
  ///
  /// @param erased when they were erased elsewhere, UTC; null where they were not
  /// @param newest when their last input came
  /// @throws StoreFault where somebody must be asked
  boolean isTaken(String id, @Nullable String erased, String newest) {
    if (erased == null) {
      return false;
    }
    if (newest.compareTo(erased) <= 0 || this == TAKE) {
      return true;
    }
    if (this == ASK) {
      throw new StoreFault(
          ProblemCode.STORE_ERASED_ELSEWHERE, id, "erased", erased, "newest", newest);
    }
    return false;
  }
}
