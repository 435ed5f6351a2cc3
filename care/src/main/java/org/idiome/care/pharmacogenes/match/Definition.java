package org.idiome.care.pharmacogenes.match;

/// The named alleles of a gene by its positions.
///
/// A cell is a set of bases as bits; without a bit it is blank. A blank takes the base of the
/// reference allele, and where that is itself several bases or blank, the genome's reference.
public final class Definition {
  /// The bit of the genome's reference base.
  public static final int REFERENCE_BASE = 1;

  private final int alleles;
  private final int positions;
  private final int reference;
  private final int[] stated;

  /// @param reference index of the allele whose row fills blanks
  /// @param stated what the definition states, row-major, one int a cell; copied
  public Definition(int alleles, int positions, int reference, int[] stated) {
    if (stated.length != alleles * positions || reference < 0 || reference >= alleles) {
      throw new IllegalArgumentException("no table of " + alleles + " by " + positions);
    }
    this.alleles = alleles;
    this.positions = positions;
    this.reference = reference;
    this.stated = stated.clone();
  }

  /// Number of named alleles.
  public int alleles() {
    return alleles;
  }

  /// Number of positions.
  public int positions() {
    return positions;
  }

  /// Index of the allele whose row fills blanks.
  public int reference() {
    return reference;
  }

  /// What the definition states; 0 where it is blank.
  public int stated(int allele, int position) {
    return stated[allele * positions + position];
  }

  /// What the allele admits, blanks filled.
  public int admitted(int allele, int position) {
    int own = stated(allele, position);
    if (own != 0) {
      return own;
    }
    int filling = stated(reference, position);
    return Integer.bitCount(filling) == 1 ? filling : REFERENCE_BASE;
  }

  /// Whether the allele differs here from the reference allele.
  public boolean isVariant(int allele, int position) {
    int own = stated(allele, position);
    return own != 0 && (own & admitted(reference, position)) == 0;
  }
}
