package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.idiome.core.finding.ReasonCode;
import org.idiome.knowledge.pharmacogene.Recommendation;
import org.jspecify.annotations.Nullable;

/// What a guideline comes to for one person.
sealed interface Outcome {
  /// The guideline.
  Guideline guideline();

  /// It has answers.
  ///
  /// @param advised what it says, the best first
  record Answered(Guideline guideline, List<GeneAnswer.Called> genes, List<Advised> advised)
      implements Outcome {
    /// Copies the lists.
    public Answered {
      genes = List.copyOf(genes);
      advised = List.copyOf(advised);
    }

    /// The recommendations that follow from the answers that decide.
    List<Recommendation> best() {
      return recommendations(true);
    }

    /// Those that follow only from answers that are not excluded.
    List<Recommendation> notExcluded() {
      return recommendations(false);
    }

    private List<Recommendation> recommendations(boolean isBest) {
      var recommendations = new ArrayList<Recommendation>();
      for (var one : advised) {
        if (one.isBest() == isBest && one.recommendation() != null) {
          recommendations.add(one.recommendation());
        }
      }
      return recommendations;
    }
  }

  /// It has none, since something that it needs is not assessed.
  ///
  /// @param gene that stands in the way, or null where it is the guideline
  /// @param detail code of what stands in the way
  record Unanswered(
      Guideline guideline, ReasonCode reason, @Nullable GeneAnswer gene, String detail)
      implements Outcome {}

  /// Applies a guideline to the answers of its genes.
  ///
  /// @param answers by gene; none where the snapshot does not know a gene
  static Outcome of(Guideline guideline, Map<String, GeneAnswer> answers) {
    var called = new ArrayList<GeneAnswer.Called>();
    for (var symbol : guideline.genes()) {
      switch (answers.get(symbol)) {
        case null -> {
          return new Unanswered(guideline, ReasonCode.NO_KNOWLEDGE, null, "gene_not_known");
        }
        case GeneAnswer.NotCalled not -> {
          return new Unanswered(guideline, not.reason(), not, not.detail());
        }
        case GeneAnswer.Called one -> called.add(one);
      }
    }
    var advised = Advised.of(Lookup.of(guideline.source(), called), guideline.rows());
    var answered = new Answered(guideline, called, advised);
    if (answered.best().isEmpty()) {
      boolean hasKeys =
          advised.stream()
              .filter(Advised::isBest)
              .flatMap(one -> one.lookups().stream())
              .anyMatch(one -> !one.keys().isEmpty());
      return new Unanswered(
          guideline,
          ReasonCode.NO_KNOWLEDGE,
          called.getFirst(),
          hasKeys ? "no_row" : "no_phenotype");
    }
    boolean isUndocumented =
        advised.stream()
            .flatMap(one -> one.lookups().stream())
            .anyMatch(one -> one.causes().contains(OpenGroup.Cause.UNDOCUMENTED));
    if (isUndocumented && answered.best().stream().noneMatch(Recommendation::isActionable)) {
      return new Unanswered(
          guideline, ReasonCode.NO_KNOWLEDGE, called.getFirst(), Phenotypes.UNDOCUMENTED_BASE);
    }
    return answered;
  }
}
