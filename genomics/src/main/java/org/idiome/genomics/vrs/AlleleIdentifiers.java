package org.idiome.genomics.vrs;

import org.jspecify.annotations.Nullable;

/// Identifiers of many alleles, those of one stretch after each other: its digest is made once. For
/// one thread.
public final class AlleleIdentifiers {
  private @Nullable SequenceLocation location;
  private String digest = "";

  /// The identifier of an allele.
  public String of(VrsAllele allele) {
    if (!allele.location().equals(location)) {
      location = allele.location();
      digest = location.digest();
    }
    return allele.identifier(digest);
  }
}
