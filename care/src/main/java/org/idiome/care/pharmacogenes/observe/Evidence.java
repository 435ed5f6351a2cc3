package org.idiome.care.pharmacogenes.observe;

import java.util.List;
import org.idiome.core.source.SourceRow;

/// A row that a site rests on, and the genotype that it was read as.
///
/// @param genome index of the sample among those of the person
/// @param genotype as bases, `G/A`; for a stretch of reference its state
public record Evidence(int genome, SourceRow row, String genotype) {
  static List<Evidence> of(int genome, List<SourceRow> rows, String genotype) {
    return rows.stream().map(row -> new Evidence(genome, row, genotype)).toList();
  }
}
