package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.knowledge.pharmacogene.DrugMatch;
import org.idiome.knowledge.pharmacogene.Drugs;
import org.idiome.profile.Profile;

/// The drugs that the person takes, as far as guidelines of the snapshot know them.
///
/// A drug counts as taken where the record says that it is and does not say that it was stopped or
/// ended by the clinical date ([DrugCourse]).
///
/// @param drugs by name, with the statements in their order
/// @param past those of which a statement says that it is over
/// @param unresolved statements about drugs that no row of the snapshot knows
/// @param ended statements about drugs that are over
record Taken(
    SortedMap<String, List<Entry>> drugs,
    SortedMap<String, List<Entry>> past,
    List<Statement> unresolved,
    List<Statement> ended) {
  /// A statement and what its drug was understood to be.
  record Entry(Statement statement, DrugMatch match) {
    /// Whether nobody needs to confirm that this drug is meant: it was not told by the display
    /// beside a foreign code, nor by a name that was not read in its source.
    boolean isSure() {
      return match.confirmed() && match.by() != DrugMatch.By.DISPLAY;
    }
  }

  private static final String DRUG = "drug";
  private static final Pattern NOT_OF_A_NAME = Pattern.compile("[^\\p{L}\\p{N}-]+");

  static Taken of(Profile profile, Drugs known) {
    var drugs = new TreeMap<String, List<Entry>>();
    var past = new TreeMap<String, List<Entry>>();
    var unresolved = new ArrayList<Statement>();
    var ended = new ArrayList<Statement>();
    for (var statement : profile.statements(Layer.THERAPY)) {
      if (!statement.kind().equals(DRUG) || statement.presence() != Presence.Looked.PRESENT) {
        continue;
      }
      boolean isEnded = DrugCourse.of(statement, profile.at()) == DrugCourse.OVER;
      var matches = matches(statement.concept(), known);
      for (var match : matches) {
        (isEnded ? past : drugs)
            .computeIfAbsent(match.drug().name(), _ -> new ArrayList<>())
            .add(new Entry(statement, match));
      }
      if (isEnded) {
        ended.add(statement);
      } else if (matches.isEmpty()) {
        unresolved.add(statement);
      }
    }
    return new Taken(drugs, past, List.copyOf(unresolved), List.copyOf(ended));
  }

  /// What a drug was understood to be: one thing, or all known names within a text that as a whole
  /// is not known, such as `Fluorouracil 500 mg`. Those are for a person to confirm.
  private static List<DrugMatch> matches(Coded concept, Drugs known) {
    var match = known.resolve(concept);
    if (match != null) {
      return List.of(match);
    }
    var named = new TreeMap<String, DrugMatch>();
    for (var word : NOT_OF_A_NAME.split(concept.label(), -1)) {
      var one = known.byName(word);
      if (one != null) {
        named.putIfAbsent(
            one.drug().name(),
            new DrugMatch(one.drug(), DrugMatch.By.DISPLAY, one.row(), one.confirmed()));
      }
    }
    return List.copyOf(named.values());
  }

  /// Whether nothing is said of drugs that are taken now.
  boolean isEmpty() {
    return drugs.isEmpty() && unresolved.isEmpty();
  }
}
