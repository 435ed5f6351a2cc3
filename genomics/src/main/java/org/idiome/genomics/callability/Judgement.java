package org.idiome.genomics.callability;

import org.idiome.core.genome.Callability;
import org.idiome.genomics.callability.Reason.Kind;

/// What a record amounts to for one sample. Made anew for a record that is kept; a record that is
/// passed over costs only its state.
///
/// @param end0 behind the last base that it speaks of, 0-based; `start0` where it speaks of none
/// @param rank who wins where two overlap: the higher
public record Judgement(int start0, int end0, Callability state, Reason reason, int rank) {
  /// Ranks, from the weakest: a variant wins over a block, of two blocks the worse state.
  static final int REFERENCE = 10;

  static final int LISTED_ONLY = 20;
  static final int FILTERED = 30;
  static final int NO_CALL = 40;
  static final int DOUBTED_VARIANT = 50;
  static final int VARIANT = 60;

  /// A record that could not be read: its span is *no call*.
  public static Judgement notRead(int start0, int end0) {
    return new Judgement(
        start0, end0, Callability.NO_CALL, Reason.of(Kind.RECORD_NOT_READ), NO_CALL);
  }

  /// Whether it speaks of any base.
  public boolean isEmpty() {
    return end0 <= start0;
  }
}
