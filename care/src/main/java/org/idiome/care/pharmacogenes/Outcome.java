package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.Strength;
import org.idiome.knowledge.pharmacogene.Recommendation;
import org.jspecify.annotations.Nullable;

/// What a guideline comes to for one person.
sealed interface Outcome {
  /// The guideline.
  Guideline guideline();

  /// What it says for each answer that the data allow, the best first; none where a gene was not
  /// called.
  List<Advised> advised();

  /// The recommendations that follow from the answers that decide.
  default List<Recommendation> best() {
    return recommendations(true);
  }

  /// Those that follow only from answers that are not excluded.
  default List<Recommendation> notExcluded() {
    return recommendations(false);
  }

  /// How well what it says is supported: by the weakest of the recommendations that the data allow,
  /// since none of them is more certain than the others to hold; null where none is graded. What
  /// the source says nothing of has no grade and weakens none.
  default @Nullable Strength strength(EngineRules rules) {
    Strength weakest = null;
    for (var one : advised()) {
      var recommendation = one.recommendation();
      var own = recommendation == null ? null : rules.strength(recommendation);
      boolean isWeaker =
          own != null && (weakest == null || own.level().compareTo(weakest.level()) < 0);
      weakest = isWeaker ? own : weakest;
    }
    return weakest;
  }

  private List<Recommendation> recommendations(boolean isBest) {
    var recommendations = new ArrayList<Recommendation>();
    for (var one : advised()) {
      if (one.isBest() == isBest && one.recommendation() != null) {
        recommendations.add(one.recommendation());
      }
    }
    return recommendations;
  }

  /// It has answers.
  record Answered(Guideline guideline, List<GeneAnswer.Called> genes, List<Advised> advised)
      implements Outcome {
    /// Copies the lists.
    public Answered {
      genes = List.copyOf(genes);
      advised = List.copyOf(advised);
    }
  }

  /// It has none, since something that it needs is not assessed.
  ///
  /// @param gene that stands in the way, or null where it is the guideline
  /// @param detail code of what stands in the way
  record Unanswered(
      Guideline guideline,
      ReasonCode reason,
      @Nullable GeneAnswer gene,
      String detail,
      List<Advised> advised)
      implements Outcome {
    /// Copies the list.
    public Unanswered {
      advised = List.copyOf(advised);
    }
  }

  /// Applies a guideline to the answers of its genes.
  ///
  /// @param answers by gene; none where the snapshot does not know a gene
  static Outcome of(Guideline guideline, Map<String, GeneAnswer> answers) {
    var called = new ArrayList<GeneAnswer.Called>();
    for (var symbol : guideline.genes()) {
      switch (answers.get(symbol)) {
        case null -> {
          return new Unanswered(
              guideline, ReasonCode.NO_KNOWLEDGE, null, "gene_not_known", List.of());
        }
        case GeneAnswer.NotCalled not -> {
          return new Unanswered(guideline, not.reason(), not, not.detail(), List.of());
        }
        case GeneAnswer.Called one -> called.add(one);
      }
    }
    var advised = Advised.of(Lookup.of(guideline.source(), called), guideline.rows());
    var answered = new Answered(guideline, called, advised);
    var detail = answered.best().isEmpty() ? unanswered(advised) : standing(answered);
    return detail == null
        ? answered
        : new Unanswered(guideline, ReasonCode.NO_KNOWLEDGE, called.getFirst(), detail, advised);
  }

  /// Why nothing follows from the answers that decide.
  private static String unanswered(List<Advised> advised) {
    boolean hasKeys =
        advised.stream()
            .filter(Advised::isBest)
            .flatMap(one -> one.lookups().stream())
            .anyMatch(one -> !one.keys().isEmpty());
    return hasKeys ? "no_row" : "no_phenotype";
  }

  /// Why what follows may not be said, or null: no standard dose rests on a base that no allele
  /// documents.
  private static @Nullable String standing(Answered answered) {
    boolean isUndocumented =
        answered.advised().stream()
            .flatMap(one -> one.lookups().stream())
            .anyMatch(one -> one.isOpenFor(OpenGroup.Cause.UNDOCUMENTED));
    boolean isActionable = answered.best().stream().anyMatch(Recommendation::isActionable);
    return isUndocumented && !isActionable ? Phenotypes.UNDOCUMENTED_BASE : null;
  }
}
