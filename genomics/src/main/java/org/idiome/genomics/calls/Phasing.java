package org.idiome.genomics.calls;

import java.util.Arrays;
import org.idiome.core.genome.Genotype;
import org.idiome.genomics.vcf.FormatKey;
import org.idiome.genomics.vcf.SampleFields;
import org.jspecify.annotations.Nullable;

/// Which calls of a sample are phased to each other.
///
/// PS names a set within a contig. Calls that are phased without one share one set per contig, but
/// only where no call of the sample names a set by PS or PID. PGT and PID give the phase of a call
/// without PS where PGT has the alleles of the genotype. A call of one allele alone is in phase
/// with everything and names no set. Any other call is unphased: its set is not known.
final class Phasing {
  private boolean hasSets;

  /// @param hasSets whether a call that will not be seen names a set
  Phasing(boolean hasSets) {
    this.hasSets = hasSets;
  }

  boolean hasSets() {
    return hasSets;
  }

  /// Looks at a genotype, also of a record that is passed over.
  void see(SampleFields sample) {
    hasSets =
        hasSets
            || sample.hasValue(sample.place(FormatKey.PS))
            || sample.hasValue(sample.place(FormatKey.PID));
  }

  Genotype genotype(DraftCall draft, String contig) {
    var written = draft.written();
    var alleles = alleles(written);
    if (Arrays.stream(alleles).distinct().count() <= 1) {
      return written;
    }
    if (draft.phaseSet() != null && written.isPhased()) {
      return Genotype.of(alleles, true, contig + ":" + draft.phaseSet());
    }
    var grouped = draft.phaseSet() == null ? grouped(draft, contig) : null;
    if (grouped != null) {
      return grouped;
    }
    return written.isPhased() && !hasSets
        ? Genotype.of(alleles, true, contig)
        : Genotype.of(alleles, false, null);
  }

  private static int[] alleles(Genotype genotype) {
    var alleles = new int[genotype.ploidy()];
    for (int i = 0; i < alleles.length; i++) {
      alleles[i] = genotype.isMissing(i) ? -1 : genotype.allele(i);
    }
    return alleles;
  }

  /// The genotype of PGT, where it is a phased one of the same alleles.
  private static @Nullable Genotype grouped(DraftCall draft, String contig) {
    if (draft.group() == null) {
      return null;
    }
    int space = draft.group().indexOf(' ');
    var parts = draft.group().substring(0, space).split("\\|", -1);
    var alleles = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].length() != 1 || !Character.isDigit(parts[i].charAt(0))) {
        return null;
      }
      alleles[i] = parts[i].charAt(0) - '0';
    }
    return Arrays.equals(sorted(alleles), sorted(alleles(draft.written())))
        ? Genotype.of(alleles, true, contig + ":" + draft.group().substring(space + 1))
        : null;
  }

  private static int[] sorted(int[] alleles) {
    var copy = alleles.clone();
    Arrays.sort(copy);
    return copy;
  }
}
