package org.idiome.genomics.identity;

/// Observed and expected homozygous genotypes, and the inbreeding coefficient F that compares them.
///
/// `F = (O - E) / (n - E)`, `E = Σ 1 - 2p(1 - p)` over the `n` sites with a genotype. About 1 where
/// one copy alone is there, about 0 where two are (Purcell 2007, doi:10.1086/519795; the estimate
/// without the small-sample term of PLINK's `--check-sex`).
///
/// @param sites with a genotype and a frequency
/// @param observed of them homozygous
/// @param expected of them homozygous under Hardy-Weinberg proportions
public record Homozygosity(int sites, int observed, double expected) {
  /// The expected share of homozygous genotypes at one site.
  ///
  /// @param frequency of one of two alleles, 0 to 1
  public static double expected(double frequency) {
    return 1 - 2 * frequency * (1 - frequency);
  }

  /// Over columns of equal length.
  ///
  /// @param genotypes alternate alleles, 0 to 2, or [Panel#MISSING]
  /// @param frequencies of the alternate alleles
  public static Homozygosity of(byte[] genotypes, double[] frequencies) {
    int sites = 0;
    int observed = 0;
    double expected = 0;
    for (int i = 0; i < genotypes.length; i++) {
      if (genotypes[i] != Panel.MISSING) {
        sites++;
        observed += genotypes[i] == 1 ? 0 : 1;
        expected += expected(frequencies[i]);
      }
    }
    return new Homozygosity(sites, observed, expected);
  }

  /// F; NaN where no site could be anything but homozygous.
  public double f() {
    double open = sites - expected;
    return open > 0 ? (observed - expected) / open : Double.NaN;
  }
}
