package org.idiome.genomics.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.idiome.genomics.consequence.Consequence;
import org.idiome.genomics.consequence.Decay;
import org.idiome.genomics.consequence.Term;
import org.idiome.genomics.consequence.TermSet;
import org.jspecify.annotations.Nullable;

/// What an allele does to one transcript, with all that stands on the same copy.
///
/// @param alone what it does by itself
/// @param terms what is told: of all that act together, where something does
/// @param proteinHgvs the same
/// @param joinedWith the others that act together with it, `position:REF>ALT`
/// @param pick why the transcript is the one to show of its gene; empty where it is not
/// @param notes what must be known beside it
/// @param differs what others told of it before, where that is something else: `KEY:terms:protein`
public record Annotation(
    Consequence alone,
    TermSet terms,
    @Nullable String proteinHgvs,
    Decay decay,
    List<String> joinedWith,
    String pick,
    List<String> notes,
    List<String> differs) {

  /// Copies the lists.
  public Annotation {
    joinedWith = List.copyOf(joinedWith);
    notes = List.copyOf(notes);
    differs = List.copyOf(differs);
  }

  Annotation(
      Consequence alone,
      Set<Term> terms,
      @Nullable String proteinHgvs,
      Decay decay,
      List<String> joinedWith,
      String pick,
      List<String> notes) {
    this(alone, TermSet.of(terms), proteinHgvs, decay, joinedWith, pick, notes, List.of());
  }

  /// The same with more notes.
  Annotation with(List<String> more) {
    if (more.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(notes);
    all.addAll(more);
    return new Annotation(alone, terms, proteinHgvs, decay, joinedWith, pick, all, differs);
  }

  /// The same beside what others told before.
  Annotation beside(List<String> differences) {
    return new Annotation(alone, terms, proteinHgvs, decay, joinedWith, pick, notes, differences);
  }
}
