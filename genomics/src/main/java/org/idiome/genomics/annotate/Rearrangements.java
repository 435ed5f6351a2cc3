package org.idiome.genomics.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.genomics.consequence.Cut;
import org.idiome.genomics.consequence.Join;
import org.idiome.genomics.consequence.StructuralChange;
import org.idiome.genomics.gene.Difference;
import org.idiome.genomics.gene.Gene;
import org.idiome.genomics.gene.GeneModels;
import org.idiome.genomics.gene.Transcript;
import org.jspecify.annotations.Nullable;

/// Tells which exons a structural change puts next to each other, and whether the frame is kept.
///
/// A join reads through from one transcript into another where one keeps its begin and the other
/// its end. Cuts in introns join the last whole exon before to the first whole exon behind; the
/// frame is kept where as many bases of a codon stand before the one junction as before the other
/// (as for deletions of exons: Monaco 1988, doi:10.1016/0888-7543(88)90113-9). Cuts in exons join
/// their bases. Exons are written as in Wagner 2023 (gene fusion specification).
final class Rearrangements {
  private static final int CODON = 3;

  private final GeneModels models;

  Rearrangements(GeneModels models) {
    this.models = models;
  }

  /// Where a cut is in a transcript.
  ///
  /// @param exon the exon that is cut; of an intron the one before it; from 0
  /// @param isIntron whether it is in the intron behind the exon
  /// @param at place in the transcript of a cut of an exon, of an intron behind the exon before it
  private record Spot(int exon, boolean isIntron, int at) {}

  /// What the joins of a change do to a transcript, in words; none where they do not cut it.
  List<String> of(Transcript transcript, StructuralChange change) {
    var words = new ArrayList<String>();
    for (var join : change.joins()) {
      add(words, transcript, join);
      if (change.kind() != StructuralChange.Kind.CUT) {
        add(words, transcript, join.turned());
      }
    }
    return words.stream().distinct().toList();
  }

  private void add(List<String> words, Transcript transcript, Join join) {
    if (!isOver(transcript, join.one())) {
      return;
    }
    if (isOver(transcript, join.other()) && transcript.contig().equals(contig(join.other()))) {
      words.addAll(within(transcript, join));
      return;
    }
    var partners = partners(join.other(), transcript);
    for (var partner : partners) {
      words.add(between(transcript, partner, join));
    }
    if (partners.isEmpty()) {
      words.add("joined_to:" + join.other().contig() + ":" + (join.other().low0() + 1));
    }
  }

  private String contig(Cut cut) {
    var over = models.over(cut.contig(), cut.low0(), cut.high0() + 1);
    return over.isEmpty() ? cut.contig() : over.getFirst().contig();
  }

  private static boolean isOver(Transcript transcript, Cut cut) {
    return cut.low0() > transcript.start0() && cut.high0() < transcript.end0();
  }

  /// The transcript to show of each gene that a cut goes through.
  private List<Transcript> partners(Cut cut, Transcript but) {
    Map<Gene, Transcript> picked = new TreeMap<>(Comparator.comparing(Gene::id));
    for (var transcript : models.over(cut.contig(), cut.low0(), cut.high0() + 1)) {
      if (isOver(transcript, cut) && !transcript.gene().equals(but.gene())) {
        picked.merge(transcript.gene(), transcript, Picks::better);
      }
    }
    return List.copyOf(picked.values());
  }

  private static boolean keepsBegin(Transcript transcript, Cut cut) {
    return transcript.isForward() == cut.isLeftKept();
  }

  /// Two cuts of one transcript; of one exon or intron nothing is joined anew.
  private static List<String> within(Transcript transcript, Join join) {
    if (!keepsBegin(transcript, join.one()) || keepsBegin(transcript, join.other())) {
      return keepsBegin(transcript, join.one()) == keepsBegin(transcript, join.other())
          ? List.of("opposite_strands_joined")
          : List.of();
    }
    var begin = spot(transcript, join.one());
    var end = spot(transcript, join.other());
    if (begin == null || end == null) {
      return List.of("exons_joined:breakpoint_not_exact");
    }
    if (begin.isIntron() == end.isIntron() && begin.exon() == end.exon()) {
      return List.of();
    }
    return List.of(
        "exons_joined:"
            + (begin.exon() + 1)
            + "::"
            + (first(end) + 1)
            + ":"
            + frame(transcript, begin, transcript, end, join));
  }

