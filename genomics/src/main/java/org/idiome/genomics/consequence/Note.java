package org.idiome.genomics.consequence;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.idiome.genomics.gene.Difference;
import org.idiome.genomics.gene.Transcript;

/// What must be known beside a consequence.
public enum Note {
  /// The transcript's publisher says that its sequence is not that of the reference.
  TRANSCRIPT_DIFFERS,
  /// The reference has a stop inside the coding sequence: what is translated cannot be told.
  REFERENCE_HAS_STOP,
  /// The coding sequence does not begin with a start codon: nothing is said of its begin.
  START_NOT_KNOWN,
  /// The coding sequence does not end with a stop codon: nothing is said of its end.
  END_NOT_KNOWN,
  /// A base of the codons is unknown.
  BASES_NOT_KNOWN,
  /// The change may as well stand where it has other consequences.
  PLACEMENT_MATTERS,
  /// It touches a junction and an exon: no frame is claimed.
  OVER_JUNCTION,
  /// On the same copy translation ends before it.
  BEHIND_STOP,
  /// The same on one copy at least, and not on every one on which it stands.
  BEHIND_STOP_ON_A_COPY,
  /// On the same copy another change replaces the same bases; it is not joined.
  OVERLAPS,
  /// Whether it stands on one copy with another change decides what it does.
  PHASE_DECIDES,
  /// The ribosome slips in this coding sequence.
  SLIPPAGE,
  /// The ends of a structural change are not known to the base.
  BREAKPOINT_NOT_EXACT,
  /// All of the transcript is turned round; it is whole.
  WHOLE_INVERTED,
  /// Whether there is more or less of it is not known.
  AMOUNT_NOT_KNOWN,
  /// Only a part of the transcript is there twice; one copy of it stays whole.
  ONE_COPY_WHOLE;

  /// What must be known of a transcript itself.
  static Set<Note> of(Transcript transcript) {
    return transcript.difference() == Difference.NONE
        ? EnumSet.noneOf(Note.class)
        : EnumSet.of(TRANSCRIPT_DIFFERS);
  }

  /// The word used in tables.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
