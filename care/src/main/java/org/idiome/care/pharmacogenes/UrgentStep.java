package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Value;
import org.idiome.knowledge.pharmacogene.AdviceStep;
import org.idiome.knowledge.pharmacogene.LookupKey;
import org.idiome.knowledge.pharmacogene.NaturalOrder;
import org.idiome.knowledge.pharmacogene.Recommendation;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// A step of a recommendation that asks for something, and how urgent it is.
///
/// @param outcome of the guideline that has the recommendation
/// @param lookups those that lead to the recommendation
/// @param recommendation that has the step
record UrgentStep(
    Outcome.Answered outcome,
    List<Lookup> lookups,
    Recommendation recommendation,
    Asking asking,
    EngineRules.Urgency.Call call) {

  /// A step and the rule that says how urgent it is.
  record Asking(AdviceStep step, EngineRules.Urgency rule) {}

  /// The population of a guideline that makes no difference between persons.
  private static final String ANYBODY = "any";

  private static final int MOST_NAMES = 3;

  /// The most urgent step of what follows from the answers that decide, or null where none asks for
  /// anything.
  static @Nullable UrgentStep of(
      List<Outcome.Answered> answered, boolean isTaken, Profile profile, EngineRules rules) {
    return of(answered, true, isTaken, profile, rules);
  }

  /// The most urgent step of what follows only from answers that are not excluded, where it is more
  /// urgent than this one; else null.
  @Nullable UrgentStep worse(
      List<Outcome.Answered> answered, boolean isTaken, Profile profile, EngineRules rules) {
    var other = of(answered, false, isTaken, profile, rules);
    return other != null && other.rule().isBefore(rule()) ? other : null;
  }

  private static @Nullable UrgentStep of(
      List<Outcome.Answered> answered,
      boolean isBest,
      boolean isTaken,
      Profile profile,
      EngineRules rules) {
    UrgentStep most = null;
    for (var outcome : answered) {
      if (!mayHoldFor(outcome.guideline(), profile, rules)) {
        continue;
      }
      for (var one : outcome.advised()) {
        var recommendation = one.isBest() == isBest ? one.recommendation() : null;
        var asking = recommendation == null ? null : asking(recommendation, isTaken, rules);
        var call = asking == null ? null : asking.rule().call(isTaken);
        if (recommendation != null
            && asking != null
            && call != null
            && (most == null || asking.rule().isBefore(most.rule()))) {
          most = new UrgentStep(outcome, one.lookups(), recommendation, asking, call);
        }
      }
    }
    return most;
  }

  /// How urgent the step is.
  EngineRules.Urgency rule() {
    return asking.rule();
  }

  /// The rule of the most urgent step of a recommendation, or null where nothing is asked for or
  /// nobody confirmed the recommendation.
  static EngineRules.@Nullable Urgency rule(
      Recommendation one, boolean isTaken, EngineRules rules) {
    var asking = asking(one, isTaken, rules);
    return asking == null ? null : asking.rule();
  }

  private static @Nullable Asking asking(Recommendation one, boolean isTaken, EngineRules rules) {
    Asking most = null;
    var level = rules.strength(one.source(), one.classification());
    for (var step : one.confirmed() ? one.steps() : List.<AdviceStep>of()) {
      var rule = rules.urgency(step, level);
      if (rule != null
          && rule.call(isTaken) != null
          && (most == null || rule.isBefore(most.rule()))) {
        most = new Asking(step, rule);
      }
    }
    return most;
  }

  /// Whether the population of a guideline may be that of the person; it may where the age is not
  /// known.
  static boolean mayHoldFor(Guideline guideline, Profile profile, EngineRules rules) {
    var population = rules.population(guideline.population());
    return population == null || population.mayHoldFor(profile);
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
    if (rules.isConditional(asking.step())) {
      var conditions = Advised.details(asking.step()).get("when");
      details = conditions == null ? details : details.with("conditions", conditions);
    }
    var agents = agents();
    return agents.isEmpty() ? details : details.with("agents", Value.texts(agents));
  }

  /// What the words need to say that this step is not excluded where a milder one follows from what
  /// was found: what it asks for, on which answer, and the positions that would tell.
  Details withNotExcluded(Details before) {
    var details =
        before
            .text("if_source", recommendation.source())
            .text("if_lookup", lookup(recommendation))
            .word("if_action", rule().action().code());
    if (rule().action() == AdviceStep.Action.AVOID) {
      details = details.word("if_at_all", "if_at_all");
    }
    var alleles = new TreeSet<String>(NaturalOrder.NAMES);
    var genes = new TreeSet<String>();
    var positions = new LinkedHashSet<String>();
    for (var lookup : lookups) {
      for (var opening : lookup.openings()) {
        var gene = opening.gene().gene();
        alleles.addAll(opening.group().names());
        for (int position : opening.group().settling()) {
          genes.add(gene.symbol());
          positions.add(gene.positions().get(position).name());
        }
      }
    }
    if (!alleles.isEmpty() && alleles.size() <= MOST_NAMES) {
      details = details.with("if_alleles", Value.texts(List.copyOf(alleles)));
    }
    if (!positions.isEmpty() && positions.size() <= MOST_NAMES) {
      details =
          details
              .with("if_genes", Value.texts(List.copyOf(genes)))
              .with("if_positions", Value.texts(List.copyOf(positions)));
    }
    return details;
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
