package org.idiome.genomics.identity;

import org.jspecify.annotations.Nullable;

/// Whether a child can have its alleles from its parents.
///
/// Alleles are numbers of one record, as many as there are copies. A parent who was not looked at
/// is null and may have given anything.
public final class Trio {
  private Trio() {}

  /// Whether a child with two copies can have one allele of each parent; with one copy, that of any
  /// of the two.
  ///
  /// @param child one or two alleles
  public static boolean isPossible(int[] child, int @Nullable [] father, int @Nullable [] mother) {
    if (child.length == 1) {
      return has(father, child[0]) || has(mother, child[0]);
    }
    return (has(father, child[0]) && has(mother, child[1]))
        || (has(father, child[1]) && has(mother, child[0]));
  }

  /// Whether a son can have his one X from his mother.
  public static boolean isPossibleX(int son, int[] mother) {
    return has(mother, son);
  }

  /// Whether a place could show an error at all: somebody has an alternate allele, and there is a
  /// genotype that a child of these parents cannot have.
  ///
  /// The latter fails only where each parent that was looked at has two different alleles, both of
  /// which the record lists as the only two.
  public static boolean isInformative(
      int[] child, int @Nullable [] father, int @Nullable [] mother, int alleles) {
    boolean isVaried = isVaried(child) || isVaried(father) || isVaried(mother);
    boolean isOpen =
        alleles == 2 && (father == null || isHet(father)) && (mother == null || isHet(mother));
    return isVaried && !isOpen;
  }

  private static boolean isHet(int[] alleles) {
    return alleles.length == 2 && alleles[0] != alleles[1];
  }

  private static boolean isVaried(int @Nullable [] alleles) {
    if (alleles != null) {
      for (int allele : alleles) {
        if (allele > 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean has(int @Nullable [] alleles, int allele) {
    if (alleles == null) {
      return true;
    }
    for (int one : alleles) {
      if (one == allele) {
        return true;
      }
    }
    return false;
  }
}
