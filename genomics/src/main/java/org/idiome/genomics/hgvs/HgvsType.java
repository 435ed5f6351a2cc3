package org.idiome.genomics.hgvs;

import org.jspecify.annotations.Nullable;

/// What kind of sequence a description is on.
public enum HgvsType {
  /// A contig.
  GENOMIC('g'),
  /// The mitochondrion.
  MITOCHONDRIAL('m'),
  /// A transcript, counted from its start codon.
  CODING('c'),
  /// A transcript, counted from its first base.
  NON_CODING('n'),
  /// The messenger itself.
  RNA('r'),
  /// A protein.
  PROTEIN('p');

  private final char letter;

  HgvsType(char letter) {
    this.letter = letter;
  }

  /// The letter before the point.
  public char letter() {
    return letter;
  }

  /// Whether positions may lie in introns.
  boolean hasOffsets() {
    return this == CODING || this == NON_CODING || this == RNA;
  }

  /// Whether positions are counted from a start codon, before it and behind the stop too.
  boolean hasStartCodon() {
    return this == CODING || this == RNA;
  }

  static @Nullable HgvsType of(char letter) {
    for (var type : values()) {
      if (type.letter == letter) {
        return type;
      }
    }
    return null;
  }
}
