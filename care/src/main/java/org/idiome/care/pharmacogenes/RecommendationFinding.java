package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Explanation.Claim;
import org.idiome.core.finding.Explanation.Note.Kind;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.idiome.knowledge.pharmacogene.Drug;
import org.idiome.knowledge.pharmacogene.Recommendation;

/// The finding about one guideline: what one source says of one drug for one population.
///
/// Each consequence that the person's lookups lead to is a possibility; where all lead to the same
/// one, that is said.
final class RecommendationFinding {
  /// Kind of the finding.
  static final String KIND = "recommendation";

  private final EngineRules rules;
  private final Rows rows;

  /// What was said of a gene to some sources; many guidelines of one person rest on the same.
  private final Map<String, Claim> bases = new HashMap<>();

  /// For one person.
  RecommendationFinding(EngineRules rules, Rows rows) {
    this.rules = rules;
    this.rows = rows;
  }

  static FindingKey key(Guideline guideline) {
    return new FindingKey(
        PharmacogeneInterpreter.NAME, KIND, guideline.drug().name(), guideline.scope());
  }

  /// A drug as the subject of a finding.
  static Coded subject(Drug drug) {
    return new Coded(
        drug.codes().isEmpty() ? drug.name() : drug.codes().getFirst().toString(), drug.name());
  }

  Finding finding(String version, Outcome outcome) {
    var guideline = outcome.guideline();
    var state =
        switch (outcome) {
          case Outcome.Answered answered ->
              new State.Found(
                  answered.advised().stream().map(one -> possibility(guideline, one)).toList());
          case Outcome.Unanswered not ->
              new State.NotAssessed(not.reason(), Details.NONE.word("detail", not.detail()));
        };
    return new Finding(
        key(guideline),
        List.of(),
        subject(guideline.drug()),
        state,
        outcome instanceof Outcome.Answered ? outcome.strength(rules) : null,
        null,
        why(outcome),
        version);
  }

  private Details possibility(Guideline guideline, Advised advised) {
    var lookups = new LinkedHashSet<String>();
    for (var lookup : advised.lookups()) {
      var text = lookup.text();
      if (text != null) {
        lookups.add(text);
      }
    }
    var recommendation = advised.recommendation();
    var details =
        (recommendation == null ? Details.NONE : Advised.details(recommendation.gist()))
            .word("standing", advised.isBest() ? "best" : "not_excluded")
            .text("source", guideline.source())
            .word("population", guideline.population())
            .with("genes", Value.texts(guideline.genes()));
    if (!lookups.isEmpty()) {
      details = details.with("lookups", Value.texts(List.copyOf(lookups)));
    }
    if (advised.lookups().size() > 1) {
      details = details.count("same_consequence", advised.lookups().size());
    }
    if (recommendation == null) {
      return details.word("no_answer", lookups.isEmpty() ? "no_phenotype" : "no_row");
    }
    var classification = recommendation.classification();
    details =
        details
            .text("recommendation", recommendation.id().toString())
            .word("confirmed", recommendation.confirmed() ? "yes" : "no");
    details = classification == null ? details : details.text("classification", classification);
    var strength = rules.strength(recommendation);
    return strength == null ? details : details.word("strength", strength.level().code());
  }

  private Claim why(Outcome outcome) {
    var guideline = outcome.guideline();
    var details =
        Details.of("drug", new Value.Text(guideline.drug().name()))
            .text("source", guideline.source())
            .word("population", guideline.population())
            .with("genes", Value.texts(guideline.genes()));
    var children = new ArrayList<Explanation>();
    switch (outcome) {
      case Outcome.Answered answered -> {
        answered.genes().forEach(gene -> children.add(basis(gene, List.of(guideline.source()))));
        answered
            .advised()
            .forEach(one -> {
              if (one.recommendation() != null) {
                children.add(rule(one.recommendation(), one.isBest()));
              }
            });
        answered.genes().forEach(gene -> addOpen(children, gene));
      }
      case Outcome.Unanswered not -> {
        children.add(new Explanation.Note(Kind.REASON, not.detail(), of(guideline.genes())));
        switch (not.gene()) {
          case null -> {}
          case GeneAnswer.Called gene -> children.add(basis(gene, List.of(guideline.source())));
          case GeneAnswer.NotCalled gene ->
              children.addAll(new GeneExplanation(gene, rows).settles(gene, rules));
        }
      }
    }
    return new Claim(KIND, details, children);
  }

  private static Details of(List<String> genes) {
    return Details.of("genes", Value.texts(genes));
  }

  /// What a recommendation rests on: the gene's answer, with the records that differ from the
  /// reference. The gene's own finding, which it names, has all the others.
  Claim basis(GeneAnswer.Called gene, Collection<String> sources) {
    return bases.computeIfAbsent(
        gene.gene().symbol() + " " + String.join(" ", sources), _ -> newBasis(gene, sources));
  }

  private Claim newBasis(GeneAnswer.Called gene, Collection<String> sources) {
    var names = new ArrayList<String>();
    var explanation = new GeneExplanation(gene, rows);
    var children = new ArrayList<Explanation>(explanation.genotypes(false));
    children.add(explanation.reference(false));
    var details =
        Details.of("gene", new Value.Text(gene.gene().symbol()))
            .text("finding", GeneFinding.key(gene.gene().symbol()).text());
    for (var one : gene.deciding()) {
      names.add(one.diplotype());
    }
    for (var source : sources) {
      for (var one : gene.deciding()) {
        var call = one.calls().get(source);
        if (call != null) {
          children.add(explanation.phenotype(source, call, false));
        }
      }
      var bound = Bound.of(gene, source, rules);
      if (bound != null) {
        details = details.word("bound_" + source.toLowerCase(Locale.ROOT), bound.code());
      }
    }
    return new Claim("gene_answer", details.with("diplotypes", Value.texts(names)), children);
  }

  /// The rows of a recommendation: its gist as the rule, the further steps below.
  Explanation.Rule rule(Recommendation recommendation, boolean isBest) {
    var details =
        Details.of("recommendation", new Value.Text(recommendation.id().toString()))
            .text("guideline", recommendation.guideline().toString())
            .text("source", recommendation.source())
            .word("population", recommendation.population())
            .word("standing", isBest ? "best" : "not_excluded");
    if (recommendation.classification() != null) {
      details = details.text("classification", recommendation.classification());
    }
    var children = new ArrayList<Explanation>();
    for (var step : recommendation.steps()) {
      boolean isGist = children.isEmpty();
      children.add(
          new Claim(
              "step", Advised.details(step), isGist ? List.of() : List.of(Rows.known(step.row()))));
    }
    return rows.rule("guideline", recommendation.gist().row(), details, children);
  }

  private void addOpen(List<Explanation> children, GeneAnswer.Called gene) {
    gene.notes().forEach(children::add);
    gene.otherPhase().forEach(group -> children.add(GeneFinding.otherPhase(group)));
    if (!gene.settling().isEmpty()) {
      children.add(new GeneExplanation(gene, rows).settles(List.copyOf(gene.settling())));
    }
  }
}
