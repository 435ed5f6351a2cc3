package org.idiome.genomics.hgvs;

/// A place in a sequence.
public sealed interface HgvsPosition {
  /// Nobody knows: `?`.
  record Unknown() implements HgvsPosition {
    @Override
    public String toString() {
      return "?";
    }
  }

  /// A base.
  ///
  /// @param isBehindStop whether it is counted from the stop codon, `*1`
  /// @param base from 1; below 0 before the start codon
  /// @param offset into the intron beside the base, `+` behind and `-` before it; 0 for none
  record Base(boolean isBehindStop, int base, int offset) implements HgvsPosition {
    @Override
    public String toString() {
      return (isBehindStop ? "*" : "")
          + base
          + (offset > 0 ? "+" : "")
          + (offset == 0 ? "" : offset);
    }
  }

  /// A residue.
  ///
  /// @param residue letter; `*` for the stop
  /// @param number from 1
  record Residue(char residue, int number) implements HgvsPosition {
    @Override
    public String toString() {
      return AminoAcids.name(residue) + number;
    }
  }
}