  private static int first(Spot end) {
    return end.isIntron() ? end.exon() + 1 : end.exon();
  }

  private static String between(Transcript own, Transcript partner, Join join) {
    boolean isBegin = keepsBegin(own, join.one());
    if (isBegin == keepsBegin(partner, join.other())) {
      return "joined_to:" + named(partner) + ":opposite_strands_joined";
    }
    var begins = isBegin ? own : partner;
    var ends = isBegin ? partner : own;
    var begin = spot(begins, isBegin ? join.one() : join.other());
    var end = spot(ends, isBegin ? join.other() : join.one());
    if (begin == null || end == null) {
      return "fusion:" + named(begins) + "::" + named(ends) + ":breakpoint_not_exact";
    }
    return "fusion:"
        + named(begins)
        + "_exon_"
        + (begin.exon() + 1)
        + "::"
        + named(ends)
        + "_exon_"
        + (first(end) + 1)
        + ":"
        + frame(begins, begin, ends, end, join);
  }

  private static String named(Transcript transcript) {
    return transcript.gene().name() + "(" + transcript.id() + ")";
  }

  /// Where a cut is; null where that is not certain.
  private static @Nullable Spot spot(Transcript transcript, Cut cut) {
    for (int exon = 0; exon < transcript.exons(); exon++) {
      int start0 = transcript.exonStart0(exon);
      int end0 = transcript.exonEnd0(exon);
      if (cut.low0() > start0 && cut.high0() < end0) {
        int before = transcript.inTranscript(transcript.isForward() ? cut.low0() - 1 : cut.low0());
        return cut.isExact() ? new Spot(exon, false, before + 1) : null;
      }
      if (exon + 1 < transcript.exons()) {
        int from0 = transcript.isForward() ? end0 : transcript.exonEnd0(exon + 1);
        int to0 = transcript.isForward() ? transcript.exonStart0(exon + 1) : start0;
        if (cut.low0() >= from0 && cut.high0() <= to0) {
          return new Spot(exon, true, transcript.exonEnd(exon));
        }
      }
    }
    return null;
  }

  /// Whether the codons of the second transcript are read behind the first one, or why that is not
  /// told.
  private static String frame(Transcript begins, Spot begin, Transcript ends, Spot end, Join join) {
    var before = begins.coding();
    var behind = ends.coding();
    if (before == null || behind == null) {
      return "frame_not_assessed_no_coding_sequence";
    }
    if (begins.difference() == Difference.LENGTH || ends.difference() == Difference.LENGTH) {
      return "frame_not_assessed_transcript_differs";
    }
    if (!join.isBounded()) {
      return "frame_not_assessed_breakpoint_not_exact";
    }
    if (before.pieces() > 1 || behind.pieces() > 1) {
      return "frame_not_assessed_slippage";
    }
    if (begin.isIntron() != end.isIntron()) {
      return "frame_not_assessed_exon_joined_to_intron";
    }
    if (begin.at() <= before.start()) {
      return "frame_not_assessed_before_start_codon";
    }
    if (begin.at() >= before.end()) {
      return "frame_not_assessed_behind_stop_codon";
    }
    if (end.at() < behind.start()) {
      return "frame_not_assessed_joined_before_start_codon";
    }
    if (end.at() >= behind.end()) {
      return "frame_not_assessed_joined_behind_stop_codon";
    }
    int inserted = begin.isIntron() ? 0 : join.insertedBases();
    int one = begin.at() - before.start() - before.skip() + inserted;
    int other = end.at() - behind.start() - behind.skip();
    return Math.floorMod(one - other, CODON) == 0 ? "in_frame" : "out_of_frame";
  }
}
