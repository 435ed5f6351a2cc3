package org.idiome.genomics.hgvs;

import org.jspecify.annotations.Nullable;

/// One change.
///
/// @param interval null where the description is of the whole sequence: `=`, `?`, `0`
/// @param isPredicted whether all of it is in parentheses: not seen itself
public record HgvsChange(@Nullable HgvsInterval interval, HgvsEdit edit, boolean isPredicted) {
  @Override
  public String toString() {
    var text = (interval == null ? "" : interval.toString()) + edit;
    return isPredicted ? "(" + text + ")" : text;
  }
}
