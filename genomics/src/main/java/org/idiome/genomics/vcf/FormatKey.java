package org.idiome.genomics.vcf;

/// Keys of FORMAT that the reading of calls looks at; their places are found once for a layout.
public enum FormatKey {
  /// Genotype.
  GT,
  /// Reads by allele.
  AD,
  /// Confidence interval of the copy number.
  CICN,
  /// Copy number.
  CN,
  /// Reads.
  DP,
  /// Filters of this sample.
  FT,
  /// Quality of the genotype.
  GQ,
  /// The smaller of two genotype qualities (Strelka, gvcftools).
  GQX,
  /// Alternates that the sample uses (4.5).
  LAA,
  /// Length of a reference block (4.5).
  LEN,
  /// Fewest reads within a reference block (GATK).
  MIN_DP,
  /// Genotype within a phasing group (GATK).
  PGT,
  /// Name of a phasing group (GATK).
  PID,
  /// Phase set.
  PS,
  /// Phase sets by allele (4.4).
  PSL,
  /// Qualities of phase sets by allele (4.4).
  PSQ,
  /// Quality of a reference genotype (GATK).
  RGQ
}
