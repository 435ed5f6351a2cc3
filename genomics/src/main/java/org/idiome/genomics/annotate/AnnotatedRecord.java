package org.idiome.genomics.annotate;

import java.util.List;
import org.idiome.genomics.vcf.AlleleSplitter;

/// A record with what its alternates do.
///
/// @param line the record as it is
/// @param fields what else is written of them, as fields of INFO; empty where nothing is
public record AnnotatedRecord(
    AlleleSplitter.Line line, List<AnnotatedAllele> alleles, String fields) {
  /// Copies the list.
  public AnnotatedRecord {
    alleles = List.copyOf(alleles);
  }
}
