package org.idiome.genomics.annotate;

import java.util.List;
import org.idiome.genomics.vcf.AlleleSplitter;

/// A record with what its alternates do.
///
/// @param line the record as it is
public record AnnotatedRecord(AlleleSplitter.Line line, List<AnnotatedAllele> alleles) {
  /// Copies the list.
  public AnnotatedRecord {
    alleles = List.copyOf(alleles);
  }
}
