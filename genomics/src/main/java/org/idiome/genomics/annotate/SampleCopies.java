package org.idiome.genomics.annotate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.idiome.genomics.consequence.CopyChange.Copy;
import org.idiome.genomics.vcf.FormatKey;
import org.idiome.genomics.vcf.SampleFields;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;

/// On which copies a sample has the alternates of the record at hand.
///
/// PS names a set; where it does not, PGT and PID (GATK) give the phase of a call whose alleles PGT
/// has. Calls that are phased without a set share one for each contig only where the header defines
/// no set: one that a later record names would part them.
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
    if (count > 1) {
      return new Copy.Unknown();
    }
    int set = fields.place(FormatKey.PS);
    if (fields.hasValue(set)) {
      return genotype.isPhased() ? new Copy.Side(fields.text(set), side) : new Copy.Unknown();
    }
    var grouped = grouped(fields, number);
    if (grouped != null) {
      return grouped;
    }
    return hasSets || !genotype.isPhased() ? new Copy.Unknown() : new Copy.Side("", side);
  }

  /// The side in PGT, where it is one of the alleles of the genotype; null where nothing is said.
  private @Nullable Copy grouped(SampleFields fields, int number) {
    int group = fields.place(FormatKey.PID);
    int phased = fields.place(FormatKey.PGT);
    var genotype = fields.genotype();
    if (!fields.hasValue(group) || !fields.hasValue(phased)) {
      return null;
    }
    var written = fields.text(phased).split("\\|", -1);
    var alleles = new ArrayList<String>();
    for (int copy = 0; copy < genotype.ploidy(); copy++) {
      alleles.add(Integer.toString(genotype.allele(copy)));
    }
    Collections.sort(alleles);
    int side = List.of(written).indexOf(Integer.toString(number));
    return Stream.of(written).sorted().toList().equals(alleles)
        ? new Copy.Side("PID " + fields.text(group), side)
        : null;
  }
}
