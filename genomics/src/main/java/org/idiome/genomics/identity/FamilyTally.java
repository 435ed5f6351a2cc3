package org.idiome.genomics.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.genome.Callability;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.genomics.callability.CallJudge;
import org.idiome.genomics.callability.CallRules;
import org.idiome.genomics.contig.PseudoautosomalRegions;
import org.idiome.genomics.identity.FamilyFacts.OnContig;
import org.idiome.genomics.vcf.AlleleKind;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.genomics.vcf.VcfRecord;
import org.jspecify.annotations.Nullable;

/// Counts where a child's alleles cannot be those of its parents, record by record.
///
/// Only records of bases count, where child and parents all have a call that is good enough. X and
/// Y count outside of the pseudoautosomal regions of every build, so that no build need be known.
public final class FamilyTally {
  private static final int[] NO_CALL = {};

  private final CallJudge judge = new CallJudge(CallRules.DEFAULT);
  private final Family family;
  private final int child;
  private final int father;
  private final int mother;
  private final Map<Contig, Counts> contigs = new HashMap<>();

  private FamilyTally(Family family, int child, int father, int mother) {
    this.family = family;
    this.child = child;
    this.father = father;
    this.mother = mother;
  }

  /// For the samples of a file, or null where no parent is among them.
  ///
  /// @param child place of the child's sample
  public static @Nullable FamilyTally of(@Nullable Family family, List<String> samples, int child) {
    if (family == null) {
      return null;
    }
    int father = family.father() == null ? -1 : samples.indexOf(family.father());
    int mother = family.mother() == null ? -1 : samples.indexOf(family.mother());
    boolean isSelf = father == child || mother == child || (father == mother && father >= 0);
    return isSelf || (father < 0 && mother < 0)
        ? null
        : new FamilyTally(family, child, father, mother);
  }

  /// Takes the record at hand. The fields of its samples are read anew: what was read of one before
  /// no longer holds.
  public void take(VcfReader reader, Contig contig) {
    var region = Region.of(contig);
    var record = reader.record();
    if (region == Region.OTHER || record.isReferenceOnly() || !isOfBases(record)) {
      return;
    }
    int[] own = alleles(reader, child);
    // A son has his X of his mother and his Y of his father alone.
    boolean isSon = Boolean.TRUE.equals(family.isSon());
    boolean asksFather = father >= 0 && !(region == Region.X && isSon);
    boolean asksMother = mother >= 0 && region != Region.Y;
    int[] ofFather = asksFather ? alleles(reader, father) : null;
    int[] ofMother = asksMother ? alleles(reader, mother) : null;
    if (own.length == 0 || isMissing(ofFather) || isMissing(ofMother)) {
      return;
    }
    var counts = contigs.computeIfAbsent(contig, _ -> new Counts());
    int alleles = listed(record);
    switch (region) {
      case AUTOSOME -> autosome(counts, record.start0(), alleles, own, ofFather, ofMother);
      case X -> x(counts, record.start0(), alleles, own, ofFather, ofMother);
      case Y -> y(counts, record.start0(), own, ofFather);
      case OTHER -> {}
    }
  }

  private static void autosome(
      Counts counts,
      int start0,
      int alleles,
      int[] own,
      int @Nullable [] ofFather,
      int @Nullable [] ofMother) {
    if (own.length == 2) {
      counts.add(
          start0,
          Trio.isInformative(own, ofFather, ofMother, alleles),
          Trio.isPossible(own, ofFather, ofMother));
    }
  }

  private void x(
      Counts counts,
      int start0,
      int alleles,
      int[] own,
      int @Nullable [] ofFather,
      int @Nullable [] ofMother) {
    var isSon = family.isSon();
    if (isSon == null || isShared("X", start0)) {
      return;
    }
    int[] given = ofFather == null ? null : oneCopy(ofFather);
    if (isSon) {
      int[] one = oneCopy(own);
      if (one.length == 1 && ofMother != null) {
        counts.add(
            start0,
            Trio.isInformative(one, null, ofMother, alleles),
            Trio.isPossibleX(one[0], ofMother));
      }
    } else if (own.length == 2 && !isMissing(given)) {
      counts.add(
          start0,
          Trio.isInformative(own, given, ofMother, alleles),
          Trio.isPossible(own, given, ofMother));
    }
  }

  private void y(Counts counts, int start0, int[] own, int @Nullable [] ofFather) {
    boolean isSon = Boolean.TRUE.equals(family.isSon());
    if (!isSon || ofFather == null || isShared("Y", start0)) {
      return;
    }
    int[] one = oneCopy(own);
    int[] his = oneCopy(ofFather);
    if (one.length == 1 && his.length == 1) {
      counts.add(start0, one[0] > 0 || his[0] > 0, one[0] == his[0]);
    }
  }

  /// One allele where only one is there; none where two different ones were written.
  private static int[] oneCopy(int[] alleles) {
    if (alleles.length == 1) {
      return alleles;
    }
    return alleles.length == 2 && alleles[0] == alleles[1] ? new int[] {alleles[0]} : NO_CALL;
  }

  private static boolean isShared(String contig, int start0) {
    for (Locus region : PseudoautosomalRegions.all()) {
      if (region.contig().name().equals(contig)
          && start0 >= region.start0()
          && start0 < region.end0()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfBases(VcfRecord record) {
    for (int i = 0; i < record.alternateCount(); i++) {
      var kind = record.alternateKind(i);
      if (kind != AlleleKind.BASES && kind != AlleleKind.UNSPECIFIED) {
        return false;
      }
    }
    return true;
  }

  /// How many alleles a record names, that of the reference among them.
  private static int listed(VcfRecord record) {
    int listed = 1;
    for (int i = 0; i < record.alternateCount(); i++) {
      listed += record.alternateKind(i) == AlleleKind.BASES ? 1 : 0;
    }
    return listed;
  }

  private static boolean isMissing(int @Nullable [] alleles) {
    return alleles != null && alleles.length == 0;
  }

  private int[] alleles(VcfReader reader, int place) {
    var sample = reader.sample(place);
    var state = judge.judge(reader, sample).state();
    boolean isCalled = state == Callability.CALLED_VARIANT || state == Callability.CALLED_REFERENCE;
    int ploidy = sample.genotype().ploidy();
    return isCalled && (ploidy == 1 || ploidy == 2) ? sample.genotype().alleles() : NO_CALL;
  }

  /// What was gathered; null where the file is on no known build.
  public @Nullable FamilyFacts facts(GenomeBuild build) {
    if (build == GenomeBuild.UNKNOWN) {
      return null;
    }
    var all = new ArrayList<OnContig>();
    contigs.forEach((contig, counts) -> all.add(counts.on(contig)));
    all.sort(Comparator.comparing(OnContig::contig));
    return new FamilyFacts(
        father < 0 ? null : family.father(), mother < 0 ? null : family.mother(), all);
  }

  /// Of one contig.
  private static final class Counts {
    private long complete;
    private long informative;
    private long errors;
    private int first0;
    private int last0;

    void add(int start0, boolean isInformative, boolean isPossible) {
      complete++;
      informative += isInformative ? 1 : 0;
      if (!isPossible) {
        first0 = errors == 0 ? start0 : Math.min(first0, start0);
        last0 = errors == 0 ? start0 : Math.max(last0, start0);
        errors++;
      }
    }

    OnContig on(Contig contig) {
      return new OnContig(contig, complete, informative, errors, first0, last0);
    }
  }
}
