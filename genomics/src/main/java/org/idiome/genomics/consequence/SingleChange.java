package org.idiome.genomics.consequence;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.idiome.genomics.gene.Difference;
import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.reference.ReferenceSequence;
import org.jspecify.annotations.Nullable;

/// One change at one place, on one transcript.
final class SingleChange {
  private static final Set<Term> NONE = TermSet.of(Set.of());
  private static final Set<Term> UPSTREAM = TermSet.of(Set.of(Term.UPSTREAM));
  private static final Set<Term> DOWNSTREAM = TermSet.of(Set.of(Term.DOWNSTREAM));
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
    return TouchedParts.isOutside(transcript, placed.start0(), placed.end0());
  }

  private Set<Term> near(Placement placed) {
    return near(transcript, placed.start0(), placed.end0());
  }

  /// The term of what is beside a transcript; none where it is far.
  static Set<Term> near(Transcript transcript, int start0, int end0) {
    int before = transcript.start0() - end0;
    int behind = start0 - transcript.end0();
    if (Math.max(before, behind) >= Limit.NEAR) {
      return NONE;
    }
    return (before >= behind) == transcript.isForward() ? UPSTREAM : DOWNSTREAM;
  }

  private ProteinChange inExon(Placement placed, Edit edit) {
    var coding = transcript.coding();
    if (coding == null) {
      return ProteinChange.of(ProteinChange.terms(Term.NON_CODING_EXON), "", notes());
    }
    if (transcript.difference() != Difference.NONE) {
      return ofDiffering(placed, edit);
    }
    var change = ProteinReading.of(messenger, List.of(edit));
    return hgvs.isOverEnd(placed) && change.hgvs().equals(ProteinHgvs.SAME)
        ? ProteinChange.of(change.terms(), ProteinHgvs.UNKNOWN, change.notes())
        : change;
  }

  /// What its own codons are is not known: the part of it alone is told.
  private ProteinChange ofDiffering(Placement placed, Edit edit) {
    var terms = EnumSet.noneOf(Term.class);
    if (edit.isInsertion()) {
      terms.add(RegionTerms.between(transcript, edit.from()));
    } else {
      terms.addAll(RegionTerms.of(transcript, placed.start0(), placed.end0()));
    }
    boolean isCoding = terms.contains(Term.CODING_SEQUENCE);
    return ProteinChange.of(terms, isCoding ? ProteinHgvs.UNKNOWN : ProteinHgvs.SAME, notes());
  }

  private Set<Note> notes() {
    return Note.of(transcript);
  }

  /// In an intron, over a junction, or over an end of the transcript.
  private ProteinChange whereNoExonHoldsIt(Placement placed, Set<Term> splice) {
    var terms = EnumSet.noneOf(Term.class);
    var notes = notes();
    if (placed.isSubstitution()) {
      for (int at = placed.start0(); at < placed.end0(); at++) {
        if (placed.touches(at)) {
          terms.addAll(RegionTerms.of(transcript, at, at + 1));
        }
      }
    } else {
      terms.addAll(RegionTerms.of(transcript, placed.start0(), placed.end0()));
    }
    boolean isSplice = splice.size() > (splice.contains(Term.INTRON) ? 1 : 0);
    if (isSplice && !terms.isEmpty()) {
      notes.add(Note.OVER_JUNCTION);
    }
    boolean isOpen = isSplice || terms.contains(Term.CODING_SEQUENCE);
    return ProteinChange.of(terms, isOpen ? ProteinHgvs.UNKNOWN : ProteinHgvs.SAME, notes);
  }

  /// The description on the transcript; null where it reaches beyond it, and where a base of the
  /// transcript may be another one than that of the contig.
  @Nullable String hgvs(Placement placed) {
    return switch (transcript.difference()) {
      case NONE, TRANSLATION -> hgvs.of(placed);
      case BASES ->
          transcript.hasExonBetween(placed.start0() - 1, placed.end0() + 1)
              ? null
              : hgvs.of(placed);
      case LENGTH -> null;
    };
  }
}
