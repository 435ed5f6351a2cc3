package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.idiome.care.pharmacogenes.observe.GeneSites;
import org.idiome.care.pharmacogenes.observe.Site;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.ReasonCode;
import org.idiome.knowledge.pharmacogene.Pharmacogene;

/// What is answered for one gene of one person.
sealed interface GeneAnswer {
  /// The gene.
  Pharmacogene gene();

  /// What was seen at its positions.
  GeneSites sites();

  /// Named alleles were found.
  ///
  /// @param best what explains most, in natural order
  /// @param deciding what recommendations rest on: the best, or of several ways to arrange variants
  ///   the one of lowest activity
  /// @param open further answers that are not excluded
  /// @param further every other answer that fits what was seen, whatever it would mean, in natural
  ///   order; none of genes that are read as lists, whose alleles stand for themselves
  /// @param telling positions not seen that would tell the best apart that lead to different
  ///   conclusions
  /// @param cannotExclude names of alleles that are in none of the best and are not excluded, in
  ///   natural order
  /// @param notes remarks that belong to the answer, in a stated order
  record Called(
      Pharmacogene gene,
      GeneSites sites,
      List<Possibility> best,
      List<Possibility> deciding,
      List<OpenGroup> open,
      List<Possibility> further,
      SortedSet<Integer> telling,
      List<String> cannotExclude,
      List<Explanation.Note> notes)
      implements GeneAnswer {
    /// Copies the lists.
    public Called {
      best = List.copyOf(best);
      deciding = List.copyOf(deciding);
      open = List.copyOf(open);
      further = List.copyOf(further);
      telling = Collections.unmodifiableSortedSet(new TreeSet<>(telling));
      cannotExclude = List.copyOf(cannotExclude);
      notes = List.copyOf(notes);
    }

    /// Open answers that data not seen, not phase alone, could make true, and that would change
    /// what a source concludes.
    List<OpenGroup> unsettled() {
      return open.stream()
          .filter(group -> group.cause() != OpenGroup.Cause.PHASE)
          .filter(group -> group.changes(gene.schemes().keySet(), deciding))
          .toList();
    }

    /// Open answers of another phase that would change what a source concludes.
    List<OpenGroup> otherPhase() {
      return open.stream()
          .filter(group -> group.cause() == OpenGroup.Cause.PHASE)
          .filter(group -> group.changes(gene.schemes().keySet(), deciding))
          .toList();
    }

    /// Whether every answer, the open ones that were not seen among them, leads to one conclusion.
    boolean isSettled() {
      return unsettled().isEmpty()
          && deciding.stream().map(Possibility::conclusion).distinct().count() == 1;
    }

    /// Positions that would settle what is unsettled.
    SortedSet<Integer> settling() {
      var positions = new TreeSet<>(telling);
      unsettled().forEach(group -> positions.addAll(group.settling()));
      return positions;
    }
  }

  /// Nothing is claimed.
  ///
  /// @param detail code of what stood in the way, under which its remedy stands
  /// @param about what the words of both need
  /// @param because what else explains it
  record NotCalled(
      Pharmacogene gene,
      GeneSites sites,
      ReasonCode reason,
      String detail,
      Details about,
      List<Explanation> because)
      implements GeneAnswer {
    /// Copies the list.
    public NotCalled {
      because = List.copyOf(because);
    }

    static NotCalled of(Pharmacogene gene, GeneSites sites, ReasonCode reason, String detail) {
      return new NotCalled(gene, sites, reason, detail, Details.NONE, List.of());
    }
  }

  /// Positions of which nothing that could decide was seen, ascending.
  default List<Integer> unseen() {
    var unseen = new ArrayList<Integer>();
    for (int position = 0; position < sites().sites().size(); position++) {
      boolean isSeen = sites().sites().get(position) instanceof Site.Seen seen && seen.isMatched();
      if (!isSeen) {
        unseen.add(position);
      }
    }
    return unseen;
  }
}
