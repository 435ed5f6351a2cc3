package org.idiome.genomics.consequence;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.reference.ReferenceSequence;
import org.jspecify.annotations.Nullable;

/// One change at one place, on one transcript.
final class SingleChange {
  private static final String DECAYING = "nonsense_mediated_decay";

  private final Transcript transcript;
  private final Messenger messenger;
  private final TranscriptHgvs hgvs;

  SingleChange(Transcript transcript, ReferenceSequence sequence, Messenger messenger) {
    this.transcript = transcript;
    this.messenger = messenger;
    this.hgvs = new TranscriptHgvs(transcript, sequence);
  }

  /// @param isInside whether it touches the transcript
  record Outcome(Set<Term> terms, ProteinChange protein, Decay decay, boolean isInside) {}

  Outcome outcome(Placement placed) {
    if (isOutside(placed)) {
      return new Outcome(near(placed), none(ProteinHgvs.SAME), Decay.NOT_ASSESSED, false);
    }
    if (placed.start0() <= transcript.start0()
        && placed.end0() >= transcript.end0()
        && placed.inserted().isEmpty()) {
      return new Outcome(
          EnumSet.of(Term.TRANSCRIPT_ABLATION), none(ProteinHgvs.NONE), Decay.NOT_ASSESSED, true);
    }
    var terms = EnumSet.noneOf(Term.class);
    var splice = SpliceZones.of(placed, transcript);
    terms.addAll(splice);
    var edit = Edit.of(placed, transcript);
    var protein = edit == null ? whereNoExonHoldsIt(placed, splice) : inExon(placed, edit);
    terms.addAll(protein.terms());
    if (transcript.coding() == null && terms.contains(Term.INTRON)) {
      terms.add(Term.NON_CODING);
    }
    if (transcript.biotype().equals(DECAYING)) {
      terms.add(Term.NMD_TRANSCRIPT);
    }
    var decay = edit == null ? Decay.NOT_ASSESSED : Decay.of(messenger, List.of(edit), protein);
    return new Outcome(terms, protein, decay, true);
  }

  private static ProteinChange none(String hgvs) {
    return ProteinChange.of(EnumSet.noneOf(Term.class), hgvs, EnumSet.noneOf(Note.class));
  }

  private boolean isOutside(Placement placed) {
    return placed.isInsertion()
        ? placed.start0() <= transcript.start0() || placed.start0() >= transcript.end0()
        : placed.end0() <= transcript.start0() || placed.start0() >= transcript.end0();
  }

  private Set<Term> near(Placement placed) {
    int before = transcript.start0() - placed.end0();
    int behind = placed.start0() - transcript.end0();
    int far = Math.max(before, behind);
    var terms = EnumSet.noneOf(Term.class);
    if (far < Limit.NEAR) {
      boolean isUpstream = (before >= behind) == transcript.isForward();
      terms.add(isUpstream ? Term.UPSTREAM : Term.DOWNSTREAM);
    }
    return terms;
  }

  private ProteinChange inExon(Placement placed, Edit edit) {
    var coding = transcript.coding();
    if (coding == null) {
      return ProteinChange.of(
          ProteinChange.terms(Term.NON_CODING_EXON), "", EnumSet.noneOf(Note.class));
    }
    if (transcript.differsFromReference()) {
      return ProteinChange.of(
          ProteinChange.terms(Term.CODING_SEQUENCE),
          ProteinHgvs.UNKNOWN,
          EnumSet.of(Note.TRANSCRIPT_DIFFERS));
    }
    var change = ProteinReading.of(messenger, List.of(edit));
    return hgvs.isOverEnd(placed) && change.hgvs().equals(ProteinHgvs.SAME)
        ? ProteinChange.of(change.terms(), ProteinHgvs.UNKNOWN, change.notes())
        : change;
  }

  /// In an intron, over a junction, or over an end of the transcript.
  private ProteinChange whereNoExonHoldsIt(Placement placed, Set<Term> splice) {
    var terms = EnumSet.noneOf(Term.class);
    var notes = EnumSet.noneOf(Note.class);
    var coding = transcript.coding();
    for (int at = placed.start0(); at < placed.end0(); at++) {
      int inTranscript = placed.touches(at) ? transcript.inTranscript(at) : -1;
      if (inTranscript >= 0) {
        terms.add(
            coding == null
                ? Term.NON_CODING_EXON
                : inTranscript < coding.start()
                    ? Term.FIVE_PRIME_UTR
                    : inTranscript < coding.end() ? Term.CODING_SEQUENCE : Term.THREE_PRIME_UTR);
      }
    }
    boolean isSplice = splice.stream().anyMatch(term -> term != Term.INTRON);
    if (isSplice && !terms.isEmpty()) {
      notes.add(Note.OVER_JUNCTION);
    }
    boolean isOpen = isSplice || terms.contains(Term.CODING_SEQUENCE);
    return ProteinChange.of(terms, isOpen ? ProteinHgvs.UNKNOWN : ProteinHgvs.SAME, notes);
  }

  @Nullable String hgvs(Placement placed) {
    return hgvs.of(placed);
  }

  /// The exons that a change touches, `2/3` or `1-2/3`.
  String exons(Placement placed) {
    if (isOutside(placed)) {
      return "";
    }
    int first = -1;
    int last = -1;
    for (int exon = 0; exon < transcript.exons(); exon++) {
      if (isIn(placed, transcript.exonStart0(exon), transcript.exonEnd0(exon), true)) {
        first = first < 0 ? exon : first;
        last = exon;
      }
    }
    return numbered(first, last, transcript.exons());
  }

  /// The introns that a change touches.
  String introns(Placement placed) {
    if (isOutside(placed)) {
      return "";
    }
    int first = -1;
    int last = -1;
    for (int intron = 0; intron + 1 < transcript.exons(); intron++) {
      int one = transcript.isForward() ? intron : intron + 1;
      int other = transcript.isForward() ? intron + 1 : intron;
      if (isIn(placed, transcript.exonEnd0(one), transcript.exonStart0(other), false)) {
        first = first < 0 ? intron : first;
        last = intron;
      }
    }
    return numbered(first, last, transcript.exons() - 1);
  }

  private static boolean isIn(Placement placed, int start0, int end0, boolean withEnds) {
    if (placed.isInsertion()) {
      int at = placed.start0();
      return withEnds ? at >= start0 && at <= end0 : at > start0 && at < end0;
    }
    return placed.start0() < end0 && placed.end0() > start0;
  }

  private static String numbered(int first, int last, int of) {
    if (first < 0) {
      return "";
    }
    return (first == last ? first + 1 : first + 1 + "-" + (last + 1)) + "/" + of;
  }
}
