package org.idiome.genomics.normal;

import org.jspecify.annotations.Nullable;

/// A change as a record spells it: some reference bases, and others in their place.
///
/// @param start0 first base of `reference`, 0-based
/// @param reference bases in upper case, at least one
/// @param alternate bases in upper case
public record Spelling(int start0, String reference, String alternate) {

  /// Whether two spellings make the same sequence.
  public enum Match {
    /// They do.
    SAME,
    /// They do not.
    DIFFERENT,
    /// They would if the bases between them repeat; only the reference sequence can tell.
    CANNOT_TELL
  }

  /// Refuses a spelling without reference bases, and one that changes nothing.
  public Spelling {
    if (start0 < 0 || reference.isEmpty() || reference.equals(alternate)) {
      throw new IllegalArgumentException("not a spelling: " + reference + ">" + alternate);
    }
  }

  /// A spelling with a 1-based position, as in a record.
  public static Spelling at(int position1, String reference, String alternate) {
    return new Spelling(position1 - 1, reference, alternate);
  }

  private int end0() {
    return start0 + reference.length();
  }

  /// Compares two changes of one contig by what they make of the reference.
  ///
  /// Where the reference bases of both touch, they are joined and both changes are applied to the
  /// whole. Where they do not, two pure insertions or two pure deletions of sequences that are
  /// rotations of each other may be one change, rolled along a repeat.
  public Match compare(Spelling other) {
    var one = Trimmed.of(start0, reference, alternate);
    var two = Trimmed.of(other.start0, other.reference, other.alternate);
    if (one.equals(two)) {
      return Match.SAME;
    }
    int change = alternate.length() - reference.length();
    if (change != other.alternate.length() - other.reference.length() || change == 0) {
      return Match.DIFFERENT;
    }
    int from = Math.min(start0, other.start0);
    int to = Math.max(end0(), other.end0());
    if (Math.max(start0, other.start0) > Math.min(end0(), other.end0())) {
      return one.mayRollTo(two) ? Match.CANNOT_TELL : Match.DIFFERENT;
    }
    var window = window(other, from, to);
    if (window == null) {
      return Match.CANNOT_TELL;
    }
    return applied(window, from).equals(other.applied(window, from)) ? Match.SAME : Match.DIFFERENT;
  }

  /// The reference over both, or null where the two contradict each other.
  private @Nullable String window(Spelling other, int from, int to) {
    var window = new StringBuilder();
    for (int i = from; i < to; i++) {
      char own = i >= start0 && i < end0() ? reference.charAt(i - start0) : 0;
      char others =
          i >= other.start0 && i < other.end0() ? other.reference.charAt(i - other.start0) : 0;
      if (own != 0 && others != 0 && own != others) {
        return null;
      }
      window.append(own == 0 ? others : own);
    }
    return window.toString();
  }

  private String applied(String window, int from) {
    return window.substring(0, start0 - from) + alternate + window.substring(end0() - from);
  }
}
