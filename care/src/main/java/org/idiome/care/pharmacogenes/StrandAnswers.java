package org.idiome.care.pharmacogenes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.idiome.care.pharmacogenes.match.Split;
import org.idiome.care.pharmacogenes.match.StrandCall;
import org.idiome.knowledge.pharmacogene.Activity;
import org.idiome.knowledge.pharmacogene.AlleleFunction;
import org.idiome.knowledge.pharmacogene.Pharmacogene;
import org.idiome.knowledge.pharmacogene.PhenotypeScheme;
import org.jspecify.annotations.Nullable;

/// What one source concludes from strands with several alleles each: the lowest of each strand
/// counts.
///
/// Of alleles that do equally much the one is named that the gene's preference puts first, then
/// natural order. An allele that the source does not judge is lower than all: with it on a strand
/// the source has no answer.
final class StrandAnswers {
  /// A strand with nothing but the reference allele.
  private static final int REFERENCE = -1;

  private final Pharmacogene gene;
  private final PhenotypeScheme scheme;
  private final EngineRules rules;
  private final Comparator<Integer> lowestFirst;

  /// The lower allele of each of two strands: indexes, or the reference.
  record Lowest(int first, int second) {
    static Lowest of(int one, int two) {
      return new Lowest(Math.min(one, two), Math.max(one, two));
    }
  }

  StrandAnswers(Pharmacogene gene, PhenotypeScheme scheme, EngineRules rules) {
    this.gene = gene;
    this.scheme = scheme;
    this.rules = rules;
    var preferred = gene.tiePreference();
    this.lowestFirst =
        Comparator.<Integer>comparingInt(allele -> function(allele) == null ? 0 : 1)
            .thenComparing(this::function, Comparator.nullsFirst(Bound.order(rules)))
            .thenComparingInt(allele -> {
              int rank = preferred.indexOf(name(allele));
              return rank < 0 ? preferred.size() : rank;
            })
            .thenComparing(Comparator.naturalOrder());
  }

  private String name(int allele) {
    return gene.called().get(allele == REFERENCE ? gene.matrix().reference() : allele).name();
  }

  private @Nullable AlleleFunction function(int allele) {
    return Phenotypes.function(scheme, name(allele));
  }

  /// What the source concludes from two lowest alleles.
  SourceCall call(Lowest lowest) {
    return Phenotypes.of(scheme, name(lowest.first()), name(lowest.second()));
  }

  /// The two names, as a pair.
  String text(Lowest lowest) {
    return Names.pair(name(lowest.first()), name(lowest.second()));
  }

  /// The lowest allele among some, or the reference where there is none.
  int lowest(List<Integer> alleles) {
    return alleles.stream().min(lowestFirst).orElse(REFERENCE);
  }

  /// The lowest of each strand of an arrangement.
  Lowest lowest(Split split) {
    return Lowest.of(lowest(split.first().alleles()), lowest(split.second().alleles()));
  }

  /// Every pair of lowest alleles that any arrangement of the groups gives.
  Set<Lowest> reachable(List<List<Split>> groups) {
    Set<Lowest> reached = new LinkedHashSet<>(Set.of(new Lowest(REFERENCE, REFERENCE)));
    for (var group : groups) {
      var more = new LinkedHashSet<Lowest>();
      for (var before : reached) {
        for (var split : group) {
          int one = lowest(split.first().alleles());
          int two = lowest(split.second().alleles());
          more.add(Lowest.of(lower(before.first(), one), lower(before.second(), two)));
          more.add(Lowest.of(lower(before.first(), two), lower(before.second(), one)));
        }
      }
      reached = more;
    }
    return reached;
  }

  private int lower(int one, int two) {
    if (one == REFERENCE || two == REFERENCE) {
      return one == REFERENCE ? two : one;
    }
    return lowestFirst.compare(one, two) <= 0 ? one : two;
  }

  /// Of several pairs the one of lowest activity.
  ///
  /// @param preferVariants whether of equally low ones that with fewer reference strands is named
  Lowest lowestOf(Set<Lowest> pairs, boolean preferVariants) {
    var order =
        Comparator.<Lowest>comparingInt(pair -> isJudged(pair) ? 1 : 0)
            .thenComparing(this::activity)
            .thenComparingInt(pair -> references(pair) * (preferVariants ? 1 : -1))
            .thenComparing(Lowest::first, lowestFirst)
            .thenComparing(Lowest::second, lowestFirst);
    return pairs.stream().min(order).orElseThrow();
  }

  private boolean isJudged(Lowest pair) {
    return function(pair.first()) != null && function(pair.second()) != null;
  }

  private static int references(Lowest pair) {
    return (pair.first() == REFERENCE ? 1 : 0) + (pair.second() == REFERENCE ? 1 : 0);
  }

  private BigDecimal activity(Lowest pair) {
    return activity(pair.first()).add(activity(pair.second()));
  }

  private BigDecimal activity(int allele) {
    var function = function(allele);
    if (function == null) {
      return BigDecimal.ZERO;
    }
    return function.activity() instanceof Activity.Scored scored
        ? scored.value()
        : rules.level(function).value();
  }

  /// Two lowest alleles with further ones on the strands.
  Lowest with(Lowest lowest, List<Integer> onFirst, List<Integer> onSecond) {
    return Lowest.of(
        lower(lowest.first(), lowest(onFirst)), lower(lowest.second(), lowest(onSecond)));
  }

  /// The names of a strand's alleles.
  static List<String> names(Pharmacogene gene, StrandCall strand) {
    var names = new ArrayList<String>();
    strand.alleles().forEach(allele -> names.add(gene.called().get(allele).name()));
    strand.unexplained().forEach(at -> names.add(gene.positions().get(at).hgvs()));
    return names;
  }
}
