package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Explanation.Claim;
import org.idiome.core.finding.Explanation.Note.Kind;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.idiome.knowledge.pharmacogene.Drug;
import org.idiome.knowledge.pharmacogene.Recommendation;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// The finding about one drug that the record names, that would be a danger, or of which that is
/// not settled: what the guidelines of all sources come to together, and what should be done.
///
/// Sources stay side by side; the advice is that of the most urgent step.
final class MedicineFinding {
  /// Kind of the finding.
  static final String KIND = "medicine";

  private final Profile profile;
  private final EngineRules rules;
  private final RecommendationFinding recommendations;
  private final Rows rows;

  MedicineFinding(Profile profile, EngineRules rules, Rows rows) {
    this.profile = profile;
    this.rules = rules;
    this.recommendations = new RecommendationFinding(rules, rows);
    this.rows = rows;
  }

  /// The finding, or null where the record does not name the drug, nothing that was found endangers
  /// one who takes it, and nothing that was not seen could ([OpenQuestion]).
  ///
  /// @param taken statements that say so; empty where the drug is not taken
  /// @param past statements that say when it ended
  @Nullable Finding finding(
      String version,
      Drug drug,
      List<Taken.Entry> taken,
      List<Taken.Entry> past,
      List<Outcome> outcomes) {
    boolean isTaken = !taken.isEmpty();
    var answered = answered(outcomes);
    var urgent = UrgentStep.of(answered, isTaken, profile, rules);
    var worse = urgent == null ? null : urgent.worse(answered, isTaken, profile, rules);
    var open = urgent == null ? OpenQuestion.of(outcomes, isTaken, profile, rules, rows) : null;
    if (!isTaken && past.isEmpty() && urgent == null && open == null) {
      return null;
    }
    var details =
        Details.of("drug", new Value.Text(drug.name())).word("taken", isTaken ? "yes" : "no");
    var children = new ArrayList<Explanation>();
    taken.forEach(one -> children.add(statement(one)));
    if (!isTaken) {
      past.forEach(one -> children.add(MedicinesFinding.ended(one.statement(), profile)));
    }
    var limit = DoseLimit.of(answered, taken, profile, rules);
    if (limit != null) {
      children.add(limit.claim());
    }
    addOutcomes(children, outcomes, urgent, worse);
    if (open != null) {
      children.addAll(open.settles());
    }
    return new Finding(
        new FindingKey(PharmacogeneInterpreter.NAME, KIND, drug.name(), FindingKey.WHOLE_PERSON),
        List.of(),
        RecommendationFinding.subject(drug),
        state(details, outcomes, answered, limit),
        urgent == null ? null : urgent.outcome().strength(rules),
        advice(drug, taken, urgent, worse, open, outcomes),
        new Claim(KIND, details, children),
        version);
  }

  private static List<Outcome.Answered> answered(List<Outcome> outcomes) {
    var answered = new ArrayList<Outcome.Answered>();
    for (var outcome : outcomes) {
      if (outcome instanceof Outcome.Answered one) {
        answered.add(one);
      }
    }
    return answered;
  }

  private Claim statement(Taken.Entry entry) {
    var statement = entry.statement();
    var details =
        Details.of("given_as", new Value.Thing(statement.concept()))
            .with("when", new Value.Time(statement.when()))
            .word("understood_by", entry.match().by().code())
            .word("confirmed", entry.isSure() ? "yes" : "no");
    var dose = statement.qualifier("dose");
    if (dose != null) {
      details = details.with("dose", dose.value());
    }
    var leaves = new ArrayList<Explanation>();
    statement.rows().forEach(row -> leaves.add(profile.cite(row, null)));
    leaves.add(Rows.known(entry.match().row()));
    return new Claim("drug_taken", details, leaves);
  }

