package org.idiome.genomics.consequence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.gene.TranscriptSearch;
import org.idiome.genomics.reference.ReferenceSequence;

/// Tells what structural changes do to the transcripts that they touch or are near to.
///
/// What is known to the base is read as bases where that tells more: a deletion, or a duplication
/// or inversion inside one exon or one intron. Else the terms are those of the parts of the
/// transcript that lie in the stretch, as the Sequence Ontology defines them (Ensembl 116,
/// calculated variant consequences). For one thread.
public final class StructuralConsequences {
  /// The outermost bases of an intron, which make its junctions.
  private static final int SITE_BASES = 2;

  private static final int CODON = 3;

  private final Consequences consequences;
  private final TranscriptSearch search;

  /// @param consequences tells what bases do
  public StructuralConsequences(Consequences consequences) {
    this.consequences = consequences;
    this.search = consequences.models().search();
  }

  /// What a change does, for each transcript in the order of the contig.
  ///
  /// @param sequence of the contig
  public List<Consequence> of(StructuralChange change, ReferenceSequence sequence) {
    int from = Math.max(0, change.start0() - Limit.NEAR);
    int to = Math.max(change.end0(), change.start0() + 1) + Limit.NEAR;
    search.over(change.contig(), from, to);
    var found = new ArrayList<Consequence>();
    for (var next = search.next(); next != null; next = search.next()) {
      if (consequences.isWhole(next, sequence)) {
        var one = of(next, sequence, change);
        if (!one.terms().isEmpty()) {
          found.add(one);
        }
      }
    }
    return found;
  }

  private Consequence of(
      Transcript transcript, ReferenceSequence sequence, StructuralChange change) {
    int start0 = change.start0();
    int end0 = change.end0();
    if (TouchedParts.isOutside(transcript, start0, end0)) {
      return told(
          transcript,
          change,
          SingleChange.near(transcript, start0, end0),
          EnumSet.noneOf(Note.class));
    }
    var form = change.form();
    boolean isWhole = start0 <= transcript.start0() && end0 >= transcript.end0();
    if (form != null && !isWhole && isReadAsBases(transcript, change)) {
      return with(consequences.of(transcript, sequence, form), feature(transcript, change));
    }
    var notes = Note.of(transcript);
    if (!change.isExact()) {
      notes.add(Note.BREAKPOINT_NOT_EXACT);
    }
    var terms = isWhole ? whole(transcript, change, notes) : part(transcript, change, notes);
    if (transcript.coding() == null && terms.contains(Term.INTRON)) {
      terms.add(Term.NON_CODING);
    }
    return told(transcript, change, terms, notes);
  }

  /// Copies and turned stretches are read as bases only where no junction is among them.
  private static boolean isReadAsBases(Transcript transcript, StructuralChange change) {
    if (change.kind() == StructuralChange.Kind.DELETION) {
      return true;
    }
    var exons = TouchedParts.exons(transcript, change.start0(), change.end0());
    var introns = TouchedParts.introns(transcript, change.start0(), change.end0());
    return exons.isEmpty() || introns.isEmpty();
  }

  private static Consequence with(Consequence told, Set<Term> more) {
    var terms = EnumSet.noneOf(Term.class);
    terms.addAll(told.terms());
    if (terms.isEmpty() || terms.contains(Term.TRANSCRIPT_ABLATION)) {
      return told;
    }
    terms.addAll(more);
    return new Consequence(
        told.transcript(),
        terms,
        told.elsewhere(),
        told.hgvs(),
        told.proteinHgvs(),
        told.firstResidue(),
        told.residues(),
        told.exon(),
        told.intron(),
        told.decay(),
        told.notes());
  }

  private static boolean isInside(Transcript transcript, StructuralChange change) {
    return change.start0() >= transcript.start0() && change.end0() <= transcript.end0();
  }

  /// What becomes of the transcript as a whole.
  private static Set<Term> feature(Transcript transcript, StructuralChange change) {
    boolean isInside = isInside(transcript, change);
    return switch (change.kind()) {
      case DELETION, CUT -> EnumSet.of(Term.FEATURE_TRUNCATION);
      case INSERTION -> EnumSet.of(Term.FEATURE_ELONGATION);
      case DUPLICATION ->
          isInside ? EnumSet.of(Term.FEATURE_ELONGATION) : EnumSet.noneOf(Term.class);
      case INVERSION -> isInside ? EnumSet.noneOf(Term.class) : EnumSet.of(Term.FEATURE_TRUNCATION);
      case AMOUNT -> EnumSet.noneOf(Term.class);
    };
  }

  private static Set<Term> whole(Transcript transcript, StructuralChange change, Set<Note> notes) {
    var kind = change.kind();
    if (kind == StructuralChange.Kind.DELETION && change.isOfAmount()) {
      return EnumSet.of(Term.TRANSCRIPT_ABLATION);
    }
    if (kind == StructuralChange.Kind.DUPLICATION && change.isOfAmount()) {
      return EnumSet.of(Term.TRANSCRIPT_AMPLIFICATION);
    }
    notes.add(
        kind == StructuralChange.Kind.INVERSION ? Note.WHOLE_INVERTED : Note.AMOUNT_NOT_KNOWN);
    return EnumSet.of(transcript.coding() == null ? Term.NON_CODING : Term.CODING_TRANSCRIPT);
  }

