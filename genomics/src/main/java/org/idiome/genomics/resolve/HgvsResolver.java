package org.idiome.genomics.resolve;

import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.hgvs.HgvsChange;
import org.idiome.genomics.hgvs.HgvsEdit;
import org.idiome.genomics.hgvs.HgvsEnd;
import org.idiome.genomics.hgvs.HgvsPosition;
import org.idiome.genomics.hgvs.HgvsType;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.resolve.Resolved.Allele;
import org.idiome.genomics.resolve.Resolved.Not;
import org.idiome.genomics.resolve.Resolved.Reason;
import org.jspecify.annotations.Nullable;

/// Finds the bases that a description means (den Dunnen 2016, doi:10.1002/humu.22981).
///
/// Places of a transcript are counted as in [HGVS numbering](https://hgvs-nomenclature.org): from
/// the start codon in `c.`, behind the stop with `*`, in introns from the exon beside. A stretch of
/// a transcript is all that lies between its ends on the contig, introns too. Immutable, for any
/// number of threads.
public final class HgvsResolver {
  private static final int NOWHERE = -1;

  private final ReferenceSequence sequence;
  private final @Nullable Transcript transcript;

  private HgvsResolver(ReferenceSequence sequence, @Nullable Transcript transcript) {
    this.sequence = sequence;
    this.transcript = transcript;
  }

  /// Of descriptions on a contig, `g.` and `m.`.
  public static HgvsResolver ofContig(ReferenceSequence sequence) {
    return new HgvsResolver(sequence, null);
  }

  /// Of descriptions on a transcript, `c.` and `n.`.
  ///
  /// @param sequence of its contig
  public static HgvsResolver ofTranscript(Transcript transcript, ReferenceSequence sequence) {
    return new HgvsResolver(sequence, transcript);
  }

  /// What a change means.
  public Resolved resolve(HgvsType type, HgvsChange change) {
    if (!isOfThis(type)) {
      return new Not(Reason.NOT_SUPPORTED);
    }
    if (transcript != null && !isCountedAlike(transcript)) {
      return new Not(Reason.TRANSCRIPT_DIFFERS);
    }
    var interval = change.interval();
    if (interval == null
        || change.edit() instanceof HgvsEdit.Same
        || change.edit() instanceof HgvsEdit.Unknown) {
      return new Not(Reason.NO_CHANGE);
    }
    boolean isCertain =
        !change.isPredicted()
            && !interval.isUncertain()
            && interval.start().isCertain()
            && interval.end().isCertain();
    if (!isCertain) {
      return new Not(Reason.UNCERTAIN);
    }
    int first = place(interval.start());
    int last = place(interval.end());
    int low = Math.min(first, last);
    int high = Math.max(first, last);
    boolean isInOrder = isForward() ? first <= last : first >= last;
    if (low < 0 || high >= sequence.lengthBases() || !isInOrder) {
      return new Not(Reason.NO_SUCH_PLACE);
    }
    return edit(change.edit(), low, high + 1);
  }

  private boolean isOfThis(HgvsType type) {
    return switch (type) {
      case GENOMIC, MITOCHONDRIAL -> transcript == null;
      case CODING -> transcript != null && transcript.coding() != null;
      case NON_CODING -> transcript != null;
      case RNA, PROTEIN -> false;
    };
  }

  /// Whether its bases are those of the contig.
  private static boolean isCountedAlike(Transcript transcript) {
    return switch (transcript.difference()) {
      case NONE, TRANSLATION -> true;
      case BASES, LENGTH -> false;
    };
  }

  private boolean isForward() {
    return transcript == null || transcript.isForward();
  }

  private Resolved edit(HgvsEdit edit, int start0, int end0) {
    var there = sequence.bases(start0, end0);
    var own = isForward() ? there : other(there);
    return switch (edit) {
      case HgvsEdit.Substitution(var reference, var alternate) ->
          reference.equals(own)
              ? new Allele(start0, there, turned(alternate))
              : new Not(Reason.REFERENCE_DIFFERS);
      case HgvsEdit.Deletion(var reference) -> checked(reference, own, start0, there, "");
      case HgvsEdit.Duplication(var reference) ->
          checked(reference, own, start0, there, there + there);
      case HgvsEdit.Inversion() ->
          there.length() < 2
              ? new Not(Reason.NO_SUCH_PLACE)
              : checked("", own, start0, there, other(there));
      case HgvsEdit.Insertion(var inserted) -> insertion(inserted, start0, end0);
      case HgvsEdit.Replacement(var reference, var inserted) ->
          inserted.bases().isEmpty()
              ? new Not(Reason.UNKNOWN_BASES)
              : checked(reference, own, start0, there, turned(inserted.bases()));
      case HgvsEdit.Same() -> new Not(Reason.NO_CHANGE);
      case HgvsEdit.Unknown() -> new Not(Reason.NO_CHANGE);
      case HgvsEdit.Conversion _ -> new Not(Reason.NOT_SUPPORTED);
      case HgvsEdit.Repeat _ -> new Not(Reason.NOT_SUPPORTED);
      case HgvsEdit.OfProtein _ -> new Not(Reason.NOT_SUPPORTED);
    };
  }

