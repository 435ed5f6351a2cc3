package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Value;
import org.idiome.knowledge.pharmacogene.AdviceStep;
import org.idiome.knowledge.pharmacogene.NaturalOrder;
import org.idiome.knowledge.pharmacogene.Recommendation;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// What stays open about the genes of a drug, and what would settle it.
///
/// For a drug that is taken: a gene that was not called, or else an answer that is not excluded and
/// of which any step follows. For a drug that is not taken: an answer that is not excluded, of a
/// gene that was called, and only where it asks for what is advised before a drug is begun. So a
/// person of whom nothing was read is asked nothing about drugs that nobody thinks of.
///
/// @param about values for the words
record OpenQuestion(Remedy remedy, Details about, List<Explanation> settles) {
  private static final int MOST_NAMES = 3;

  OpenQuestion {
    settles = List.copyOf(settles);
  }

  /// The advice to have it settled, or null where none is given here.
  @Nullable Advice advice(boolean isTaken, Details before) {
    var details = before;
    for (var entry : about.entries()) {
      details = details.with(entry.getKey(), entry.getValue());
    }
    return remedy.forDrug(isTaken, details);
  }

  /// The question that comes first, or null where nothing is open.
  static @Nullable OpenQuestion of(
      List<Outcome> outcomes, boolean isTaken, Profile profile, EngineRules rules, Rows rows) {
    if (isTaken) {
      for (var outcome : outcomes) {
        var question = ofGene(outcome, outcomes, rules, rows);
        if (question != null) {
          return question;
        }
      }
    }
    return ofAnswers(outcomes, isTaken, profile, rules, rows);
  }

  /// A gene that was not called, with all others that one remedy would settle.
  private static @Nullable OpenQuestion ofGene(
      Outcome outcome, List<Outcome> outcomes, EngineRules rules, Rows rows) {
    if (!(outcome instanceof Outcome.Unanswered not)
        || !(not.gene() instanceof GeneAnswer.NotCalled gene)) {
      return null;
    }
    var remedy = rules.remedy(gene.detail());
    if (remedy == null) {
      return null;
    }
    var genes = new TreeMap<String, GeneAnswer.NotCalled>();
    for (var other : outcomes) {
      if (other instanceof Outcome.Unanswered also
          && also.gene() instanceof GeneAnswer.NotCalled same
          && same.detail().equals(gene.detail())) {
        genes.put(same.gene().symbol(), same);
      }
    }
    var settles = new ArrayList<Explanation>();
    genes
        .values()
        .forEach(one -> settles.addAll(new GeneExplanation(one, rows).settles(one, rules)));
    var names = Value.texts(List.copyOf(genes.keySet()));
    return new OpenQuestion(remedy, gene.about().with("genes", names), settles);
  }

  /// Answers that are not excluded and ask for something.
  private static @Nullable OpenQuestion ofAnswers(
      List<Outcome> outcomes, boolean isTaken, Profile profile, EngineRules rules, Rows rows) {
    var gathered = new Gathering(rows);
    for (var outcome : outcomes) {
      if (!UrgentStep.mayHoldFor(outcome.guideline(), profile, rules)) {
        continue;
      }
      for (var one : outcome.advised()) {
        var recommendation = one.isBest() ? null : one.recommendation();
        var rule = recommendation == null ? null : UrgentStep.rule(recommendation, isTaken, rules);
        if (recommendation != null && rule != null) {
          gathered.add(recommendation, rule, one.lookups());
        }
      }
    }
    var remedy = rules.remedy(Remedy.POSITIONS_NOT_SEEN);
    return remedy == null || gathered.isEmpty() ? null : gathered.question(remedy);
  }

  /// What open answers would ask for, their alleles, and the positions that would settle them.
  private static final class Gathering {
    private final SortedMap<String, GeneAnswer.Called> genes = new TreeMap<>();
    private final SortedMap<String, SortedSet<Integer>> positions = new TreeMap<>();
    private final SortedSet<String> alleles = new TreeSet<>(NaturalOrder.NAMES);
    private final SortedSet<String> sources = new TreeSet<>();
    private final Set<AdviceStep.Action> actions = new TreeSet<>();
    private final Rows rows;

    Gathering(Rows rows) {
      this.rows = rows;
    }

    boolean isEmpty() {
      return actions.isEmpty();
    }

    void add(Recommendation recommendation, EngineRules.Urgency rule, List<Lookup> lookups) {
      sources.add(recommendation.source());
      actions.add(rule.action());
      for (var lookup : lookups) {
        for (var opening : lookup.openings()) {
          var symbol = opening.gene().gene().symbol();
          genes.put(symbol, opening.gene());
          positions
              .computeIfAbsent(symbol, _ -> new TreeSet<>())
              .addAll(opening.group().settling());
          alleles.addAll(opening.group().names());
        }
      }
    }

    OpenQuestion question(Remedy remedy) {
      var names = new ArrayList<String>();
      var settles = new ArrayList<Explanation>();
      genes.forEach((symbol, gene) -> {
        var own = List.copyOf(positions.getOrDefault(symbol, new TreeSet<>()));
        own.forEach(position -> names.add(gene.gene().positions().get(position).name()));
        settles.add(new GeneExplanation(gene, rows).settles(own));
      });
      var words = actions.stream().<Value>map(one -> new Value.Word(one.code())).toList();
      var about =
          Details.of("genes", Value.texts(List.copyOf(genes.keySet())))
              .count("positions_count", names.size())
              .count("alleles_count", alleles.size())
              .with("sources", Value.texts(List.copyOf(sources)))
              .with("actions", new Value.Several(words));
      if (names.size() <= MOST_NAMES) {
        about = about.with("positions", Value.texts(names));
      }
      if (alleles.size() <= MOST_NAMES) {
        about = about.with("alleles", Value.texts(List.copyOf(alleles)));
      }
      return new OpenQuestion(remedy, about, settles);
    }
  }
}
