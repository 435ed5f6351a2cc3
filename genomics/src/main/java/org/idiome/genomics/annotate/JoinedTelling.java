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

  /// What is read of it on some copy together with others.
  private record Reading(CopyConsequence told, List<String> names) {}

  private final List<Reading> readings = new ArrayList<>();
  private final List<String> more = new ArrayList<>();
  private final Set<Note> notes = EnumSet.noneOf(Note.class);

  /// Whether there is a copy on which nothing acts together with it.
  private boolean isAlone;

  /// Whether there is a copy on which no stop stands before it.
  private boolean isReached;

  /// What is read on a copy.
  ///
  /// @param names the others that act together with it
  void take(CopyConsequence one, List<String> names) {
    if (one.notes().contains(Note.OVERLAPS)) {
      notes.add(Note.OVERLAPS);
    }
    if (one.notes().contains(Note.BEHIND_STOP)) {
      notes.add(Note.BEHIND_STOP);
    } else {
      isReached = true;
    }
    if (one.isJoined()) {
      readings.add(new Reading(one, names));
    } else {
      isAlone = true;
    }
  }

  /// What it would do on one copy with others, which nobody knows.
  void open(CopyConsequence together, List<String> names) {
    notes.add(Note.PHASE_DECIDES);
    more.add("with_" + String.join("+", names) + ":" + said(together.terms(), together));
  }

  private static String said(Set<Term> terms, CopyConsequence one) {
    return codes(terms) + ":" + one.proteinHgvs();
  }

  private static String codes(Set<Term> terms) {
    return terms.stream().map(Term::code).collect(Collectors.joining("+"));
  }

  /// The terms of a reading, and those of where the change lies.
  private static Set<Term> terms(Consequence alone, Reading reading) {
    var together = EnumSet.noneOf(Term.class);
    alone.terms().stream().filter(OF_PLACE::contains).forEach(together::add);
    together.addAll(reading.told().terms());
    return together;
  }

  /// The reading to show: that of the copy of which the most severe is told; null for that of the
  /// change alone. What is told of other copies stands in the notes.
  private @Nullable Reading shown(Consequence alone) {
    Reading shown = null;
    int worst = isAlone || readings.isEmpty() ? severity(alone.terms()) : Integer.MAX_VALUE;
    for (var one : readings) {
      int own = severity(terms(alone, one));
      if (own < worst || (shown == null && own == worst)) {
        shown = one;
        worst = own;
      }
    }
    return shown;
  }

  private static int severity(Set<Term> terms) {
    return terms.stream().mapToInt(Term::rank).min().orElse(Integer.MAX_VALUE);
  }

  private List<String> words(Consequence alone, @Nullable Reading shown) {
    var all = EnumSet.noneOf(Note.class);
    all.addAll(alone.notes());
    all.addAll(notes);
    if (isReached && all.remove(Note.BEHIND_STOP)) {
      all.add(Note.BEHIND_STOP_ON_A_COPY);
    }
    var words = new ArrayList<String>(new TreeSet<>(all.stream().map(Note::code).toList()));
    if (!alone.elsewhere().isEmpty()) {
      words.add("elsewhere:" + codes(alone.elsewhere()));
    }
    if (shown != null) {
      var where = isAlone ? "on_another_copy_alone:" : "alone:";
      words.add(where + codes(alone.terms()) + ":" + alone.proteinHgvs());
    }
    for (var one : readings) {
      if (!one.equals(shown)) {
        words.add(
            "on_another_copy_with_"
                + String.join("+", one.names())
                + ":"
                + said(one.told().terms(), one.told()));
      }
    }
    words.addAll(more);
    return words;
  }

  Annotation annotation(Consequence alone, String pick) {
    if (this == NONE && alone.notes().isEmpty()) {
      return new Annotation(
          alone, alone.terms(), alone.proteinHgvs(), alone.decay(), List.of(), pick, List.of());
    }
    var shown = shown(alone);
    return new Annotation(
        alone,
        shown == null ? alone.terms() : terms(alone, shown),
        shown == null ? alone.proteinHgvs() : shown.told().proteinHgvs(),
        shown == null ? alone.decay() : shown.told().decay(),
        shown == null ? List.of() : shown.names(),
        pick,
        words(alone, shown));
  }
}
