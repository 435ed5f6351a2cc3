package org.idiome.knowledge.similarity;

import java.util.BitSet;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Compares concepts, and sets of concepts, of one hierarchy. What cannot be assessed is empty.
///
/// Sums are taken in the order of the numbers of concepts, so that the same sets give the same
/// bits.
public final class Similarity {
  /// The most informative concept at or above two others.
  ///
  /// @param concept its number; of several equally informative the lowest, for display alone
  /// @param content its information content: the similarity of Resnik (1995, arXiv cmp-lg/9511007)
  public record Shared(int concept, double content) {}

  /// The two forms of the average of best matches, both in use.
  public enum BestMatches {
    /// The mean of the two means, one for each direction.
    MEAN_OF_DIRECTIONS,
    /// One mean over the best matches of both sets.
    POOLED
  }

  private final Taxonomy taxonomy;
  private final InformationContent content;

  /// @param content over the hierarchy that is used
  public Similarity(InformationContent content) {
    this.content = content;
    this.taxonomy = content.taxonomy();
  }

  /// The most informative concept at or above both; null where one of them, or all above both, is
  /// not assessed.
  public @Nullable Shared shared(int a, int b) {
    if (!content.isAssessed(a) || !content.isAssessed(b)) {
      return null;
    }
    var ofA = taxonomy.ancestors(a);
    var ofB = taxonomy.ancestors(b);
    int best = Taxonomy.ABSENT;
    double most = -1;
    for (int i = 0, j = 0; i < ofA.length && j < ofB.length; ) {
      if (ofA[i] < ofB[j]) {
        i++;
      } else if (ofA[i] > ofB[j]) {
        j++;
      } else {
        if (content.isAssessed(ofA[i]) && content.of(ofA[i]) > most) {
          best = ofA[i];
          most = content.of(best);
        }
        i++;
        j++;
      }
    }
    return best == Taxonomy.ABSENT ? null : new Shared(best, most);
  }

  /// Resnik's: the information content of what both share.
  public OptionalDouble resnik(int a, int b) {
    var shared = shared(a, b);
    return shared == null ? OptionalDouble.empty() : OptionalDouble.of(shared.content());
  }

  /// Lin's (1998, ICML, pages 296 to 304): twice Resnik's by the sum of both contents; 0 where both
  /// are 0.
  public OptionalDouble lin(int a, int b) {
    var shared = shared(a, b);
    if (shared == null) {
      return OptionalDouble.empty();
    }
    double sum = content.of(a) + content.of(b);
    return OptionalDouble.of(sum == 0 ? 0 : 2 * shared.content() / sum);
  }

  /// The share of concepts at or above either that are at or above both. Needs no content.
  public double jaccard(int a, int b) {
    var ofA = taxonomy.ancestors(a);
    var ofB = taxonomy.ancestors(b);
    int both = 0;
    for (int i = 0, j = 0; i < ofA.length && j < ofB.length; ) {
      if (ofA[i] == ofB[j]) {
        both++;
        i++;
        j++;
      } else if (ofA[i] < ofB[j]) {
        i++;
      } else {
        j++;
      }
    }
    return (double) both / (ofA.length + ofB.length - both);
  }

  /// The mean, over the concepts of one set, of Resnik's similarity to the best of the other.
  ///
  /// Empty where a set is, or where a concept has no pair that can be assessed.
  public OptionalDouble bestMatches(int[] from, int[] to) {
    if (from.length == 0 || to.length == 0) {
      return OptionalDouble.empty();
    }
    var sum = sumOfBest(from, to);
    return sum.isEmpty() ? sum : OptionalDouble.of(sum.getAsDouble() / from.length);
  }

  private OptionalDouble sumOfBest(int[] from, int[] to) {
    double sum = 0;
    for (int a : from) {
      double best = -1;
      for (int b : to) {
        best = Math.max(best, resnik(a, b).orElse(-1));
      }
      if (best < 0) {
        return OptionalDouble.empty();
      }
      sum += best;
    }
    return OptionalDouble.of(sum);
  }

  /// The average of best matches of two sets, in the form named.
  public OptionalDouble bestMatches(int[] a, int[] b, BestMatches form) {
    if (a.length == 0 || b.length == 0) {
      return OptionalDouble.empty();
    }
    var there = sumOfBest(a, b);
    var back = sumOfBest(b, a);
    if (there.isEmpty() || back.isEmpty()) {
      return OptionalDouble.empty();
    }
    double x = there.getAsDouble();
    double y = back.getAsDouble();
    return OptionalDouble.of(
        switch (form) {
          case MEAN_OF_DIRECTIONS -> (x / a.length + y / b.length) / 2;
          case POOLED -> (x + y) / (a.length + b.length);
        });
  }

  /// simGIC (Pesquita 2008, doi:10.1186/1471-2105-9-S5-S4): the content of all at or above both
  /// sets by that of all at or above either; 0 where there is no content. Empty where a concept of
  /// the sets is not assessed.
  public OptionalDouble simGic(int[] a, int[] b) {
    var ofA = above(a);
    var ofB = above(b);
    if (ofA == null || ofB == null) {
      return OptionalDouble.empty();
    }
    var both = (BitSet) ofA.clone();
    both.and(ofB);
    ofA.or(ofB);
    double all = sum(ofA);
    return OptionalDouble.of(all == 0 ? 0 : sum(both) / all);
  }

  private @Nullable BitSet above(int[] concepts) {
    var above = new BitSet();
    for (int concept : concepts) {
      if (!content.isAssessed(concept)) {
        return null;
      }
      for (int ancestor : taxonomy.ancestors(concept)) {
        if (content.isAssessed(ancestor)) {
          above.set(ancestor);
        }
      }
    }
    return above.isEmpty() ? null : above;
  }

  private double sum(BitSet concepts) {
    double sum = 0;
    for (int i = concepts.nextSetBit(0); i >= 0; i = concepts.nextSetBit(i + 1)) {
      sum += content.of(i);
    }
    return sum;
  }
}
