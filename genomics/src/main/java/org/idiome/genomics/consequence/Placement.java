package org.idiome.genomics.consequence;

import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.normal.NormalForm;

/// A change at one of the places at which it may stand.
///
/// @param start0 first base of the contig that is replaced; for an insertion the place between
/// @param end0 behind the last
/// @param replaced what stands there, as on the contig
/// @param inserted what stands there instead, as on the contig
record Placement(int start0, int end0, String replaced, String inserted) {

  /// Where it begins last in the direction of a transcript.
  static Placement last(NormalForm form, Transcript transcript) {
    return at(form, transcript.isForward() ? form.rolls() : 0);
  }

  /// Where it begins first in the direction of a transcript.
  static Placement first(NormalForm form, Transcript transcript) {
    return at(form, transcript.isForward() ? 0 : form.rolls());
  }

  /// Where it was written.
  static Placement written(CopyChange change) {
    return at(change.change(), change.written());
  }

  private static Placement at(NormalForm form, int by) {
    int start0 = form.start0() + by;
    return new Placement(
        start0,
        start0 + form.reference().length(),
        rotated(form.reference(), by),
        rotated(form.alternate(), by));
  }

  private static String rotated(String text, int by) {
    if (by == 0 || text.isEmpty()) {
      return text;
    }
    int from = by % text.length();
    return text.substring(from) + text.substring(0, from);
  }

  boolean isInsertion() {
    return replaced.isEmpty();
  }

  boolean isSubstitution() {
    return replaced.length() == inserted.length();
  }

  /// Whether a base of the contig is another or gone.
  boolean touches(int at0) {
    return at0 >= start0
        && at0 < end0
        && (!isSubstitution() || replaced.charAt(at0 - start0) != inserted.charAt(at0 - start0));
  }
}
