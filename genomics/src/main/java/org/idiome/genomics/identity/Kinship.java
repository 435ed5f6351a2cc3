package org.idiome.genomics.identity;

/// How two samples share their alleles at the places where both have a genotype.
///
/// KING-robust between families (Manichaikul 2010, doi:10.1093/bioinformatics/btq559, equation 11):
/// `phi = (N_AaAa - 2 N_AAaa) / (2 min(h_i, h_j)) + 1/2 - (h_i + h_j) / (4 min(h_i, h_j))`. It
/// needs places that both were looked at whatever was found there: where only variants are listed,
/// `N_AAaa` cannot be seen and phi is not what it says.
///
/// @param sites where both have a genotype
/// @param bothHet `N_AaAa`
/// @param oppositeHom `N_AAaa`: homozygous for different alleles
/// @param firstHet heterozygous in the first
/// @param secondHet heterozygous in the second
/// @param bothCarry with an alternate allele in both
/// @param bothCarrySame of them with the same genotype
public record Kinship(
    int sites,
    int bothHet,
    int oppositeHom,
    int firstHet,
    int secondHet,
    int bothCarry,
    int bothCarrySame) {

  /// Over columns of equal length: alternate alleles, 0 to 2, or [Panel#MISSING].
  public static Kinship of(byte[] first, byte[] second) {
    int sites = 0;
    int bothHet = 0;
    int oppositeHom = 0;
    int firstHet = 0;
    int secondHet = 0;
    int bothCarry = 0;
    int bothCarrySame = 0;
    for (int i = 0; i < first.length; i++) {
      int a = first[i];
      int b = second[i];
      if (a == Panel.MISSING || b == Panel.MISSING) {
        continue;
      }
      sites++;
      firstHet += a == 1 ? 1 : 0;
      secondHet += b == 1 ? 1 : 0;
      bothHet += a == 1 && b == 1 ? 1 : 0;
      oppositeHom += Math.abs(a - b) == 2 ? 1 : 0;
      boolean carry = a > 0 && b > 0;
      bothCarry += carry ? 1 : 0;
      bothCarrySame += carry && a == b ? 1 : 0;
    }
    return new Kinship(sites, bothHet, oppositeHom, firstHet, secondHet, bothCarry, bothCarrySame);
  }

  /// The kinship coefficient: one half for the same person or a twin; NaN where one of the two has
  /// no heterozygous place.
  public double phi() {
    int least = Math.min(firstHet, secondHet);
    if (least == 0) {
      return Double.NaN;
    }
    return (bothHet - 2.0 * oppositeHom) / (2.0 * least)
        + 0.5
        - (firstHet + secondHet) / (4.0 * least);
  }

  /// Of the places where both carry an alternate allele, the share with the same genotype; NaN
  /// where there is none.
  public double sameShare() {
    return bothCarry == 0 ? Double.NaN : (double) bothCarrySame / bothCarry;
  }
}
