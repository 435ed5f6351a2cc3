package org.idiome.genomics.consequence;

import org.idiome.genomics.gene.Transcript;
import org.jspecify.annotations.Nullable;

/// A change inside the exons of a transcript, in its own numbers and its own direction.
///
/// @param from first base that is replaced; for an insertion the base behind it
/// @param to behind the last base that is replaced
/// @param bases what stands there instead
record Edit(int from, int to, String bases) {

  /// The change of one exon; null where it is not inside one.
  ///
  /// What is put in exactly between an exon and an intron leaves the ends of the intron as they are
  /// and counts as a part of the exon.
  static @Nullable Edit of(Placement placed, Transcript transcript) {
    boolean isForward = transcript.isForward();
    var bases = isForward ? placed.inserted() : Bases.reverseComplement(placed.inserted());
    if (placed.isInsertion()) {
      int at = placed.start0();
      if (at <= transcript.start0() || at >= transcript.end0()) {
        return null;
      }
      int before = transcript.inTranscript(at - 1);
      int behind = transcript.inTranscript(at);
      if (before < 0 && behind < 0) {
        return null;
      }
      int from = isForward ? behind < 0 ? before + 1 : behind : before < 0 ? behind + 1 : before;
      return new Edit(from, from, bases);
    }
    int exon = transcript.exonAt(placed.start0());
    if (exon < 0 || exon != transcript.exonAt(placed.end0() - 1)) {
      return null;
    }
    int first = transcript.inTranscript(isForward ? placed.start0() : placed.end0() - 1);
    return new Edit(first, first + placed.end0() - placed.start0(), bases);
  }

  /// How many bases more there are.
  int delta() {
    return bases.length() - (to - from);
  }

  boolean isInsertion() {
    return from == to;
  }

  /// Whether bases of a stretch are replaced, or some are put in inside it.
  boolean touches(int start, int end) {
    return isInsertion() ? from > start && from < end : from < end && to > start;
  }
}
