package org.idiome.knowledge.similarity;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/// How much a concept tells: minus the natural logarithm of the share of things at or below it
/// (Resnik 1995, arXiv cmp-lg/9511007).
public final class InformationContent {
  private final Taxonomy taxonomy;
  private final BitSet assessed;
  private final double[] values;
  private final Basis basis;

  /// Of what a share is taken.
  public enum Basis {
    /// Of the concepts below a root, with the root.
    STRUCTURE,
    /// Of the items that are annotated.
    ANNOTATION
  }

  private InformationContent(Taxonomy taxonomy, long[] below, long all, Basis basis) {
    this.taxonomy = taxonomy;
    this.basis = basis;
    values = new double[below.length];
    assessed = new BitSet(below.length);
    for (int i = 0; i < below.length; i++) {
      if (below[i] > 0) {
        assessed.set(i);
        values[i] = StrictMath.log((double) all / below[i]);
      }
    }
  }

  /// By structure: the share of concepts at or below, among those at or below a root. What does not
  /// lie there is not assessed.
  ///
  /// @throws IllegalArgumentException where the root is no concept
  public static InformationContent ofStructure(Taxonomy taxonomy, String root) {
    int top = taxonomy.number(root);
    if (top == Taxonomy.ABSENT) {
      throw new IllegalArgumentException("no concept " + root);
    }
    var below = new long[taxonomy.size()];
    for (int i = 0; i < taxonomy.size(); i++) {
      if (taxonomy.isAtOrAbove(top, i)) {
        for (int ancestor : taxonomy.ancestors(i)) {
          below[ancestor]++;
        }
      }
    }
    long all = below[top];
    for (int i = 0; i < below.length; i++) {
      below[i] = taxonomy.isAtOrAbove(top, i) ? below[i] : 0;
    }
    return new InformationContent(taxonomy, below, all, Basis.STRUCTURE);
  }

  /// By annotation: the share of items that have the concept or one below it. What no item has is
  /// not assessed.
  ///
  /// @param items the concepts of each annotated item; those that are not in the hierarchy count
  ///   for nothing, and an item without others is none
  public static InformationContent ofAnnotation(
      Taxonomy taxonomy, List<? extends Collection<String>> items) {
    var below = new long[taxonomy.size()];
    long all = 0;
    for (var item : items) {
      var above = new BitSet();
      for (var id : item) {
        int concept = taxonomy.number(id);
        if (concept != Taxonomy.ABSENT) {
          for (int ancestor : taxonomy.ancestors(concept)) {
            above.set(ancestor);
          }
        }
      }
      all += above.isEmpty() ? 0 : 1;
      above.stream().forEach(ancestor -> below[ancestor]++);
    }
    return new InformationContent(taxonomy, below, all, Basis.ANNOTATION);
  }

  /// Of what the shares are.
  public Basis basis() {
    return basis;
  }

  /// Whether a concept has one.
  public boolean isAssessed(int concept) {
    return assessed.get(concept);
  }

  /// That of a concept, in natural units, from 0.
  ///
  /// @throws IllegalArgumentException where it is not assessed
  public double of(int concept) {
    if (!assessed.get(concept)) {
      throw new IllegalArgumentException(taxonomy.id(concept) + " is not assessed");
    }
    return values[concept];
  }

  Taxonomy taxonomy() {
    return taxonomy;
  }
}