  /// @param written bases as the description has them; empty where it has none
  private static Resolved checked(
      String written, String own, int start0, String there, String alternate) {
    if (!written.isEmpty() && !written.equals(own)) {
      return new Not(Reason.REFERENCE_DIFFERS);
    }
    return alternate.indexOf('N') >= 0
        ? new Not(Reason.UNKNOWN_BASES)
        : new Allele(start0, there, alternate);
  }

  private Resolved insertion(HgvsEdit.Inserted inserted, int start0, int end0) {
    if (end0 - start0 != 2) {
      return new Not(Reason.NO_SUCH_PLACE);
    }
    return inserted.bases().isEmpty() || inserted.bases().indexOf('N') >= 0
        ? new Not(Reason.UNKNOWN_BASES)
        : new Allele(start0 + 1, "", turned(inserted.bases()));
  }

  private String turned(String bases) {
    return isForward() ? bases : other(bases);
  }

  /// The reverse complement; letters that are no bases become N.
  private static String other(String bases) {
    var text = new StringBuilder(bases.length());
    for (int i = bases.length() - 1; i >= 0; i--) {
      int base = "ACGT".indexOf(bases.charAt(i));
      text.append(base < 0 ? 'N' : "TGCA".charAt(base));
    }
    return text.toString();
  }

  /// The base of the contig, or one below zero.
  private int place(HgvsEnd end) {
    return switch (end.low()) {
      case HgvsPosition.Base base -> transcript == null ? onContig(base) : of(transcript, base);
      case HgvsPosition.Unknown _ -> NOWHERE;
      case HgvsPosition.Residue _ -> NOWHERE;
    };
  }

  private static int onContig(HgvsPosition.Base base) {
    return base.isBehindStop() || base.offset() != 0 ? NOWHERE : base.base() - 1;
  }

  private static int of(Transcript transcript, HgvsPosition.Base base) {
    int at = inTranscript(transcript, base);
    for (int exon = 0; at >= 0 && exon < transcript.exons(); exon++) {
      if (at >= transcript.exonStart(exon) && at < transcript.exonEnd(exon)) {
        return beside(transcript, exon, at, base.offset());
      }
    }
    return NOWHERE;
  }

  private static int inTranscript(Transcript transcript, HgvsPosition.Base base) {
    var coding = transcript.coding();
    if (coding == null) {
      return base.isBehindStop() || base.base() < 1 ? NOWHERE : base.base() - 1;
    }
    if (base.isBehindStop()) {
      return coding.end() + base.base() - 1;
    }
    int at = coding.start() + base.base() - (base.base() > 0 ? 1 : 0);
    // There is no base 0, and what lies behind the stop is counted from there.
    return base.base() == 0 || at >= coding.end() ? NOWHERE : at;
  }

  /// A base of an exon, or one of the intron beside it.
  private static int beside(Transcript transcript, int exon, int at, int offset) {
    boolean isForward = transcript.isForward();
    int step = isForward ? 1 : -1;
    int behind = at - transcript.exonStart(exon);
    int place =
        isForward ? transcript.exonStart0(exon) + behind : transcript.exonEnd0(exon) - 1 - behind;
    if (offset == 0) {
      return place;
    }
    int next = offset > 0 ? exon + 1 : exon - 1;
    boolean isAtEdge =
        at == (offset > 0 ? transcript.exonEnd(exon) - 1 : transcript.exonStart(exon));
    if (!isAtEdge || next < 0 || next >= transcript.exons()) {
      return NOWHERE;
    }
    boolean isNextHigher = transcript.exonStart0(next) > transcript.exonStart0(exon);
    int low = isNextHigher ? transcript.exonEnd0(exon) : transcript.exonEnd0(next);
    int high = isNextHigher ? transcript.exonStart0(next) : transcript.exonStart0(exon);
    int found = place + step * offset;
    return found >= low && found < high ? found : NOWHERE;
  }
}
