package org.idiome.genomics.identity;

import org.idiome.core.genome.Callability;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.genomics.callability.CallJudge;
import org.idiome.genomics.callability.CallRules;
import org.idiome.genomics.vcf.SampleFields;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;

/// Gathers what one sample of a file shows of whose it is, record by record.
///
/// Of a record on an autosome that touches no place of the panel only the place is looked at; a
/// record that counts is judged as any other call is.
public final class SampleTally {
  private static final int NOT_GOOD_ENOUGH = -1;

  private final CallJudge judge = new CallJudge(CallRules.DEFAULT);
  private final SexTally sex = new SexTally();
  private final PanelTally panel = new PanelTally();
  private @Nullable Contig contig;
  private Region region = Region.OTHER;

  /// Takes the record at hand.
  ///
  /// @param sample what it says of the sample
  /// @param on the contig by the assembly's name
  public void take(VcfReader reader, SampleFields sample, Contig on) {
    if (!on.equals(contig)) {
      contig = on;
      region = Region.of(on);
      panel.contig(region == Region.AUTOSOME ? on.name() : "");
    }
    if (sample.genotype().isReference()) {
      sex.reference();
    }
    switch (region) {
      case AUTOSOME -> autosome(reader, sample);
      case X -> x(reader, sample);
      case Y -> y(reader, sample);
      case OTHER -> {}
    }
  }

  private void autosome(VcfReader reader, SampleFields sample) {
    var record = reader.record();
    boolean isReference = record.isReferenceOnly();
    int end0 = isReference ? reader.blockEnd0(sample) : record.start0() + 1;
    if (!panel.touches(record.start0(), end0) || sample.genotype().ploidy() != 2) {
      return;
    }
    int single = isReference ? -1 : SingleBase.of(record);
    int dosage = isReference || single >= 0 ? dosage(reader, sample, single) : NOT_GOOD_ENOUGH;
    if (dosage >= 0) {
      panel.take(reader, sample, single, dosage);
    }
  }

  private void x(VcfReader reader, SampleFields sample) {
    int single = SingleBase.of(reader.record());
    if (single >= 0) {
      sex.x(reader, sample, dosage(reader, sample, single));
    }
  }

  private void y(VcfReader reader, SampleFields sample) {
    var record = reader.record();
    if (!record.isReferenceOnly()) {
      sex.y(record.start0(), isCalled(reader, sample));
    }
  }

  private int dosage(VcfReader reader, SampleFields sample, int single) {
    return isCalled(reader, sample)
        ? SingleBase.dosage(sample.genotype(), single)
        : NOT_GOOD_ENOUGH;
  }

  private boolean isCalled(VcfReader reader, SampleFields sample) {
    var state = judge.judge(reader, sample).state();
    return state == Callability.CALLED_VARIANT || state == Callability.CALLED_REFERENCE;
  }

  /// What was gathered, for the build that the file turned out to be on.
  public SampleFacts facts(GenomeBuild build, @Nullable FamilyFacts family) {
    return new SampleFacts(sex.facts(build), panel.text(build), family);
  }
}
