package org.idiome.genomics.vcf;

import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Ascii;

/// What the specification asks of a sample's fields among each other.
final class PhaseChecks {
  private PhaseChecks() {}

  /// Whether the phase is stated once; other faults are of reach *field*.
  static boolean check(SampleFields sample, Diagnostics diagnostics) {
    int interval = sample.place(FormatKey.CICN);
    if (sample.hasValue(interval) && sample.place(FormatKey.CN) == SampleFields.ABSENT) {
      diagnostics.add(
          ProblemCode.VCF_FIELD_VALUE, sample.start(interval), sample.end(interval), "key", "CICN");
    }
    int list = sample.place(FormatKey.PSL);
    if (!sample.hasValue(list)) {
      return true;
    }
    checkList(sample, list, diagnostics);
    if (sample.hasValue(sample.place(FormatKey.PS))) {
      diagnostics.add(ProblemCode.VCF_PHASE_TWICE, sample.start(list), sample.end(list));
      return false;
    }
    return true;
  }

  /// An unphased allele has no phase set, and an allele without one no quality of it.
  private static void checkList(SampleFields sample, int list, Diagnostics diagnostics) {
    int quality = sample.place(FormatKey.PSQ);
    boolean hasQuality = sample.hasValue(quality);
    int from = sample.start(list);
    int qualityFrom = hasQuality ? sample.start(quality) : 0;
    var genotype = sample.genotype();
    for (int copy = 0; copy < genotype.ploidy() && from <= sample.end(list); copy++) {
      int to = Ascii.find(sample.bytes(), from, sample.end(list), ',');
      boolean hasSet = !Ascii.isMissing(sample.bytes(), from, to);
      if (hasSet && genotype.isPhaseStated(copy) && !genotype.isPhased(copy)) {
        diagnostics.add(ProblemCode.VCF_FIELD_VALUE, from, to, "key", "PSL");
      }
      from = to + 1;
      if (hasQuality && qualityFrom <= sample.end(quality)) {
        int qualityTo = Ascii.find(sample.bytes(), qualityFrom, sample.end(quality), ',');
        if (!hasSet && !Ascii.isMissing(sample.bytes(), qualityFrom, qualityTo)) {
          diagnostics.add(ProblemCode.VCF_FIELD_VALUE, qualityFrom, qualityTo, "key", "PSQ");
        }
        qualityFrom = qualityTo + 1;
      }
    }
  }
}
