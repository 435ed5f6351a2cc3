package org.idiome.genomics.vcf;

/// What an ALT allele is, by how it is written (VCF 4.5, section 1.6.1.5).
public enum AlleleKind {
  /// Bases.
  BASES,
  /// `*`: no base here because of an overlapping deletion.
  MISSING_BY_DELETION,
  /// `<*>` or `<NON_REF>`: any allele that is not listed.
  UNSPECIFIED,
  /// `<ID>`, such as `<DEL>`.
  SYMBOLIC,
  /// `t[p[` and its like: a join to another place.
  BREAKEND,
  /// `.t` or `t.`: a join to an unknown place.
  SINGLE_BREAKEND,
  /// `<ID>t` or `t<ID>`: a join to a contig of an assembly file.
  ASSEMBLY_BREAKEND;

  /// Whether it replaces bases by bases.
  public boolean isSequence() {
    return this == BASES;
  }

  /// Whether it is a structural change: symbolic or a breakend.
  public boolean isStructural() {
    return compareTo(SYMBOLIC) >= 0;
  }
}
