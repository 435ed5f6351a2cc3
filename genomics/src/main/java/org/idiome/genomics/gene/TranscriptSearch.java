package org.idiome.genomics.gene;

import org.jspecify.annotations.Nullable;

/// Steps through the transcripts over a stretch; nothing is allocated. For one thread.
public final class TranscriptSearch {
  private final GeneModels models;
  private String asked = "";
  private @Nullable ContigTranscripts found;
  private int at;
  private int start0;
  private int end0;

  TranscriptSearch(GeneModels models) {
    this.models = models;
  }

  /// Begins anew: transcripts that have a base in the stretch, in the order of their first base.
  ///
  /// @param contig by any name
  public void over(String contig, int start0, int end0) {
    if (!contig.equals(asked)) {
      asked = contig;
      found = models.on(contig);
    }
    this.start0 = start0;
    this.end0 = end0;
    this.at = found == null ? 0 : found.first(start0);
  }

  /// The next one, or null.
  public @Nullable Transcript next() {
    var all = found;
    if (all == null) {
      return null;
    }
    while (at < all.count() && all.start0(at) < end0) {
      int i = at++;
      if (all.end0(i) > start0) {
        return all.transcript(i);
      }
    }
    return null;
  }
}
