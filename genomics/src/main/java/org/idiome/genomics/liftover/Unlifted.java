package org.idiome.genomics.liftover;

import java.util.Locale;

/// Why a record has no place on the target. The words are part of the table of what failed.
public enum Unlifted {
  /// The chain file leads from no contig of this name.
  CONTIG_NOT_IN_CHAIN,
  /// The contig has another length in the chain file: it is another sequence.
  CONTIG_OF_OTHER_LENGTH,
  /// The record reaches beyond the end of its contig.
  BEYOND_CONTIG,
  /// REF is not what the source has there.
  SOURCE_DIFFERS,
  /// No alignment covers it.
  UNMAPPED,
  /// More than one alignment covers it.
  SEVERAL_PLACES,
  /// Not all bases of REF lie in one stretch without a gap.
  SPANS_GAP,
  /// The insertion or deletion can be rolled to where the assemblies differ in length, or stands
  /// there: what it is on the target is not known.
  INDEL_AT_GAP,
  /// The insertion or deletion can be rolled over a base that the assemblies do not have alike.
  INDEL_AT_DIFFERENCE,
  /// The target has one of the alternates as its reference.
  REFERENCE_SWAPPED,
  /// The target has another base, which is no alternate.
  REFERENCE_DIFFERS,
  /// REF or the target has N there: nothing can be compared.
  UNKNOWN_BASE,
  /// The target that the chain leads to is not in the FASTA file, or is there of another length.
  TARGET_NOT_IN_FASTA,
  /// The two ends of a structural change come to lie on different alignments.
  ENDS_APART,
  /// Its length on the target differs by more than a twentieth, or so much of it is not covered.
  LENGTH_CHANGED,
  /// A structural change does not say where it ends.
  NO_END,
  /// The other end of a join has no place.
  MATE_NOT_LIFTED,
  /// Whether a block of reference is reference on the target can be told only with the source.
  BLOCK_NEEDS_SOURCE,
  /// No base of a block of reference is covered and equal.
  BLOCK_DIFFERS,
  /// What it says cannot be told of the other strand, or of exchanged alleles.
  NOT_SUPPORTED;

  /// The word used in tables.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
