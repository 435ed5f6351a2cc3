package org.idiome.genomics.hgvs;

/// A stretch of a sequence.
///
/// @param start its first place
/// @param end its last place; the same as the first where it is one place
/// @param isUncertain whether all of it is in parentheses: somewhere in there
public record HgvsInterval(HgvsEnd start, HgvsEnd end, boolean isUncertain) {
  @Override
  public String toString() {
    var text = start.equals(end) ? start.toString() : start + "_" + end;
    return isUncertain ? "(" + text + ")" : text;
  }
}
