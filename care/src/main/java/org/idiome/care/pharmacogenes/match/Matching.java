package org.idiome.care.pharmacogenes.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Every pair of named alleles that explains an observation, the best apart from the others.
///
/// Best are the called pairs of the highest score. Where a genotype is half missing, its free
/// strand may carry any documented base, and the best under each of them is among the best: a
/// missing half is no reason to prefer an allele.
///
/// @param best by first, then second allele; empty where no named pair explains the observation
/// @param others all further consistent pairs, those that cannot be called among them
public record Matching(
    Definition definition, Observed observed, List<Pair> best, List<Pair> others) {
  /// Beyond so many ways to fill half-missing genotypes all called pairs count as best.
  private static final int MOST_COMPLETIONS = 4096;

  /// Copies the lists.
  public Matching {
    best = List.copyOf(best);
    others = List.copyOf(others);
  }

  /// Matches.
  ///
  /// @param bases number of documented bases at each position, the reference's among them
  public static Matching of(Definition definition, Observed observed, int[] bases) {
    var all = new PairMatcher(definition, observed).consistent();
    var best = new HashSet<Long>();
    var completions = completions(observed, bases);
    if (completions.isEmpty()) {
      all.stream().filter(Pair::isCalled).forEach(pair -> best.add(name(pair)));
    }
    for (var completion : completions) {
      best.addAll(highest(new PairMatcher(definition, completion).consistent()));
    }
    return new Matching(
        definition,
        observed,
        all.stream().filter(pair -> best.contains(name(pair))).toList(),
        all.stream().filter(pair -> !best.contains(name(pair))).toList());
  }

  private static Set<Long> highest(List<Pair> pairs) {
    int highest = Integer.MIN_VALUE;
    for (var pair : pairs) {
      highest = pair.isCalled() ? Math.max(highest, pair.score()) : highest;
    }
    var names = new HashSet<Long>();
    for (var pair : pairs) {
      if (pair.isCalled() && pair.score() == highest) {
        names.add(name(pair));
      }
    }
    return names;
  }

  private static long name(Pair pair) {
    return ((long) pair.first() << Integer.SIZE) | (pair.second() & 0xFFFFFFFFL);
  }

  /// The observation with every half-missing genotype filled in each way; none beyond the bound.
  private static List<Observed> completions(Observed observed, int[] bases) {
    var filled = List.of(observed);
    for (int position = 0; position < observed.positions(); position++) {
      if (!observed.isHalf(position)) {
        continue;
      }
      if ((long) filled.size() * bases[position] > MOST_COMPLETIONS) {
        return List.of();
      }
      var more = new ArrayList<Observed>();
      for (var one : filled) {
        for (int base = 0; base < bases[position]; base++) {
          more.add(one.completed(position, 1 << base));
        }
      }
      filled = more;
    }
    return filled;
  }

  /// Alleles of any consistent pair that are in none of the best.
  public Set<Integer> notExcluded() {
    var alleles = new TreeSet<Integer>();
    for (var pair : others) {
      alleles.add(pair.first());
      if (pair.second() != Pair.NONE) {
        alleles.add(pair.second());
      }
    }
    alleles.removeIf(allele -> best.stream().anyMatch(pair -> pair.has(allele)));
    return alleles;
  }

  /// The positions not fully observed that would tell a pair from every best one.
  ///
  /// @return empty where they cannot: only phase could, or nothing that these positions hold
  public BitSet settling(Pair other) {
    var union = new BitSet();
    for (var one : best) {
      var between = between(one, other);
      if (between.isEmpty()) {
        return between;
      }
      union.or(between);
    }
    return union;
  }

  /// The positions not fully observed that would tell two consistent pairs apart.
  public BitSet between(Pair one, Pair other) {
    var positions = new BitSet();
    for (int position = 0; position < observed.positions(); position++) {
      if (!observed.isComplete(position) && differ(one, other, position)) {
        positions.set(position);
      }
    }
    return positions;
  }

  private boolean differ(Pair one, Pair other, int position) {
    if (one.second() == Pair.NONE) {
      return apart(one.first(), other.first(), position);
    }
    boolean straight =
        apart(one.first(), other.first(), position)
            || apart(one.second(), other.second(), position);
    boolean crossed =
        apart(one.first(), other.second(), position)
            || apart(one.second(), other.first(), position);
    return straight && crossed;
  }

  private boolean apart(int a, int b, int position) {
    return (definition.admitted(a, position) & definition.admitted(b, position)) == 0;
  }
}
