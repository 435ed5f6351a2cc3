package org.idiome.core.genome;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;

/// A replacement of reference bases by others, trimmed: the form that needs no reference sequence.
///
/// Common suffix, then common prefix, are cut off; either side may become empty. Left-alignment and
/// the VRS identifier need the sequence and are aliases, not the key.
///
/// @param start0 first reference base that changes, 0-based; for an insertion the place between
public record Allele(
    GenomeBuild build, Contig contig, int start0, String reference, String alternate)
    implements Canonical {

  /// Refuses sequences other than A, C, G, T, N in upper case, a replacement of nothing by nothing,
  /// and alleles that are not trimmed.
  public Allele {
    if (start0 < 0
        || !isSequence(reference)
        || !isSequence(alternate)
        || (reference.isEmpty() && alternate.isEmpty())) {
      throw new IllegalArgumentException("not an allele: " + reference + ">" + alternate);
    }
    if (!reference.isEmpty()
        && !alternate.isEmpty()
        && (reference.charAt(0) == alternate.charAt(0)
            || reference.charAt(reference.length() - 1)
                == alternate.charAt(alternate.length() - 1))) {
      throw new IllegalArgumentException("not trimmed: " + reference + ">" + alternate);
    }
  }

  /// Trims what a VCF record says: suffix first, then prefix.
  ///
  /// @param position1 POS of the record
  public static Allele of(
      GenomeBuild build, Contig contig, int position1, String reference, String alternate) {
    int end = 0;
    int shorter = Math.min(reference.length(), alternate.length());
    while (end < shorter
        && reference.charAt(reference.length() - 1 - end)
            == alternate.charAt(alternate.length() - 1 - end)) {
      end++;
    }
    int start = 0;
    while (start < shorter - end && reference.charAt(start) == alternate.charAt(start)) {
      start++;
    }
    return new Allele(
        build,
        contig,
        position1 - 1 + start,
        reference.substring(start, reference.length() - end),
        alternate.substring(start, alternate.length() - end));
  }

  private static boolean isSequence(String bases) {
    return bases.chars().allMatch(c -> "ACGTN".indexOf(c) >= 0);
  }

  /// Build, contig, 1-based position, reference and alternate, joined by `-`; an empty side is `.`.
  public String key() {
    return String.join(
        "-",
        build.code(),
        contig.name(),
        Integer.toString(start0 + 1),
        reference.isEmpty() ? "." : reference,
        alternate.isEmpty() ? "." : alternate);
  }

  @Override
  public Json toJson() {
    return Json.of(key());
  }
}
