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

  /// The most urgent step of the recommendations that may hold for a person, or null where none
  /// asks for anything.
  ///
  /// @param isBest whether to look at what follows from the answers that decide, or at what is only
  ///   not excluded
  static @Nullable UrgentStep of(
      List<Outcome.Answered> answered,
      boolean isTaken,
      boolean isBest,
      Profile profile,
      EngineRules rules) {
    UrgentStep most = null;
    for (var outcome : answered) {
      if (!mayHoldFor(outcome.guideline().population(), profile, rules)) {
        continue;
      }
      for (var one : isBest ? outcome.best() : outcome.notExcluded()) {
        var next = one.confirmed() ? of(outcome, one, isTaken, rules) : null;
        if (next != null && (most == null || next.isBefore(most))) {
          most = next;
        }
      }
    }
    return most;
  }

  private boolean isBefore(UrgentStep other) {
    return call.priority().compareTo(other.call.priority()) < 0;
  }

  private static @Nullable UrgentStep of(
      Outcome.Answered outcome, Recommendation one, boolean isTaken, EngineRules rules) {
    UrgentStep most = null;
    var level = rules.strength(one.source(), one.classification());
    for (var step : one.steps()) {
      var rule = rules.urgency(step, level);
      var call = rule == null ? null : isTaken ? rule.taken() : rule.considered();
      if (rule != null && call != null) {
        var next = new UrgentStep(outcome, one, rule, call);
        most = most == null || next.isBefore(most) ? next : most;
      }
    }
    return most;
  }

  /// Whether a population may be that of the person; it may where the age is not known.
  private static boolean mayHoldFor(String code, Profile profile, EngineRules rules) {
    var population = rules.population(code);
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
