package org.idiome.knowledge.pharmacogene;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.source.CitedRow;
import org.jspecify.annotations.Nullable;

/// How one source turns the named alleles of one gene into a phenotype and a key of its guidelines.
///
/// Schemes differ: for CYP2C19 `*1/*17` CPIC says *Rapid Metabolizer*, DPWG *Normal Metabolizer*.
/// An answer of a guideline holds only under the key of the same source's scheme.
public final class PhenotypeScheme {
  private final String source;
  private final String gene;
  private final LookupKey.Kind keyKind;
  private final SortedMap<String, AlleleFunction> functions;
  private final List<PhenotypeRule> rules;
  private final Map<FunctionPair, PhenotypeRule.OfFunctions> byFunctions = new HashMap<>();
  private final @Nullable StandIn standIn;
  private final CitedRow row;

  /// The allele that stands in for those that this source does not name and another judges to be
  /// what the stand-in is.
  record StandIn(String allele, PhenotypeScheme judgedBy) {}

  private record FunctionPair(String low, String high) {
    static FunctionPair of(String one, String two) {
      return one.compareTo(two) <= 0 ? new FunctionPair(one, two) : new FunctionPair(two, one);
    }
  }

  PhenotypeScheme(
      String source,
      String gene,
      LookupKey.Kind keyKind,
      SortedMap<String, AlleleFunction> functions,
      List<PhenotypeRule> rules,
      @Nullable StandIn standIn,
      CitedRow row) {
    this.source = source;
    this.gene = gene;
    this.keyKind = keyKind;
    this.functions = Collections.unmodifiableSortedMap(new TreeMap<>(functions));
    this.rules = List.copyOf(rules);
    this.standIn = standIn;
    this.row = row;
    for (var rule : rules) {
      if (rule instanceof PhenotypeRule.OfFunctions pair) {
        byFunctions.put(FunctionPair.of(pair.function1(), pair.function2()), pair);
      }
    }
  }

  /// Whose scheme it is: `CPIC` or `DPWG`.
  public String source() {
    return source;
  }

  /// The gene.
  public String gene() {
    return gene;
  }

  /// What the guidelines of this source look up for this gene.
  public LookupKey.Kind keyKind() {
    return keyKind;
  }

  /// The row that describes the scheme.
  public CitedRow row() {
    return row;
  }

  /// Every function that the source states, in natural order of the alleles' names.
  public Collection<AlleleFunction> functions() {
    return functions.values();
  }

  /// Every rule, in the order of the table.
  public List<PhenotypeRule> rules() {
    return rules;
  }

  /// What the source itself says of an allele, or null where it says nothing.
  public @Nullable AlleleFunction function(String allele) {
    return functions.get(allele);
  }

  /// What to make of an allele under this scheme.
  public Judgement judge(String allele) {
    var own = functions.get(allele);
    if (own != null) {
      return new Judgement.Judged(own);
    }
    if (standIn != null) {
      var function = functions.get(standIn.allele());
      var theirs = standIn.judgedBy().function(allele);
      var normal = standIn.judgedBy().function(standIn.allele());
      if (function != null
          && theirs != null
          && normal != null
          && theirs.function().equals(normal.function())) {
        return new Judgement.StandsIn(function, theirs, this);
      }
    }
    return new Judgement.NotJudged(allele);
  }

  /// The phenotype of two functions, in either order; null where the source has no rule for them.
  public @Nullable PhenotypeCall phenotype(AlleleFunction first, AlleleFunction second) {
    var pair = byFunctions.get(FunctionPair.of(first.function(), second.function()));
    if (pair != null) {
      return new PhenotypeCall(
          source, gene, pair.phenotype(), pair.activityScore(), first, second, pair);
    }
    if (first.activity() == null || second.activity() == null) {
      return null;
    }
    var score = first.activity().plus(second.activity());
    for (var rule : rules) {
      if (speaksOf(rule, score)) {
        return new PhenotypeCall(source, gene, rule.phenotype(), score.text(), first, second, rule);
      }
    }
    return null;
  }

  private static boolean speaksOf(PhenotypeRule rule, Activity score) {
    return switch (rule) {
      case PhenotypeRule.OfFunctions _ -> false;
      case PhenotypeRule.OfNoScore _ -> score instanceof Activity.Unscored;
      case PhenotypeRule.OfScore range ->
          score instanceof Activity.Scored scored && range.holdsFor(scored);
    };
  }

  /// The key of this source's guidelines, or null where the call has nothing to look up.
  ///
  /// @param call of this scheme
  public @Nullable LookupKey key(PhenotypeCall call) {
    if (!call.source().equals(source) || !call.gene().equals(gene)) {
      throw new IllegalArgumentException(
          source + " " + gene + " cannot key a call of " + call.source() + " " + call.gene());
    }
    var value =
        switch (keyKind) {
          case PHENOTYPE -> call.phenotype();
          case ACTIVITY_SCORE -> call.activityScore();
          case DIPLOTYPE -> diplotype(call);
        };
    return value == null ? null : new LookupKey(gene, keyKind, value);
  }

  private static String diplotype(PhenotypeCall call) {
    var one = call.first().allele();
    var two = call.second().allele();
    return NaturalOrder.NAMES.compare(one, two) <= 0 ? one + "/" + two : two + "/" + one;
  }
}
