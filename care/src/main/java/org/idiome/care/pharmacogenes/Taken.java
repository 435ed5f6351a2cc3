package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.time.Order;
import org.idiome.core.time.When;
import org.idiome.knowledge.pharmacogene.DrugMatch;
import org.idiome.knowledge.pharmacogene.Drugs;
import org.idiome.profile.Profile;

/// The drugs that the person takes, as far as guidelines of the snapshot know them.
///
/// A drug counts as taken where the record says that it is and does not say that it surely ended
/// before the clinical date.
///
/// @param drugs by name, with the statements in their order
/// @param unresolved statements about drugs that no row of the snapshot knows
/// @param ended statements about drugs that surely ended before the clinical date
record Taken(
    SortedMap<String, List<Entry>> drugs, List<Statement> unresolved, List<Statement> ended) {
  /// A statement and what its drug was understood to be.
  record Entry(Statement statement, DrugMatch match) {
    /// Whether nobody needs to confirm that this drug is meant: it was not told by the display
    /// beside a foreign code, nor by a name that was not read in its source.
    boolean isSure() {
      return match.confirmed() && match.by() != DrugMatch.By.DISPLAY;
    }
  }

  private static final String DRUG = "drug";

  static Taken of(Profile profile, Drugs known) {
    var drugs = new TreeMap<String, List<Entry>>();
    var unresolved = new ArrayList<Statement>();
    var ended = new ArrayList<Statement>();
    for (var statement : profile.statements(Layer.THERAPY)) {
      if (!statement.kind().equals(DRUG) || statement.presence() != Presence.Looked.PRESENT) {
        continue;
      }
      if (isEnded(statement.when(), profile.at())) {
        ended.add(statement);
        continue;
      }
      var match = known.resolve(statement.concept());
      if (match == null) {
        unresolved.add(statement);
      } else {
        drugs
            .computeIfAbsent(match.drug().name(), _ -> new ArrayList<>())
            .add(new Entry(statement, match));
      }
    }
    return new Taken(drugs, List.copyOf(unresolved), List.copyOf(ended));
  }

  private static boolean isEnded(When when, When at) {
    return when instanceof When.Interval interval
        && interval.end() != null
        && interval.end().order(at) == Order.BEFORE;
  }

  /// Whether nothing is said of drugs that are taken now.
  boolean isEmpty() {
    return drugs.isEmpty() && unresolved.isEmpty();
  }
}
