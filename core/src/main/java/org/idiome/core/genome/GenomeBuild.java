package org.idiome.core.genome;

/// A human reference assembly.
public enum GenomeBuild {
  /// Genome Reference Consortium build 37 (hg19, b37, hs37d5).
  GRCH37("GRCh37"),
  /// Genome Reference Consortium build 38 (hg38).
  GRCH38("GRCh38"),
  /// Telomere-to-telomere CHM13 version 2.0.
  T2T_CHM13V2("T2T-CHM13v2.0"),
  /// Nothing told which.
  UNKNOWN("unknown");

  private final String code;

  GenomeBuild(String code) {
    this.code = code;
  }

  /// The assembly's name as its publisher writes it.
  public String code() {
    return code;
  }
}
