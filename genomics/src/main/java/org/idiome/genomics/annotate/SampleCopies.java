package org.idiome.genomics.annotate;

import org.idiome.genomics.consequence.CopyChange.Copy;
import org.idiome.genomics.vcf.FormatKey;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;

/// On which copies a sample has the alternates of the record at hand.
///
/// Calls that are phased without a set share one for each contig only where the header defines no
/// set: one that a later record names would part them.
final class SampleCopies {
  private final VcfReader reader;
  private final int sample;
  private final boolean hasSets;

  SampleCopies(VcfReader reader, int sample) {
    this.reader = reader;
    this.sample = sample;
    this.hasSets =
        reader.header().metaLines().stream()
            .anyMatch(line ->
                line.startsWith("##FORMAT=<ID=PS,") || line.startsWith("##FORMAT=<ID=PID,"));
  }

  /// The copy of an alternate; null where the sample is not known to have it.
  ///
  /// @param number its place in ALT, from 1
  @Nullable Copy of(int number) {
    var fields = reader.sample(sample);
    if (!fields.isReadable()
        || !fields.hasGenotype()
        || !reader.failedSampleFilters(fields).isEmpty()) {
      return null;
    }
    var genotype = fields.genotype();
    int count = 0;
    int side = -1;
    for (int copy = 0; copy < genotype.ploidy(); copy++) {
      if (genotype.allele(copy) == number) {
        count++;
        side = copy;
      }
    }
    if (count == 0) {
      return null;
    }
    if (count == genotype.ploidy()) {
      return new Copy.Every();
    }
    if (count > 1 || !genotype.isPhased()) {
      return new Copy.Unknown();
    }
    int set = fields.place(FormatKey.PS);
    if (fields.hasValue(set)) {
      return new Copy.Side(fields.text(set), side);
    }
    return hasSets ? new Copy.Unknown() : new Copy.Side("", side);
  }
}
