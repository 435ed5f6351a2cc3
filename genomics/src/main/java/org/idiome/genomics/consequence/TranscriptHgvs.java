package org.idiome.genomics.consequence;

import java.util.ArrayList;
import org.idiome.genomics.gene.CodingRegion;
import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.reference.ReferenceSequence;
import org.jspecify.annotations.Nullable;

/// Descriptions on a transcript by HGVS, `c.` or `n.` (den Dunnen 2016, doi:10.1002/humu.22981).
///
/// The first base of the coding sequence is 1, the one before it -1, the one behind its end `*1`. A
/// base of an intron is counted from the nearer exon, in the middle from the one before.
final class TranscriptHgvs {
  private final Transcript transcript;
  private final @Nullable CodingRegion coding;
  private final ReferenceSequence sequence;

  TranscriptHgvs(Transcript transcript, ReferenceSequence sequence) {
    this.transcript = transcript;
    this.coding = transcript.coding();
    this.sequence = sequence;
  }

  /// The description without the accession; null where it reaches beyond the transcript.
  @Nullable String of(Placement placed) {
    if (placed.isInsertion()) {
      return insertion(placed);
    }
    int first = transcript.isForward() ? placed.start0() : placed.end0() - 1;
    int last = transcript.isForward() ? placed.end0() - 1 : placed.start0();
    if (!isInside(first) || !isInside(last)) {
      return null;
    }
    var put = own(placed.inserted());
    if (put.isEmpty()) {
      return prefix() + range(first, last) + "del";
    }
    var from = own(placed.replaced());
    if (!placed.isSubstitution()) {
      return prefix() + range(first, last) + "delins" + put;
    }
    if (from.length() > 1 && Bases.reverseComplement(from).equals(put)) {
      return prefix() + range(first, last) + "inv";
    }
    return substitution(first, from, put);
  }

  /// Whether the description of something put in names bases inside the coding sequence and bases
  /// behind it: it is not told on which side of the end it belongs.
  boolean isOverEnd(Placement placed) {
    var region = coding;
    if (region == null || !placed.isInsertion()) {
      return false;
    }
    int copy = isCopy(placed) ? placed.inserted().length() : 1;
    int step = transcript.isForward() ? 1 : -1;
    int behind = transcript.isForward() ? placed.start0() : placed.start0() - 1;
    int first = transcript.inTranscript(behind - copy * step);
    int last = transcript.inTranscript(isCopy(placed) ? behind - step : behind);
    return first >= 0 && last >= 0 && first < region.end() && last >= region.end();
  }

  private String prefix() {
    return coding == null ? "n." : "c.";
  }

  private boolean isInside(int at0) {
    return at0 >= transcript.start0() && at0 < transcript.end0();
  }

  private String own(String bases) {
    return transcript.isForward() ? bases : Bases.reverseComplement(bases);
  }

  private boolean isCopy(Placement placed) {
    int length = placed.inserted().length();
    int from = transcript.isForward() ? placed.start0() - length : placed.start0();
    return from >= transcript.start0()
        && from + length <= transcript.end0()
        && sequence.bases(from, from + length).equals(placed.inserted());
  }

  private @Nullable String insertion(Placement placed) {
    boolean isForward = transcript.isForward();
    int length = placed.inserted().length();
    int at = placed.start0();
    if (isCopy(placed)) {
      return prefix()
          + (isForward ? range(at - length, at - 1) : range(at + length - 1, at))
          + "dup";
    }
    if (!isInside(at - 1) || !isInside(at)) {
      return null;
    }
    return prefix()
        + (isForward ? range(at - 1, at) : range(at, at - 1))
        + "ins"
        + own(placed.inserted());
  }

  /// Bases that stay part the description, unless a codon holds what is on both sides.
  private String substitution(int first, String from, String put) {
    int step = transcript.isForward() ? 1 : -1;
    var parts = new ArrayList<String>();
    int at = 0;
    while (at < from.length()) {
      if (from.charAt(at) == put.charAt(at)) {
        at++;
        continue;
      }
      int end = at + 1;
      for (int next = end; next < from.length(); next++) {
        boolean isNext = from.charAt(next) != put.charAt(next);
        boolean isJoined =
            next == end || areOfOneCodon(first + (end - 1) * step, first + next * step);
        end = isNext && isJoined ? next + 1 : end;
      }
      var place = range(first + at * step, first + (end - 1) * step);
      parts.add(
          end - at == 1
              ? place + from.charAt(at) + ">" + put.charAt(at)
              : place + "delins" + put.substring(at, end));
      at = end;
    }
    return prefix() + (parts.size() == 1 ? parts.getFirst() : "[" + String.join(";", parts) + "]");
  }

  private boolean areOfOneCodon(int one0, int other0) {
    var region = coding;
    if (region == null || region.pieces() > 1) {
      return false;
    }
    int one = transcript.inTranscript(one0);
    int other = transcript.inTranscript(other0);
    int start = region.start() + region.skip();
    return one >= start
        && other >= start
        && one < region.end()
        && other < region.end()
        && (one - start) / 3 == (other - start) / 3;
  }

  private String range(int first0, int last0) {
    return first0 == last0 ? place(first0) : place(first0) + "_" + place(last0);
  }

  /// A base of the contig in the numbers of the transcript.
  private String place(int at0) {
    int inTranscript = transcript.inTranscript(at0);
    if (inTranscript >= 0) {
      return number(inTranscript);
    }
    for (int exon = 0; exon + 1 < transcript.exons(); exon++) {
      int before;
      int behind;
      if (transcript.isForward()) {
        before = at0 - transcript.exonEnd0(exon) + 1;
        behind = transcript.exonStart0(exon + 1) - at0;
      } else {
        before = transcript.exonStart0(exon) - at0;
        behind = at0 - transcript.exonEnd0(exon + 1) + 1;
      }
      if (before > 0 && behind > 0) {
        return before <= behind
            ? number(transcript.exonEnd(exon) - 1) + "+" + before
            : number(transcript.exonStart(exon + 1)) + "-" + behind;
      }
    }
    throw new IllegalArgumentException("not in the transcript: " + at0);
  }

  private String number(int inTranscript) {
    var region = coding;
    if (region == null) {
      return Integer.toString(inTranscript + 1);
    }
    if (inTranscript < region.start()) {
      return Integer.toString(inTranscript - region.start());
    }
    return inTranscript < region.end()
        ? Integer.toString(inTranscript - region.start() + 1)
        : "*" + (inTranscript - region.end() + 1);
  }
}
