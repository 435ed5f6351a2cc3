package org.idiome.genomics.consequence;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.idiome.genomics.gene.Transcript;

/// What changes of one copy do together to a transcript.
///
/// @param members ids of the changes, in the direction of the transcript
/// @param terms the most severe first
/// @param firstResidue the first residue that is another, from 0; -1 where none is
/// @param residues what was there and what is there now, a letter a residue
public record CopyConsequence(
    Transcript transcript,
    List<Integer> members,
    Set<Term> terms,
    String proteinHgvs,
    int firstResidue,
    String residues,
    Decay decay,
    Set<Note> notes) {

  /// Copies the collections.
  public CopyConsequence {
    members = List.copyOf(members);
    var ownTerms = EnumSet.noneOf(Term.class);
    ownTerms.addAll(terms);
    terms = Collections.unmodifiableSet(ownTerms);
    var ownNotes = EnumSet.noneOf(Note.class);
    ownNotes.addAll(notes);
    notes = Collections.unmodifiableSet(ownNotes);
  }

  /// Whether several changes act together.
  public boolean isJoined() {
    return members.size() > 1;
  }
}
