package org.idiome.genomics.consequence;

import java.util.EnumSet;
import java.util.Set;
import org.idiome.genomics.gene.Transcript;

/// The terms of the parts of a messenger: before, in and behind what is translated.
final class RegionTerms {
  private RegionTerms() {}

  /// The terms of all exon bases of a stretch of the contig; none where it has none.
  static Set<Term> of(Transcript transcript, int start0, int end0) {
    var terms = EnumSet.noneOf(Term.class);
    for (int exon = 0; exon < transcript.exons(); exon++) {
      int from0 = Math.max(start0, transcript.exonStart0(exon));
      int to0 = Math.min(end0, transcript.exonEnd0(exon));
      if (from0 < to0) {
        int one = transcript.inTranscript(from0);
        int other = transcript.inTranscript(to0 - 1);
        add(terms, transcript, Math.min(one, other), Math.max(one, other) + 1);
      }
    }
    return terms;
  }

  /// @param from first base, counted in the transcript
  /// @param to behind the last
  private static void add(Set<Term> terms, Transcript transcript, int from, int to) {
    var coding = transcript.coding();
    if (coding == null) {
      terms.add(Term.NON_CODING_EXON);
      return;
    }
    if (from < coding.start()) {
      terms.add(Term.FIVE_PRIME_UTR);
    }
    if (from < coding.end() && to > coding.start()) {
      terms.add(Term.CODING_SEQUENCE);
    }
    if (to > coding.end()) {
      terms.add(Term.THREE_PRIME_UTR);
    }
  }

  /// The term of a place between two bases of the messenger.
  ///
  /// @param at the base behind it, counted in the transcript
  static Term between(Transcript transcript, int at) {
    var coding = transcript.coding();
    if (coding == null) {
      return Term.NON_CODING_EXON;
    }
    if (at <= coding.start()) {
      return Term.FIVE_PRIME_UTR;
    }
    return at < coding.end() ? Term.CODING_SEQUENCE : Term.THREE_PRIME_UTR;
  }
}
