package org.idiome.genomics.consequence;

import java.util.EnumSet;
import java.util.Set;

/// What changes of one copy of a transcript do to what is translated of it.
///
/// @param terms of coding sequence and untranslated regions
/// @param hgvs description of the protein
/// @param firstResidue the first residue that is another, from 0; -1 where none is
/// @param residues what was there and what is there now, joined by `>`; empty where none changes
/// @param stopAt first base of the new first stop codon in the altered messenger, or -1
/// @param isPremature whether that stop is new
record ProteinChange(
    Set<Term> terms,
    String hgvs,
    int firstResidue,
    String residues,
    int stopAt,
    boolean isPremature,
    Set<Note> notes) {

  static ProteinChange of(Set<Term> terms, String hgvs, Set<Note> notes) {
    return new ProteinChange(terms, hgvs, -1, "", -1, false, notes);
  }

  static Set<Term> terms(Term... some) {
    var terms = EnumSet.noneOf(Term.class);
    terms.addAll(Set.of(some));
    return terms;
  }
}
