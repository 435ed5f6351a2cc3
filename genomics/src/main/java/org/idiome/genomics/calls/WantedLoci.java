package org.idiome.genomics.calls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.jspecify.annotations.Nullable;

/// The loci asked for, as stretches without overlap, fast to hold a record to.
final class WantedLoci {
  /// Stretches of one contig, over all builds: what may be wanted before the build is known.
  static final class Stretches {
    private final int[] starts;
    private final int[] ends;

    Stretches(List<Locus> loci) {
      starts = loci.stream().mapToInt(Locus::start0).toArray();
      ends = loci.stream().mapToInt(Locus::end0).toArray();
    }

    boolean touches(int start0, int end0) {
      int low = 0;
      int high = starts.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (ends[middle] > start0) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low < starts.length && starts[low] < end0;
    }
  }

  private final List<Locus> loci;
  private final Map<Contig, Stretches> byContig = new HashMap<>();

  WantedLoci(List<Locus> loci) {
    this.loci = loci;
    var all = new HashMap<Contig, List<Locus>>();
    for (var locus : loci) {
      var anyBuild = new Locus(GenomeBuild.UNKNOWN, locus.contig(), locus.start0(), locus.end0());
      all.computeIfAbsent(locus.contig(), _ -> new ArrayList<>()).add(anyBuild);
    }
    all.forEach((contig, places) -> byContig.put(contig, new Stretches(merged(places))));
  }

  /// The stretches of a contig; null where nothing is wanted there.
  @Nullable Stretches on(Contig contig) {
    return byContig.get(contig);
  }

  /// The loci of a build, sorted, those that overlap or touch as one.
  List<Locus> of(GenomeBuild build) {
    return merged(loci.stream().filter(locus -> locus.build() == build).toList());
  }

  private static List<Locus> merged(List<Locus> loci) {
    var merged = new ArrayList<Locus>();
    for (var locus : new TreeSet<>(loci)) {
      var last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && last.contig().equals(locus.contig()) && locus.start0() <= last.end0()) {
        merged.removeLast();
        merged.add(
            new Locus(
                last.build(), last.contig(), last.start0(), Math.max(last.end0(), locus.end0())));
      } else {
        merged.add(locus);
      }
    }
    return merged;
  }
}
