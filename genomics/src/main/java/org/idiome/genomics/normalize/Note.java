package org.idiome.genomics.normalize;

import java.util.Locale;

/// What must be known beside an allele's normal form.
public enum Note {
  /// It is no sequence of bases: `*`, symbolic, a breakend; it has no normal form.
  NOT_BASES,
  /// The contig is not in the reference; the allele is only trimmed.
  CONTIG_NOT_IN_REFERENCE,
  /// The record reaches beyond the end of the contig; nothing is said of it.
  BEYOND_CONTIG,
  /// REF is not what the reference has there; nothing is said of it.
  REFERENCE_DIFFERS,
  /// The reference has N, which matches any base; or REF has, and there is no reference.
  REFERENCE_UNKNOWN_BASE,
  /// Without a reference sequence an insertion or deletion is only trimmed, never rolled.
  NOT_ROLLED,
  /// No identifier: it is not known for certain which sequence the contig is.
  SEQUENCE_NOT_KNOWN;

  /// The word used in tables.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
