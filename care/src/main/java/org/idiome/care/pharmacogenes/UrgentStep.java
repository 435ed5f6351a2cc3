package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Value;
import org.idiome.core.time.AgeAt;
import org.idiome.knowledge.pharmacogene.AdviceStep;
import org.idiome.knowledge.pharmacogene.LookupKey;
import org.idiome.knowledge.pharmacogene.Recommendation;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// A step of a recommendation that asks for something, and how urgent it is.
///
/// @param outcome of the guideline that has the recommendation
record UrgentStep(
    Outcome.Answered outcome,
    Recommendation recommendation,
    EngineRules.Urgency rule,
    EngineRules.Urgency.Call call) {

  /// The population of a guideline that makes no difference between persons.
  private static final String ANYBODY = "any";

  /// The most urgent step of what follows from the answers that decide, or null where none asks for
  /// anything.
  static @Nullable UrgentStep of(
      List<Outcome.Answered> answered, boolean isTaken, Profile profile, EngineRules rules) {
    UrgentStep most = null;
    for (var outcome : answered) {
      if (!mayHoldFor(outcome.guideline(), profile, rules)) {
        continue;
      }
      for (var one : outcome.best()) {
        var rule = rule(one, isTaken, rules);
        var call = rule == null ? null : rule.call(isTaken);
        if (rule != null && call != null && (most == null || rule.isBefore(most.rule))) {
          most = new UrgentStep(outcome, one, rule, call);
        }
      }
    }
    return most;
  }

  /// The rule of the most urgent step of a recommendation, or null where nothing is asked for or
  /// nobody confirmed the recommendation.
  static EngineRules.@Nullable Urgency rule(
      Recommendation one, boolean isTaken, EngineRules rules) {
    EngineRules.Urgency most = null;
    var level = rules.strength(one.source(), one.classification());
    for (var step : one.confirmed() ? one.steps() : List.<AdviceStep>of()) {
      var rule = rules.urgency(step, level);
      if (rule != null && rule.call(isTaken) != null && (most == null || rule.isBefore(most))) {
        most = rule;
      }
    }
    return most;
  }

  /// Whether the population of a guideline may be that of the person; it may where the age is not
  /// known.
  static boolean mayHoldFor(Guideline guideline, Profile profile, EngineRules rules) {
    var population = rules.population(guideline.population());
    if (population == null) {
      return true;
    }
    var born = profile.individual().born();
    return switch (AgeAt.of(born, profile.at(), AgeAt.LeapBirthday.MARCH_1)) {
      case AgeAt.CannotBeSaid _ -> true;
      case AgeAt.Years years ->
          (population.from() == null || years.most() >= population.from())
              && (population.below() == null || years.least() < population.below());
    };
  }

  /// What the words of an advice need: whose recommendation, for whom, on which alleles, phenotype
  /// and key it rests, which keys are not excluded, and other drugs that it names.
  Details with(Details before, EngineRules rules) {
    var diplotypes = new LinkedHashSet<String>();
    var phenotypes = new LinkedHashSet<String>();
    Bound bound = null;
    for (var gene : outcome.genes()) {
      bound = bound == null ? Bound.of(gene, recommendation.source(), rules) : bound;
      for (var one : gene.deciding()) {
        diplotypes.add(one.diplotype());
        var call = one.calls().get(recommendation.source());
        if (call != null && call.phenotype() != null) {
          phenotypes.add(call.phenotype());
        }
      }
    }
    var details =
        before
            .text("source", recommendation.source())
            .text("recommendation", recommendation.id().toString())
            .text("lookup", lookup(recommendation))
            .with("diplotypes", Value.texts(List.copyOf(diplotypes)))
            .with("phenotypes", Value.texts(List.copyOf(phenotypes)));
    if (bound != null) {
      details = details.word("bound", bound.code());
    }
    var others = outcome.notExcluded().stream().map(UrgentStep::lookup).distinct().toList();
    if (!others.isEmpty()) {
      details = details.with("not_excluded", Value.texts(others));
    }
    if (!recommendation.population().equals(ANYBODY)) {
      details = details.word("population", recommendation.population());
    }
    var agents = agents();
    return agents.isEmpty() ? details : details.with("agents", Value.texts(agents));
  }

  /// The phenotype or score under which a recommendation stands.
  private static String lookup(Recommendation recommendation) {
    return String.join(
        " + ", recommendation.keys().stream().map(LookupKey::value).sorted().toList());
  }

  /// The drugs that the recommendation names as alternatives.
  private List<String> agents() {
    var agents = new ArrayList<String>();
    for (var step : recommendation.steps()) {
      if (step.action() == AdviceStep.Action.ALTERNATIVE) {
        agents.addAll(step.agents());
      }
    }
    return agents.stream().distinct().toList();
  }
}
