package org.idiome.genomics.annotate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.genomics.consequence.Consequence;
import org.idiome.genomics.consequence.Term;
import org.idiome.genomics.gene.Gene;
import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.gene.TranscriptTag;

/// The transcript to show of each gene: MANE Select, MANE Plus Clinical, canonical, the choice of
/// RefSeq, else the longest coding sequence, else the longest transcript. All others are told too,
/// and of a pick what is more severe among them.
final class Picks {
  private static final List<TranscriptTag> TAGS =
      List.of(
          TranscriptTag.MANE_SELECT,
          TranscriptTag.MANE_PLUS_CLINICAL,
          TranscriptTag.CANONICAL,
          TranscriptTag.REFSEQ_SELECT);

  private static final Comparator<Transcript> ORDER =
      Comparator.comparingInt(Picks::tag)
          .thenComparingInt(transcript -> -codingBases(transcript))
          .thenComparingInt(transcript -> -transcript.lengthBases())
          .thenComparing(Transcript::id);

  private Picks() {}

  private static int tag(Transcript transcript) {
    for (int i = 0; i < TAGS.size(); i++) {
      if (transcript.tags().contains(TAGS.get(i))) {
        return i;
      }
    }
    return TAGS.size();
  }

  private static int codingBases(Transcript transcript) {
    var coding = transcript.coding();
    return coding == null ? 0 : coding.lengthBases();
  }

  /// The picked transcript of each gene.
  static Map<Gene, Transcript> of(List<Consequence> told) {
    var first = told.getFirst().transcript();
    if (isOneGene(told)) {
      var best = first;
      for (int i = 1; i < told.size(); i++) {
        best = better(best, told.get(i).transcript());
      }
      return Map.of(first.gene(), best);
    }
    var picked = new HashMap<Gene, Transcript>();
    for (var one : told) {
      picked.merge(one.transcript().gene(), one.transcript(), Picks::better);
    }
    return picked;
  }

  private static boolean isOneGene(List<Consequence> told) {
    var gene = told.getFirst().transcript().gene();
    for (int i = 1; i < told.size(); i++) {
      if (!told.get(i).transcript().gene().equals(gene)) {
        return false;
      }
    }
    return true;
  }

  /// The one of two transcripts that is to be shown.
  static Transcript better(Transcript one, Transcript other) {
    return ORDER.compare(one, other) <= 0 ? one : other;
  }

  /// What must be said beside a picked transcript where another of its gene is told something more
  /// severe, by its most severe term: `more_severe:TRANSCRIPT:TERM`. Whoever looks at picks alone
  /// would not see it.
  ///
  /// @param told all that is told of the allele, the pick among them
  static List<String> moreSevere(Annotation pick, List<Annotation> told) {
    var gene = pick.alone().transcript().gene();
    var worst = pick;
    for (var one : told) {
      boolean isMore = first(one).compareTo(first(worst)) < 0;
      if (isMore && one.alone().transcript().gene().equals(gene)) {
        worst = one;
      }
    }
    return worst.equals(pick)
        ? List.of()
        : List.of("more_severe:" + worst.alone().transcript().id() + ":" + first(worst).code());
  }

  /// The most severe term of one.
  private static Term first(Annotation one) {
    return one.terms().isEmpty() ? Term.INTERGENIC : one.terms().iterator().next();
  }

  /// Why a transcript is picked.
  static String reason(Transcript transcript) {
    int tag = tag(transcript);
    if (tag < TAGS.size()) {
      return TAGS.get(tag).code();
    }
    return transcript.coding() == null ? "longest" : "longest_coding";
  }
}
