package org.idiome.genomics.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.genomics.identity.FamilyFacts.OnContig;
import org.jspecify.annotations.Nullable;

/// Mendelian errors at the places of the [Panel], of samples that are in files of their own.
public final class PanelFamily {
  private static final int[][] ALLELES = {{0, 0}, {0, 1}, {1, 1}};

  private PanelFamily() {}

  /// Counts them where all that are given have a genotype.
  ///
  /// @param child alternate alleles by place, 0 to 2, or [Panel#MISSING]
  /// @param father null where none is compared
  /// @param mother null where none is compared
  /// @param build of the child, on which places are said
  public static FamilyFacts of(
      byte[] child, byte @Nullable [] father, byte @Nullable [] mother, GenomeBuild build) {
    var panel = Panel.shipped();
    Map<String, List<Integer>> complete = new LinkedHashMap<>();
    for (int place = 0; place < child.length; place++) {
      if (isThere(child, place) && isThere(father, place) && isThere(mother, place)) {
        complete.computeIfAbsent(panel.contig(place), _ -> new ArrayList<>()).add(place);
      }
    }
    var contigs = new ArrayList<OnContig>();
    complete.forEach((contig, places) -> {
      long informative = 0;
      long errors = 0;
      int first0 = -1;
      int last0 = -1;
      for (int place : places) {
        int[] own = ALLELES[child[place]];
        int[] ofFather = alleles(father, place);
        int[] ofMother = alleles(mother, place);
        informative += Trio.isInformative(own, ofFather, ofMother, 2) ? 1 : 0;
        if (!Trio.isPossible(own, ofFather, ofMother)) {
          errors++;
          last0 = panel.start0(place, build);
          first0 = first0 < 0 ? last0 : first0;
        }
      }
      contigs.add(
          new OnContig(new Contig(contig), places.size(), informative, errors, first0, last0));
    });
    return new FamilyFacts(
        father == null ? null : "father", mother == null ? null : "mother", contigs);
  }

  private static boolean isThere(byte @Nullable [] genotypes, int place) {
    return genotypes == null || genotypes[place] != Panel.MISSING;
  }

  private static int @Nullable [] alleles(byte @Nullable [] genotypes, int place) {
    return genotypes == null ? null : ALLELES[genotypes[place]];
  }
}
