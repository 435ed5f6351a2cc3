package org.idiome.genomics.calls;

import java.util.EnumMap;
import java.util.Map;
import org.idiome.core.genome.Callability;
import org.idiome.genomics.callability.Judgement;
import org.idiome.genomics.callability.Sweep;
import org.idiome.genomics.vcf.SampleFields;
import org.idiome.genomics.vcf.VcfRecord;
import org.jspecify.annotations.Nullable;

/// Counts what a file holds, record by record.
final class SampleCounter {
  private static final int NO_CONTIG = -1;

  private final Map<Callability, Long> bases = new EnumMap<>(Callability.class);
  private final Sweep<Callability> sweep =
      new Sweep<>((start0, end0, state) -> bases.merge(state, (long) end0 - start0, Long::sum));
  private int contig = NO_CONTIG;
  private boolean isSorted = true;
  private long records;
  private long snv;
  private long indel;
  private long mnv;
  private long symbolic;
  private long referenceBlocks;
  private long het;
  private long homAlt;
  private long missing;

  /// Counts a readable record by its kinds.
  void record(VcfRecord record) {
    records++;
    if (record.isReferenceOnly()) {
      referenceBlocks++;
      return;
    }
    boolean hasSnv = false;
    boolean hasIndel = false;
    boolean hasMnv = false;
    boolean hasSymbolic = false;
    for (int i = 0; i < record.alternateCount(); i++) {
      hasSymbolic |= record.alternateKind(i).isStructural();
      if (record.alternateKind(i).isSequence()) {
        long left = record.trimmed(i);
        boolean isSameLength = left >>> 32 == (left & 0xffff_ffffL);
        boolean isSingle = isSameLength && left >>> 32 == 1;
        hasSnv |= isSingle;
        hasMnv |= isSameLength && !isSingle;
        hasIndel |= !isSameLength;
      }
    }
    snv += hasSnv ? 1 : 0;
    indel += hasIndel ? 1 : 0;
    mnv += hasMnv ? 1 : 0;
    symbolic += hasSymbolic ? 1 : 0;
  }

  /// Counts a genotype.
  void genotype(SampleFields sample) {
    var genotype = sample.genotype();
    if (!sample.isReadable() || !genotype.isComplete()) {
      missing++;
    } else if (!genotype.isHomozygous()) {
      het++;
    } else if (!genotype.isReference()) {
      homAlt++;
    }
  }

  /// Adds the bases of a judgement to those of its state.
  void bases(int onContig, Judgement judgement) {
    if (onContig != contig) {
      sweep.finish();
      contig = onContig;
    }
    isSorted = isSorted && !sweep.isPast(judgement.start0());
    if (isSorted) {
      sweep.add(judgement.start0(), judgement.end0(), judgement.rank(), judgement.state());
    }
  }

  /// @param isJudged whether every record was judged, in order
  VcfSummary summary(boolean isJudged) {
    sweep.finish();
    @Nullable Map<Callability, Long> known = isSorted && isJudged ? bases : null;
    return new VcfSummary(
        records, snv, indel, mnv, symbolic, referenceBlocks, het, homAlt, missing, known);
  }
}
