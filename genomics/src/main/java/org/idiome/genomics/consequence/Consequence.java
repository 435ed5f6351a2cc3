package org.idiome.genomics.consequence;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.idiome.genomics.gene.Transcript;
import org.jspecify.annotations.Nullable;

/// What a change does to one transcript.
///
/// @param terms the most severe first
/// @param elsewhere the terms at the other end of the stretch through which the change can be
///   rolled, where they are others; else empty
/// @param hgvs description on the transcript, `c.` or `n.`, without its accession; null where it
///   reaches beyond it
/// @param proteinHgvs description of the protein; null where there is none
/// @param firstResidue the first residue that is another, from 0; -1 where none is
/// @param residues what was there and what is there now, a letter a residue; empty where none
///   changes
/// @param exon the exons touched and how many there are (`2/3`, `1-2/3`); empty where none is
/// @param intron the introns in the same way
public record Consequence(
    Transcript transcript,
    Set<Term> terms,
    Set<Term> elsewhere,
    @Nullable String hgvs,
    @Nullable String proteinHgvs,
    int firstResidue,
    String residues,
    String exon,
    String intron,
    Decay decay,
    Set<Note> notes) {

  /// Copies the sets.
  public Consequence {
    terms = TermSet.of(terms);
    elsewhere = TermSet.of(elsewhere);
    notes = notes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(notes));
  }

  /// What a change does that is beside a transcript.
  static Consequence near(
      Transcript transcript, Set<Term> terms, Set<Term> elsewhere, Set<Note> notes) {
    return new Consequence(
        transcript, terms, elsewhere, null, null, -1, "", "", "", Decay.NOT_ASSESSED, notes);
  }

  /// The names of the terms.
  public List<String> codes() {
    return terms.stream().map(Term::code).toList();
  }
}
