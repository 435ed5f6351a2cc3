package org.idiome.genomics.hgvs;

/// One end of a stretch.
///
/// @param low where it is at least
/// @param high where it is at most; the same where it is certain
public record HgvsEnd(HgvsPosition low, HgvsPosition high) {
  /// Whether one place is named.
  public boolean isCertain() {
    return low.equals(high);
  }

  @Override
  public String toString() {
    return isCertain() ? low.toString() : "(" + low + "_" + high + ")";
  }
}
