package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Explanation.Note.Kind;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;

/// The finding about one gene: named alleles, phenotype by source, and what stays open.
final class GeneFinding {
  /// Kind of the finding.
  static final String KIND = "diplotype";

  /// How tables write that there is none.
  private static final String NONE = ".";

  private static final int MOST_NAMES = 40;
  private static final int MOST_DIPLOTYPES = 1000;

  private final GeneAnswer answer;
  private final GeneExplanation explanation;
  private final EngineRules rules;
  private final List<String> drugs;
  private final Details where;

  /// @param drugs that guidelines look this gene up for
  /// @param where files and samples that were read
  GeneFinding(GeneAnswer answer, Rows rows, EngineRules rules, List<String> drugs, Details where) {
    this.answer = answer;
    this.explanation = new GeneExplanation(answer, rows);
    this.rules = rules;
    this.drugs = drugs;
    this.where = where;
  }

  /// The key of the finding about a gene.
  static FindingKey key(String symbol) {
    return new FindingKey(PharmacogeneInterpreter.NAME, KIND, symbol, FindingKey.WHOLE_PERSON);
  }

  Finding finding(String version) {
    var symbol = answer.gene().symbol();
    var key = key(symbol);
    return switch (answer) {
      case GeneAnswer.Called called ->
          new Finding(
              key,
              List.of(),
              Coded.of(symbol),
              new State.Found(possibilities(called)),
              null,
              null,
              why(called),
              version);
      case GeneAnswer.NotCalled not ->
          new Finding(
              key,
              List.of(),
              Coded.of(symbol),
              new State.NotAssessed(not.reason(), Details.NONE.word("detail", not.detail())),
              null,
              null,
              why(not),
              version);
    };
  }

  /// The best answers, then what else is not excluded and would change a conclusion.
  private List<Details> possibilities(GeneAnswer.Called called) {
    var possibilities = new ArrayList<Details>();
    for (var best : called.best()) {
      var details =
          Details.NONE
              .word("standing", "best")
              .text("diplotype", best.diplotype())
              .count("score", best.score());
      possibilities.add(withCalls(details, best.calls()));
    }
    for (var group : called.unsettled()) {
      var details =
          Details.NONE
              .word("standing", "not_excluded")
              .word("cause", group.cause().code())
              .count("count", group.names().size())
              .with("alleles", few(group.names()));
      possibilities.add(withCalls(details, group.calls()));
    }
    return possibilities;
  }

  private static Details withCalls(Details details, SortedMap<String, SourceCall> calls) {
    var with = details;
    for (var entry : calls.entrySet()) {
      var source = entry.getKey().toLowerCase(Locale.ROOT);
      switch (entry.getValue()) {
        case SourceCall.Concluded concluded -> {
          with = with.text("phenotype_" + source, concluded.call().phenotype());
          var score = concluded.call().activityScore();
          with = score == null ? with : with.text("activity_score_" + source, score);
        }
        case SourceCall.NoAnswer none -> with = with.word("no_answer_" + source, none.why());
      }
    }
    return with;
  }

  private static Value few(Collection<String> names) {
    return Value.texts(names.stream().limit(MOST_NAMES).toList());
  }

  private Explanation.Claim why(GeneAnswer.Called called) {
    var details = common().text("source", source(called));
    for (var source : called.gene().schemes().keySet()) {
      details = withDeciding(details, called, source);
    }
    if (!called.cannotExclude().isEmpty()) {
      details = details.with("cannot_exclude", Value.texts(called.cannotExclude()));
    }
    details = withFurther(details, called);
    var children = new ArrayList<Explanation>(explanation.genotypes(true));
    children.add(explanation.reference(true));
    children.addAll(explanation.alleles(called.best()));
    called.deciding().forEach(one -> children.addAll(explanation.phenotypes(one)));
    children.addAll(called.notes());
    called.otherPhase().forEach(group -> children.add(otherPhase(group)));
    children.addAll(explanation.unseen());
    if (!answer.unseen().isEmpty()) {
      if (called.isSettled()) {
        children.add(note(Kind.LIMIT, "missing_changes_nothing"));
      } else if (!called.settling().isEmpty()) {
        children.add(explanation.settles(List.copyOf(called.settling())));
      }
    }
    children.add(
        new Explanation.Note(
            Kind.LIMIT,
            "named_positions_only",
            Details.of("gene", new Value.Text(answer.gene().symbol()))
                .count("of", answer.gene().positions().size())));
    children.add(matters());
    return new Explanation.Claim(KIND, details, children);
  }

