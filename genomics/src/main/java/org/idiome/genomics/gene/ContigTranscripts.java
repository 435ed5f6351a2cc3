package org.idiome.genomics.gene;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The transcripts of one contig by their first base.
final class ContigTranscripts {
  private final Transcript[] transcripts;

  /// The furthest end of all up to each one: it never falls, so that it can be searched.
  private final int[] furthest0;

  ContigTranscripts(List<Transcript> unsorted) {
    transcripts = unsorted.toArray(Transcript[]::new);
    Arrays.sort(
        transcripts,
        Comparator.comparingInt(Transcript::start0)
            .thenComparingInt(Transcript::end0)
            .thenComparing(Transcript::id));
    furthest0 = new int[transcripts.length];
    int furthest = 0;
    for (int i = 0; i < transcripts.length; i++) {
      furthest = Math.max(furthest, transcripts[i].end0());
      furthest0[i] = furthest;
    }
  }

  int count() {
    return transcripts.length;
  }

  Transcript transcript(int i) {
    return transcripts[i];
  }

  /// The first one that may reach beyond a place.
  int first(int start0) {
    int low = 0;
    int high = furthest0.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (furthest0[middle] > start0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
