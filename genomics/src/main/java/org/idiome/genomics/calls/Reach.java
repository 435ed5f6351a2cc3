package org.idiome.genomics.calls;

import java.util.Arrays;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.genomics.contig.Contigs;
import org.jspecify.annotations.Nullable;

/// How far records reach on each contig: one that reaches behind the end that a contig has in a
/// build was not called on that build, whatever the header or anybody says.
///
/// Chromosomes of GRCh37 and GRCh38 differ in length in both directions, so that blocks of a whole
/// genome tell either from the other. One int a contig is kept.
final class Reach {
  /// A breakend may stand on the base behind the last one.
  private static final int TELOMERE_BASES = 1;

  private int[] end0 = new int[32];

  /// Takes how far the bases of a record reach.
  void take(int contig, int end) {
    if (contig >= end0.length) {
      end0 = Arrays.copyOf(end0, Math.max(contig + 1, 2 * end0.length));
    }
    end0[contig] = Math.max(end0[contig], end);
  }

  /// What contradicts a build, in words for a problem; null where nothing does.
  @Nullable String against(GenomeBuild build, FileContigs contigs, int count) {
    for (int number = 0; number < Math.min(count, end0.length); number++) {
      if (end0[number] == 0) {
        continue;
      }
      var known = Contigs.of(build, contigs.settled(number, build));
      if (known != null
          && known.isPrimary()
          && end0[number] > known.lengthBases() + TELOMERE_BASES) {
        var name = known.contig().display();
        return name + ":" + end0[number] + " behind the end " + known.lengthBases();
      }
    }
    return null;
  }
}
