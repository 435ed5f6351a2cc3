package org.idiome.genomics.gene;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/// The transcripts of one contig by their first base. For any number of threads: each transcript is
/// made once.
final class ContigTranscripts {
  private final int[] starts0;
  private final int[] ends0;

  /// The furthest end of all up to each one: it never falls, so that it can be searched.
  private final int[] furthest0;

  private final AtomicReferenceArray<Transcript> made;
  private final IntFunction<Transcript> making;

  ContigTranscripts(List<Transcript> unsorted) {
    var transcripts = unsorted.toArray(Transcript[]::new);
    Arrays.sort(
        transcripts,
        Comparator.comparingInt(Transcript::start0)
            .thenComparingInt(Transcript::end0)
            .thenComparing(Transcript::id));
    starts0 = Arrays.stream(transcripts).mapToInt(Transcript::start0).toArray();
    ends0 = Arrays.stream(transcripts).mapToInt(Transcript::end0).toArray();
    furthest0 = ends0.clone();
    for (int i = 1; i < furthest0.length; i++) {
      furthest0[i] = Math.max(furthest0[i - 1], furthest0[i]);
    }
    made = new AtomicReferenceArray<>(transcripts);
    making = i -> transcripts[i];
  }

  /// Transcripts that are made when they are asked for.
  ///
  /// @param furthest0 the furthest end of all up to each one
  ContigTranscripts(int[] starts0, int[] ends0, int[] furthest0, IntFunction<Transcript> making) {
    this.starts0 = starts0;
    this.ends0 = ends0;
    this.furthest0 = furthest0;
    this.made = new AtomicReferenceArray<>(starts0.length);
    this.making = making;
  }

  int count() {
    return starts0.length;
  }

  int start0(int i) {
    return starts0[i];
  }

  int end0(int i) {
    return ends0[i];
  }

  int furthest0(int i) {
    return furthest0[i];
  }

  /// @throws org.idiome.core.problem.BadInputException where its file is damaged
  Transcript transcript(int i) {
    var known = made.get(i);
    if (known != null) {
      return known;
    }
    made.compareAndSet(i, null, making.apply(i));
    return made.get(i);
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
