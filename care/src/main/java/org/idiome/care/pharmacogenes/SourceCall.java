package org.idiome.care.pharmacogenes;

import java.util.List;
import org.idiome.knowledge.pharmacogene.Judgement;
import org.idiome.knowledge.pharmacogene.LookupKey;
import org.idiome.knowledge.pharmacogene.PhenotypeCall;
import org.jspecify.annotations.Nullable;

/// What one source concludes from what lies on the strands.
sealed interface SourceCall {
  /// The source has an answer.
  ///
  /// @param key under which its guidelines look it up, or null where they look up nothing
  /// @param judgements of the two alleles that decide
  record Concluded(PhenotypeCall call, @Nullable LookupKey key, List<Judgement> judgements)
      implements SourceCall {
    /// Copies the list.
    public Concluded {
      judgements = List.copyOf(judgements);
    }
  }

  /// The source has none.
  ///
  /// @param why code: `allele_not_judged`, `no_rule`, `one_copy`, `undocumented_base`
  /// @param about the allele or base in question
  record NoAnswer(String why, String about) implements SourceCall {}

  /// The phenotype, or null where there is none.
  default @Nullable String phenotype() {
    return switch (this) {
      case Concluded concluded -> concluded.call().phenotype();
      case NoAnswer _ -> null;
    };
  }

  /// The activity score, or null where there is none.
  default @Nullable String activityScore() {
    return switch (this) {
      case Concluded concluded -> concluded.call().activityScore();
      case NoAnswer _ -> null;
    };
  }

  /// What tells answers apart: phenotype and score, not the alleles that led there.
  default String conclusion() {
    return switch (this) {
      case Concluded concluded ->
          concluded.call().phenotype() + "|" + concluded.call().activityScore();
      case NoAnswer _ -> "-";
    };
  }
}
