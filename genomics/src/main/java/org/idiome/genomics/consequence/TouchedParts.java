package org.idiome.genomics.consequence;

import org.idiome.genomics.gene.Transcript;

/// Which exons and introns of a transcript a stretch of the contig touches. A stretch that ends
/// where it begins is a place between two bases.
final class TouchedParts {
  private TouchedParts() {}

  /// Whether the stretch is beside the transcript.
  static boolean isOutside(Transcript transcript, int start0, int end0) {
    return start0 == end0
        ? start0 <= transcript.start0() || start0 >= transcript.end0()
        : end0 <= transcript.start0() || start0 >= transcript.end0();
  }

  /// The exons, `2/3` or `1-2/3`; empty where none is touched.
  static String exons(Transcript transcript, int start0, int end0) {
    if (isOutside(transcript, start0, end0)) {
      return "";
    }
    int first = -1;
    int last = -1;
    for (int exon = 0; exon < transcript.exons(); exon++) {
      int from0 = transcript.exonStart0(exon);
      int to0 = transcript.exonEnd0(exon);
      boolean isTouched =
          start0 == end0 ? start0 >= from0 && start0 <= to0 : start0 < to0 && end0 > from0;
      if (isTouched) {
        first = first < 0 ? exon : first;
        last = exon;
      }
    }
    return numbered(first, last, transcript.exons());
  }

  /// The introns in the same way.
  static String introns(Transcript transcript, int start0, int end0) {
    if (isOutside(transcript, start0, end0)) {
      return "";
    }
    int first = -1;
    int last = -1;
    for (int intron = 0; intron + 1 < transcript.exons(); intron++) {
      if (isOver(transcript, intron, start0, end0)) {
        first = first < 0 ? intron : first;
        last = intron;
      }
    }
    return numbered(first, last, transcript.exons() - 1);
  }

  /// Whether the stretch has a base of an intron, or a place is inside it.
  static boolean isOver(Transcript transcript, int intron, int start0, int end0) {
    int from0 = intronStart0(transcript, intron);
    int to0 = intronEnd0(transcript, intron);
    return start0 == end0 ? start0 > from0 && start0 < to0 : start0 < to0 && end0 > from0;
  }

  /// First base of an intron on the contig; introns are numbered from 0 along the transcript.
  static int intronStart0(Transcript transcript, int intron) {
    return transcript.exonEnd0(transcript.isForward() ? intron : intron + 1);
  }

  /// Behind the last base of an intron on the contig.
  static int intronEnd0(Transcript transcript, int intron) {
    return transcript.exonStart0(transcript.isForward() ? intron + 1 : intron);
  }

  private static String numbered(int first, int last, int of) {
    if (first < 0) {
      return "";
    }
    return (first == last ? first + 1 : first + 1 + "-" + (last + 1)) + "/" + of;
  }
}
