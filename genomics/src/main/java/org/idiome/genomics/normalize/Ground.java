package org.idiome.genomics.normalize;

import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.reference.Refget;
import org.jspecify.annotations.Nullable;

/// What is known of the contig of some records. For one thread.
final class Ground {
  private final String name;
  private final @Nullable ReferenceSequence sequence;
  private final int lengthBases;
  private final int statedBases;
  private final @Nullable String accession;
  private @Nullable String refget;

  /// @param name as written
  /// @param sequence its bases, or null where no reference has them
  /// @param lengthBases how many bases it has, or the largest number where nobody knows
  /// @param statedBases how many it has by the header; as many where that says nothing
  /// @param refget accession of the sequence; null where it is not known and, without its bases,
  ///   cannot be computed
  /// @param accession of RefSeq, or null where it has none or it is not known for certain
  Ground(
      String name,
      @Nullable ReferenceSequence sequence,
      int lengthBases,
      int statedBases,
      @Nullable String refget,
      @Nullable String accession) {
    this.name = name;
    this.sequence = sequence;
    this.lengthBases = lengthBases;
    this.statedBases = statedBases;
    this.refget = refget;
    this.accession = accession;
  }

  String name() {
    return name;
  }

  @Nullable ReferenceSequence sequence() {
    return sequence;
  }

  int lengthBases() {
    return lengthBases;
  }

  /// How many bases the header gives it, where the reference has another number; else 0.
  int otherLengthBases() {
    return statedBases == lengthBases ? 0 : statedBases;
  }

  @Nullable String accession() {
    return accession;
  }

  /// Whether it is for certain which sequence it is.
  boolean isKnown() {
    return refget != null || sequence != null;
  }

  /// Accession of the sequence, made of its bases where no table has it; null where it is not known
  /// for certain.
  @Nullable String refget() {
    var bases = sequence;
    if (refget == null && bases != null) {
      refget = Refget.accession(bases);
    }
    return refget;
  }
}