  private static Set<Term> part(Transcript transcript, StructuralChange change, Set<Note> notes) {
    var terms = feature(transcript, change);
    if (change.isPlace()) {
      terms.addAll(between(transcript, change.start0()));
      return terms;
    }
    int start0 = change.start0();
    int end0 = change.end0();
    terms.addAll(RegionTerms.of(transcript, start0, end0));
    for (int intron = 0; intron + 1 < transcript.exons(); intron++) {
      if (TouchedParts.isOver(transcript, intron, start0, end0)) {
        terms.addAll(intron(transcript, intron, change));
      }
    }
    switch (change.kind()) {
      case DELETION -> terms.addAll(ends(transcript, start0, end0));
      case AMOUNT -> notes.add(Note.AMOUNT_NOT_KNOWN);
      case DUPLICATION -> {
        if (!isInside(transcript, change)) {
          notes.add(Note.ONE_COPY_WHOLE);
        }
      }
      default -> {}
    }
    return terms;
  }

  /// A place in an exon, in an intron or at a junction.
  private static Set<Term> between(Transcript transcript, int at0) {
    var placed = new Placement(at0, at0, "", "");
    var terms = EnumSet.noneOf(Term.class);
    terms.addAll(SpliceZones.of(placed, transcript));
    var edit = Edit.of(placed, transcript);
    if (edit != null) {
      terms.add(RegionTerms.between(transcript, edit.from()));
    }
    return terms;
  }

  private static Set<Term> intron(Transcript transcript, int intron, StructuralChange change) {
    var terms = EnumSet.noneOf(Term.class);
    int low = TouchedParts.intronStart0(transcript, intron);
    int high = TouchedParts.intronEnd0(transcript, intron);
    int start0 = change.start0();
    int end0 = change.end0();
    boolean isLeft = start0 < low + SITE_BASES && end0 > low;
    boolean isRight = end0 > high - SITE_BASES && start0 < high;
    boolean isLost =
        change.kind() == StructuralChange.Kind.DELETION
            || change.kind() == StructuralChange.Kind.INVERSION;
    if (isLost && isLeft) {
      terms.add(transcript.isForward() ? Term.SPLICE_DONOR : Term.SPLICE_ACCEPTOR);
    }
    if (isLost && isRight) {
      terms.add(transcript.isForward() ? Term.SPLICE_ACCEPTOR : Term.SPLICE_DONOR);
    }
    if (!isLost || Math.max(start0, low + SITE_BASES) < Math.min(end0, high - SITE_BASES)) {
      terms.add(Term.INTRON);
    }
    return terms;
  }

  /// Whether the begin and the end of what is translated are gone.
  private static Set<Term> ends(Transcript transcript, int start0, int end0) {
    var terms = EnumSet.noneOf(Term.class);
    var coding = transcript.coding();
    if (coding == null) {
      return terms;
    }
    boolean isStart = coding.isStartKnown() && coding.skip() == 0;
    if (isStart && isTouched(transcript, coding.start(), start0, end0)) {
      terms.add(Term.START_LOST);
    }
    if (coding.isEndKnown() && isTouched(transcript, coding.end() - CODON, start0, end0)) {
      terms.add(Term.STOP_LOST);
    }
    return terms;
  }

  /// Whether a base of a codon lies in the stretch.
  private static boolean isTouched(Transcript transcript, int codon, int start0, int end0) {
    for (int exon = 0; exon < transcript.exons(); exon++) {
      int from0 = Math.max(start0, transcript.exonStart0(exon));
      int to0 = Math.min(end0, transcript.exonEnd0(exon));
      if (from0 < to0) {
        int one = transcript.inTranscript(from0);
        int other = transcript.inTranscript(to0 - 1);
        if (Math.min(one, other) < codon + CODON && Math.max(one, other) >= codon) {
          return true;
        }
      }
    }
    return false;
  }

  private static Consequence told(
      Transcript transcript, StructuralChange change, Set<Term> terms, Set<Note> notes) {
    int start0 = change.start0();
    int end0 = change.end0();
    boolean isInside = !TouchedParts.isOutside(transcript, start0, end0);
    return new Consequence(
        transcript,
        terms,
        Set.of(),
        null,
        isInside && transcript.coding() != null ? protein(terms) : null,
        -1,
        "",
        TouchedParts.exons(transcript, start0, end0),
        TouchedParts.introns(transcript, start0, end0),
        Decay.NOT_ASSESSED,
        notes);
  }

  private static String protein(Set<Term> terms) {
    return terms.contains(Term.TRANSCRIPT_ABLATION) ? ProteinHgvs.NONE : ProteinHgvs.UNKNOWN;
  }
}