  private void addOutcomes(
      List<Explanation> children,
      List<Outcome> outcomes,
      @Nullable UrgentStep urgent,
      @Nullable UrgentStep worse) {
    var genes = new TreeMap<String, GeneAnswer.Called>();
    var sources = new TreeSet<String>();
    for (var answered : answered(outcomes)) {
      sources.add(answered.guideline().source());
      answered.genes().forEach(gene -> genes.put(gene.gene().symbol(), gene));
    }
    genes.values().forEach(gene -> children.add(recommendations.basis(gene, sources)));
    for (var outcome : outcomes) {
      switch (outcome) {
        case Outcome.Answered answered -> {
          answered.best().forEach(one -> children.add(recommendations.rule(one, true)));
          answered.notExcluded().forEach(one -> children.add(recommendations.rule(one, false)));
        }
        case Outcome.Unanswered not ->
            children.add(
                new Explanation.Note(
                    Kind.REASON,
                    not.detail(),
                    Details.of("source", new Value.Text(not.guideline().source()))
                        .word("population", not.guideline().population())
                        .with("genes", Value.texts(not.guideline().genes()))));
      }
    }
    for (var step : new UrgentStep[] {urgent, worse}) {
      if (step != null) {
        var which = step.recommendation().id().toString();
        children.add(
            rows.rule(
                "urgency",
                step.rule().row().cited(),
                Details.of("recommendation", new Value.Text(which)),
                List.of()));
      }
    }
  }

  /// Actions by source; or why none is known.
  private static State state(
      Details details,
      List<Outcome> outcomes,
      List<Outcome.Answered> answered,
      @Nullable DoseLimit limit) {
    if (answered.isEmpty()) {
      var reason =
          outcomes.getFirst() instanceof Outcome.Unanswered not
              ? not.reason()
              : ReasonCode.NO_KNOWLEDGE;
      var detail = outcomes.getFirst() instanceof Outcome.Unanswered not ? not.detail() : "no_row";
      return new State.NotAssessed(reason, details.word("detail", detail));
    }
    var actions = new TreeMap<String, Set<String>>();
    var open = new TreeMap<String, Set<String>>();
    var keys = new TreeSet<String>();
    for (var one : answered) {
      keys.add(RecommendationFinding.key(one.guideline()).text());
      gather(one.guideline().source(), one.best(), actions);
      gather(one.guideline().source(), one.notExcluded(), open);
    }
    open.forEach((source, own) -> own.removeAll(actions.getOrDefault(source, none())));
    var found = details.with("recommendations", Value.texts(List.copyOf(keys)));
    found = with(with(found, "actions_", actions), "open_actions_", open);
    for (var entry : limit == null ? Details.NONE.entries() : limit.details().entries()) {
      found = found.with(entry.getKey(), entry.getValue());
    }
    boolean isAgreed = new LinkedHashSet<>(actions.values()).size() <= 1;
    return State.found(found.word("sources_agree", isAgreed ? "yes" : "no"));
  }

  private static Set<String> none() {
    return new LinkedHashSet<>();
  }

  private static void gather(
      String source, List<Recommendation> recommendations, Map<String, Set<String>> actions) {
    for (var one : recommendations) {
      actions.computeIfAbsent(source, _ -> none()).add(one.gist().action().code());
    }
  }

  private static Details with(Details details, String prefix, Map<String, Set<String>> actions) {
    var with = details;
    for (var source : actions.entrySet()) {
      if (!source.getValue().isEmpty()) {
        with =
            with.with(
                prefix + source.getKey().toLowerCase(Locale.ROOT),
                new Value.Several(source.getValue().stream().<Value>map(Value.Word::new).toList()));
      }
    }
    return with;
  }

  private @Nullable Advice advice(
      Drug drug,
      List<Taken.Entry> taken,
      @Nullable UrgentStep urgent,
      @Nullable UrgentStep worse,
      @Nullable OpenQuestion open,
      List<Outcome> outcomes) {
    boolean isTaken = !taken.isEmpty();
    var details =
        Details.of("drug", new Value.Text(drug.name())).word("taken", isTaken ? "yes" : "no");
    if (urgent != null) {
      var genes = new TreeSet<String>();
      outcomes.forEach(one -> genes.addAll(one.guideline().genes()));
      boolean isSure = !isTaken || taken.stream().anyMatch(Taken.Entry::isSure);
      var about = urgent.with(details.with("genes", Value.texts(List.copyOf(genes))), rules);
      return new Advice(
          isSure ? urgent.call().verb() : Advice.Verb.SETTLE,
          urgent.call().priority(),
          isSure ? (isTaken ? "" : "before_use_") + urgent.rule().code() : "confirm_drug",
          worse == null ? about : worse.withNotExcluded(about));
    }
    return open == null ? null : open.advice(isTaken, details);
  }
}
