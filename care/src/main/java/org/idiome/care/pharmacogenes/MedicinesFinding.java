package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Statement;
import org.idiome.profile.Profile;

/// The finding about which of the drugs taken the guidelines of the snapshot know.
final class MedicinesFinding {
  /// Kind of the finding.
  static final String KIND = "drugs_taken";

  private MedicinesFinding() {}

  static Finding finding(String version, Profile profile, Taken taken) {
    var layer = Layer.THERAPY.code();
    var key = new FindingKey(PharmacogeneInterpreter.NAME, KIND, layer, FindingKey.WHOLE_PERSON);
    var children = new ArrayList<Explanation>();
    var unresolved = new ArrayList<String>();
    for (var statement : taken.unresolved()) {
      unresolved.add(statement.concept().label());
      children.add(claim("drug_not_known", Details.NONE, statement, profile));
    }
    var nothing = taken.ended().isEmpty() ? "no_drug_recorded" : "every_drug_ended";
    var names = List.copyOf(taken.drugs().keySet());
    State state =
        taken.isEmpty()
            ? new State.NotAssessed(ReasonCode.NO_DATA, Details.NONE.word("detail", nothing))
            : State.found(
                Details.NONE
                    .count("known", names.size())
                    .with("drugs", Value.texts(names))
                    .count("not_known", unresolved.size())
                    .with("drugs_not_known", Value.texts(unresolved)));
    if (taken.isEmpty()) {
      for (var statement : taken.ended()) {
        children.add(ended(statement, profile));
      }
      children.add(
          new Explanation.Note(
              Explanation.Note.Kind.REASON, nothing, Details.of("layer", new Value.Word(layer))));
    }
    return new Finding(
        key,
        List.of(),
        Coded.of(layer),
        state,
        null,
        null,
        new Explanation.Claim(KIND, Details.NONE, children),
        version);
  }

  /// That a drug is no longer taken.
  static Explanation ended(Statement statement, Profile profile) {
    var until = Details.of("when", new Value.Time(statement.when()));
    return claim("drug_ended", until, statement, profile);
  }

  /// What the record says of one drug, with the rows that say it.
  private static Explanation claim(
      String code, Details details, Statement statement, Profile profile) {
    var leaves = new ArrayList<Explanation>();
    statement.rows().forEach(row -> leaves.add(profile.cite(row, null)));
    return new Explanation.Claim(
        code, details.with("given_as", new Value.Thing(statement.concept())), leaves);
  }
}
