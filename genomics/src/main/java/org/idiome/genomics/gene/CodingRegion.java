package org.idiome.genomics.gene;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The part of a transcript that is translated, the stop codon included.
///
/// It is read piece by piece. Usually the pieces follow each other without a gap; where the
/// ribosome slips, bases between two are read twice or not at all.
public final class CodingRegion {
  private final int[] starts;
  private final int[] ends;
  private final int skip;
  private final boolean isStartKnown;
  private final boolean isEndKnown;
  private final int[] selenocysteines;
  private final @Nullable String protein;

  CodingRegion(
      int[][] pieces,
      int skip,
      boolean isStartKnown,
      boolean isEndKnown,
      int[] selenocysteines,
      @Nullable String protein) {
    this.starts = pieces[0];
    this.ends = pieces[1];
    this.skip = skip;
    this.isStartKnown = isStartKnown;
    this.isEndKnown = isEndKnown;
    this.selenocysteines = selenocysteines;
    this.protein = protein;
  }

  /// How many pieces there are.
  public int pieces() {
    return starts.length;
  }

  /// First base of a piece, counted in the transcript from 0.
  public int pieceStart(int piece) {
    return starts[piece];
  }

  /// Behind the last base of a piece.
  public int pieceEnd(int piece) {
    return ends[piece];
  }

  /// First base of the region, counted in the transcript from 0.
  public int start() {
    return starts[0];
  }

  /// Behind its last base.
  public int end() {
    return ends[ends.length - 1];
  }

  /// How many bases are read.
  public int lengthBases() {
    int length = 0;
    for (int i = 0; i < starts.length; i++) {
      length += ends[i] - starts[i];
    }
    return length;
  }

  /// How many bases stand before the first whole codon; 0, 1 or 2.
  public int skip() {
    return skip;
  }

  /// Whether it begins with a start codon as far as the file says.
  public boolean isStartKnown() {
    return isStartKnown;
  }

  /// Whether it ends with a stop codon as far as the file says.
  public boolean isEndKnown() {
    return isEndKnown;
  }

  /// Whether a codon that begins at this base of the transcript is read as selenocysteine.
  public boolean isSelenocysteine(int at) {
    return Arrays.binarySearch(selenocysteines, at) >= 0;
  }

  /// First bases of the codons that are read as selenocysteine, sorted.
  int[] selenocysteines() {
    return selenocysteines.clone();
  }

  /// The accession of the protein, or null.
  public @Nullable String protein() {
    return protein;
  }
}