  /// The source that stands for all in a table of one phenotype.
  private String source(GeneAnswer.Called called) {
    var schemes = called.gene().schemes().keySet();
    return rules.sources().stream()
        .filter(schemes::contains)
        .findFirst()
        .orElseGet(() -> schemes.iterator().next());
  }

  /// Every further answer with its score and what the first source makes of it, in one order.
  private Details withFurther(Details details, GeneAnswer.Called called) {
    var names = new ArrayList<String>();
    var scores = new ArrayList<Value>();
    var phenotypes = new ArrayList<String>();
    var source = source(called);
    for (var one : called.further().stream().limit(MOST_DIPLOTYPES).toList()) {
      var call = one.calls().get(source);
      var phenotype = call == null ? null : call.phenotype();
      names.add(one.diplotype());
      scores.add(new Value.Count(one.score()));
      phenotypes.add(phenotype == null ? NONE : phenotype);
    }
    return names.isEmpty()
        ? details
        : details
            .with("also_consistent", Value.texts(names))
            .with("also_consistent_scores", new Value.Several(scores))
            .with("also_consistent_phenotypes", Value.texts(phenotypes))
            .count("also_consistent_count", called.further().size());
  }

  /// What recommendations of a source rest on, and how it is bounded.
  private Details withDeciding(Details details, GeneAnswer.Called called, String source) {
    var phenotypes = new LinkedHashSet<String>();
    var scores = new LinkedHashSet<String>();
    for (var one : called.deciding()) {
      var call = one.calls().get(source);
      if (call != null && call.phenotype() != null) {
        phenotypes.add(call.phenotype());
      }
      if (call != null && call.activityScore() != null) {
        scores.add(call.activityScore());
      }
    }
    var suffix = "_" + source.toLowerCase(Locale.ROOT);
    var with =
        phenotypes.isEmpty()
            ? details
            : details.with("phenotype" + suffix, Value.texts(List.copyOf(phenotypes)));
    if (!scores.isEmpty()) {
      with = with.with("activity_score" + suffix, Value.texts(List.copyOf(scores)));
    }
    var bound = Bound.of(called, source, rules);
    return bound == null ? with : with.word("bound" + suffix, bound.code());
  }

  private Details common() {
    var gene = answer.gene();
    var missing =
        answer.unseen().stream().map(position -> gene.positions().get(position).name()).toList();
    var details =
        where
            .text("gene", gene.symbol())
            .count("positions_matched", gene.positions().size() - missing.size());
    return missing.isEmpty() ? details : details.with("positions_missing", Value.texts(missing));
  }

  private Explanation.Note note(Kind kind, String code) {
    return new Explanation.Note(
        kind, code, Details.of("gene", new Value.Text(answer.gene().symbol())));
  }

  /// An answer of another phase: `unphased: … not excluded`.
  static Explanation.Note otherPhase(OpenGroup group) {
    return new Explanation.Note(
        Kind.OPEN,
        "unphased_not_excluded",
        withCalls(
            Details.of("diplotypes", few(group.names())).count("count", group.names().size()),
            group.calls()));
  }

  private Explanation.Note matters() {
    return new Explanation.Note(
        Kind.MATTERS,
        "drugs",
        Details.of("drugs", Value.texts(drugs)).text("gene", answer.gene().symbol()));
  }

  /// The drugs that the gene of a finding matters for, as its explanation names them.
  static List<String> drugs(Finding finding) {
    var drugs = new ArrayList<String>();
    for (var child : finding.why().children()) {
      if (child instanceof Explanation.Note note && note.kind() == Kind.MATTERS) {
        drugs.addAll(PharmacogeneTable.texts(note.details().get("drugs")));
      }
    }
    return drugs;
  }

  private Explanation.Claim why(GeneAnswer.NotCalled not) {
    var children = new ArrayList<Explanation>();
    children.add(new Explanation.Note(Kind.REASON, not.detail(), explanation.about(not)));
    children.addAll(explanation.genotypes(true));
    children.addAll(explanation.unseen());
    children.addAll(not.because());
    children.addAll(explanation.settles(not, rules));
    children.add(matters());
    return new Explanation.Claim(KIND, common(), children);
  }
}
