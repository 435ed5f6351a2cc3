package org.idiome.genomics.identity;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.genomics.contig.PseudoautosomalRegions;
import org.idiome.genomics.rule.RuleTable;
import org.idiome.genomics.vcf.SampleFields;
import org.idiome.genomics.vcf.VcfReader;

/// Counts on X and Y for every build at once: which it is, only the end of the file tells.
final class SexTally {
  private static final Contig X = new Contig("X");
  private static final Contig Y = new Contig("Y");
  private static final int FREQUENCY_ALLELES_LEAST = rule("frequency_alleles_least");

  private long references;
  private final Map<GenomeBuild, Counts> builds = new EnumMap<>(GenomeBuild.class);

  private static int rule(String name) {
    return RuleTable.beside(SexTally.class, "sample-rules.tsv").rows().stream()
        .filter(row -> row.get("rule").equals(name))
        .findFirst()
        .orElseThrow()
        .number("value");
  }

  SexTally() {
    for (var build : GenomeBuild.values()) {
      builds.put(build, new Counts(shared(build, X), shared(build, Y)));
    }
  }

  private static List<Locus> shared(GenomeBuild build, Contig contig) {
    return PseudoautosomalRegions.all().stream()
        .filter(region -> region.build() == build && region.contig().equals(contig))
        .toList();
  }

  void reference() {
    references++;
  }

  /// A record on X.
  ///
  /// @param dosage alternate alleles of the call; -1 where it is not good enough
  void x(VcfReader reader, SampleFields sample, int dosage) {
    int start0 = reader.record().start0();
    double frequency = dosage < 0 ? Double.NaN : frequency(reader);
    for (var counts : builds.values()) {
      if (!touches(counts.sharedX, start0)) {
        counts.x(sample.genotype().ploidy(), dosage, frequency);
      }
    }
  }

  /// A record on Y.
  void y(int start0, boolean isCalled) {
    for (var counts : builds.values()) {
      if (!touches(counts.sharedY, start0)) {
        counts.yCalled += isCalled ? 1 : 0;
        counts.yNoCall += isCalled ? 0 : 1;
      }
    }
  }

  /// The frequency that the file states of the alternate, where it was counted in enough people to
  /// be a population's and not the sample's own.
  private static double frequency(VcfReader reader) {
    var alleles = reader.info("AN");
    var frequencies = reader.info("AF");
    if (alleles.size() != 1 || frequencies.size() != 1) {
      return Double.NaN;
    }
    double frequency = number(frequencies.getFirst());
    boolean isUsable =
        number(alleles.getFirst()) >= FREQUENCY_ALLELES_LEAST && frequency > 0 && frequency < 1;
    return isUsable ? frequency : Double.NaN;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static boolean touches(List<Locus> regions, int start0) {
    for (var region : regions) {
      if (start0 >= region.start0() && start0 < region.end0()) {
        return true;
      }
    }
    return false;
  }

  SexFacts facts(GenomeBuild build) {
    var counts = builds.getOrDefault(build, new Counts(List.of(), List.of()));
    return new SexFacts(
        references,
        counts.xHet,
        counts.xHomAlt,
        counts.xReference,
        counts.xOneCopy,
        counts.xNoCall,
        new Homozygosity(counts.sites, counts.homozygous, counts.expected),
        counts.siteReferences,
        counts.yCalled,
        counts.yNoCall);
  }

  /// What would be counted if the file were on one build.
  private static final class Counts {
    private final List<Locus> sharedX;
    private final List<Locus> sharedY;
    private long xHet;
    private long xHomAlt;
    private long xReference;
    private long xOneCopy;
    private long xNoCall;
    private int sites;
    private int homozygous;
    private double expected;
    private long siteReferences;
    private long yCalled;
    private long yNoCall;

    Counts(List<Locus> sharedX, List<Locus> sharedY) {
      this.sharedX = sharedX;
      this.sharedY = sharedY;
    }

    void x(int ploidy, int dosage, double frequency) {
      if (dosage < 0 || ploidy > 2) {
        xNoCall++;
        return;
      }
      if (ploidy == 1) {
        xOneCopy++;
        return;
      }
      switch (dosage) {
        case 0 -> xReference++;
        case 1 -> xHet++;
        default -> xHomAlt++;
      }
      if (!Double.isNaN(frequency)) {
        sites++;
        homozygous += dosage == 1 ? 0 : 1;
        siteReferences += dosage == 0 ? 1 : 0;
        expected += Homozygosity.expected(frequency);
      }
    }
  }
}
