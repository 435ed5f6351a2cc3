package org.idiome.genomics.annotate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.idiome.genomics.consequence.Consequence;
import org.idiome.genomics.consequence.CopyConsequence;
import org.idiome.genomics.consequence.Note;
import org.idiome.genomics.consequence.Term;
import org.jspecify.annotations.Nullable;

/// What the other changes of a copy make of one change of one transcript.
final class JoinedTelling {
  /// Nothing.
  static final JoinedTelling NONE = new JoinedTelling();

  /// Terms that say where a change lies, which joining does not alter.
  private static final Set<Term> OF_PLACE =
      EnumSet.of(
          Term.SPLICE_ACCEPTOR,
          Term.SPLICE_DONOR,
          Term.SPLICE_DONOR_5TH_BASE,
          Term.SPLICE_REGION,
          Term.SPLICE_DONOR_REGION,
          Term.SPLICE_POLYPYRIMIDINE_TRACT,
          Term.FIVE_PRIME_UTR,
          Term.THREE_PRIME_UTR,
          Term.INTRON,
          Term.NMD_TRANSCRIPT);

  private @Nullable CopyConsequence first;
  private List<String> firstNames = List.of();
  private final List<String> more = new ArrayList<>();
  private final Set<Note> notes = EnumSet.noneOf(Note.class);

  /// @param names the others that act together with it
  void take(CopyConsequence one, List<String> names) {
    if (one.notes().contains(Note.BEHIND_STOP)) {
      notes.add(Note.BEHIND_STOP);
    }
    if (one.notes().contains(Note.OVERLAPS)) {
      notes.add(Note.OVERLAPS);
    }
    if (!one.isJoined()) {
      return;
    }
    if (first == null) {
      first = one;
      firstNames = names;
    } else {
      more.add("on_another_copy_with_" + String.join("+", names) + ":" + said(one));
    }
  }

  /// What it would do on one copy with others, which nobody knows.
  void open(CopyConsequence together, List<String> names) {
    notes.add(Note.PHASE_DECIDES);
    more.add("with_" + String.join("+", names) + ":" + said(together));
  }

  private static String said(CopyConsequence one) {
    return one.terms().stream().map(Term::code).collect(Collectors.joining("+"))
        + ":"
        + one.proteinHgvs();
  }

  Annotation annotation(Consequence alone, String pick) {
    if (this == NONE && alone.notes().isEmpty()) {
      return new Annotation(
          alone, alone.terms(), alone.proteinHgvs(), alone.decay(), List.of(), pick, List.of());
    }
    var all = EnumSet.noneOf(Note.class);
    all.addAll(alone.notes());
    all.addAll(notes);
    var words = new ArrayList<String>(new TreeSet<>(all.stream().map(Note::code).toList()));
    if (!alone.elsewhere().isEmpty()) {
      words.add(
          "elsewhere:"
              + alone.elsewhere().stream().map(Term::code).collect(Collectors.joining("+")));
    }
    var joined = first;
    var terms = alone.terms();
    if (joined != null) {
      words.add("alone:" + String.join("+", alone.codes()) + ":" + alone.proteinHgvs());
      var together = EnumSet.noneOf(Term.class);
      alone.terms().stream().filter(OF_PLACE::contains).forEach(together::add);
      together.addAll(joined.terms());
      terms = together;
    }
    words.addAll(more);
    return new Annotation(
        alone,
        terms,
        joined == null ? alone.proteinHgvs() : joined.proteinHgvs(),
        joined == null ? alone.decay() : joined.decay(),
        firstNames,
        pick,
        words);
  }
}
