package org.idiome.genomics.gene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Alignments of transcripts to the contigs (`cDNA_match` of GFF3), which RefSeq gives where one is
/// not perfect.
final class Alignments {
  private final Map<String, List<Row>> rows = new HashMap<>();

  /// A piece of an alignment.
  ///
  /// @param from first base of the transcript in it, from 1
  private record Row(String contig, int start0, int end0, int from, Difference difference) {}

  /// Takes a line; one without a target says nothing.
  void add(Feature feature) {
    var target = feature.get("Target");
    var words = target == null ? new String[0] : target.split(" ", -1);
    if (words.length < 3 || !words[1].matches("[0-9]{1,9}")) {
      return;
    }
    rows.computeIfAbsent(words[0], _ -> new ArrayList<>())
        .add(
            new Row(
                feature.contig(),
                feature.start0(),
                feature.end0(),
                Integer.parseInt(words[1]),
                difference(feature)));
  }

  /// `Gap=M185 I3 M250`: what is not M is a gap or a step of the frame.
  private static Difference difference(Feature feature) {
    var gap = feature.get("Gap");
    boolean hasGap = gap != null && gap.matches(".*[IDFR][0-9].*");
    if (hasGap || isMore(feature.get("gap_count"))) {
      return Difference.LENGTH;
    }
    return isMore(feature.get("num_mismatch")) ? Difference.BASES : Difference.NONE;
  }

  private static boolean isMore(@Nullable String count) {
    return count != null && !count.matches("0+");
  }

  /// What the alignments of a transcript to its place say; where none begins with its first base,
  /// it has bases before.
  Difference of(String id, String contig, int start0, int end0) {
    var worst = Difference.NONE;
    int first = Integer.MAX_VALUE;
    for (var row : rows.getOrDefault(id, List.of())) {
      if (row.contig().equals(contig) && row.start0() < end0 && row.end0() > start0) {
        worst = Difference.worst(worst, row.difference());
        first = Math.min(first, row.from());
      }
    }
    return first > 1 && first < Integer.MAX_VALUE ? Difference.LENGTH : worst;
  }
}
