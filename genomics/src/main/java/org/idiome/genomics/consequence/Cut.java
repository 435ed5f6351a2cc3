package org.idiome.genomics.consequence;

/// A place at which a contig is cut, and which part of it goes on over the cut.
///
/// @param low0 the cut is before this base, 0-based, or anywhere from here
/// @param high0 to here; the same where it is known to the base
/// @param isLeftKept whether the part before the cut goes on; else the part behind it
public record Cut(String contig, int low0, int high0, boolean isLeftKept) {
  /// Whether its place is known to the base.
  public boolean isExact() {
    return low0 == high0;
  }
}
