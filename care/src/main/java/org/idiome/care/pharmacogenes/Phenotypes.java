package org.idiome.care.pharmacogenes;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.knowledge.pharmacogene.AlleleFunction;
import org.idiome.knowledge.pharmacogene.Judgement;
import org.idiome.knowledge.pharmacogene.Pharmacogene;
import org.idiome.knowledge.pharmacogene.PhenotypeScheme;
import org.jspecify.annotations.Nullable;

/// What the sources conclude from two named alleles of one gene.
final class Phenotypes {
  /// A source says nothing of an allele.
  static final String ALLELE_NOT_JUDGED = "allele_not_judged";

  /// A source has no rule for two functions.
  static final String NO_RULE = "no_rule";

  /// There is one copy of the gene, and no source has rules for that here.
  static final String ONE_COPY = "one_copy";

  /// A base that no allele documents.
  static final String UNDOCUMENTED_BASE = "undocumented_base";

  private final Pharmacogene gene;

  Phenotypes(Pharmacogene gene) {
    this.gene = gene;
  }

  /// The function under which a scheme reads an allele, or null where it says nothing of it.
  static @Nullable AlleleFunction function(PhenotypeScheme scheme, String allele) {
    return switch (scheme.judge(allele)) {
      case Judgement.Judged judged -> judged.function();
      case Judgement.StandsIn standIn -> standIn.function();
      case Judgement.NotJudged _ -> null;
    };
  }

  /// What every source concludes, by source.
  SortedMap<String, SourceCall> of(String first, @Nullable String second) {
    var calls = new TreeMap<String, SourceCall>();
    gene.schemes().forEach((source, scheme) -> calls.put(source, of(scheme, first, second)));
    return calls;
  }

  /// No source's answer, for one reason.
  SortedMap<String, SourceCall> none(String why, String about) {
    var calls = new TreeMap<String, SourceCall>();
    gene.schemes().keySet().forEach(one -> calls.put(one, new SourceCall.NoAnswer(why, about)));
    return calls;
  }

  /// What one source concludes.
  static SourceCall of(PhenotypeScheme scheme, String first, @Nullable String second) {
    var one = function(scheme, first);
    if (one == null) {
      return new SourceCall.NoAnswer(ALLELE_NOT_JUDGED, first);
    }
    if (second == null) {
      return new SourceCall.NoAnswer(ONE_COPY, first);
    }
    var two = function(scheme, second);
    if (two == null) {
      return new SourceCall.NoAnswer(ALLELE_NOT_JUDGED, second);
    }
    var call = scheme.phenotype(one, two);
    return call == null
        ? new SourceCall.NoAnswer(NO_RULE, one.function() + " + " + two.function())
        : new SourceCall.Concluded(
            call, scheme.key(call), List.of(scheme.judge(first), scheme.judge(second)));
  }
}
