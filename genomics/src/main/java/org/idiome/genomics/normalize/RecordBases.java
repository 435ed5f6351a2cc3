package org.idiome.genomics.normalize;

import org.idiome.genomics.reference.ReferenceSequence;

/// The bases of a contig as far as one record says them: nothing rolls beyond its REF.
///
/// @param start0 first base of REF, 0-based
record RecordBases(int start0, String reference) implements ReferenceSequence {
  /// Stands for a base that is not known, and equals none.
  private static final byte NOT_KNOWN = '?';

  @Override
  public int lengthBases() {
    return Integer.MAX_VALUE;
  }

  @Override
  public byte base(int at0) {
    int at = at0 - start0;
    return at >= 0 && at < reference.length() ? (byte) reference.charAt(at) : NOT_KNOWN;
  }
}
