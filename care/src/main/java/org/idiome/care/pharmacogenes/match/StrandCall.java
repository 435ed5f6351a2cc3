package org.idiome.care.pharmacogenes.match;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What lies on one strand: named alleles with separate positions, and what they leave unexplained.
///
/// @param alleles indexes, ascending
/// @param unexplained positions whose documented variant belongs to no allele found here, ascending
/// @param byProxy those of the alleles that only a proxy tells
/// @param overruled proxies whose base counts for nothing: a variant where the deciding position
///   shows none, or none where it shows one
public record StrandCall(
    List<Integer> alleles,
    List<Integer> unexplained,
    List<Integer> byProxy,
    List<Integer> overruled) {
  /// A strand with nothing on it.
  public static final StrandCall NOTHING =
      new StrandCall(List.of(), List.of(), List.of(), List.of());

  /// Copies the lists.
  public StrandCall {
    alleles = List.copyOf(alleles);
    unexplained = List.copyOf(unexplained);
    byProxy = List.copyOf(byProxy);
    overruled = List.copyOf(overruled);
  }

  /// Whether the strand is that of the reference allele.
  public boolean isReference() {
    return alleles.isEmpty() && unexplained.isEmpty();
  }

  /// What two groups of positions say of one strand.
  StrandCall and(StrandCall other) {
    return new StrandCall(
        union(alleles, other.alleles),
        union(unexplained, other.unexplained),
        union(byProxy, other.byProxy),
        union(overruled, other.overruled));
  }

  private static List<Integer> union(List<Integer> one, List<Integer> two) {
    var all = new TreeSet<>(one);
    all.addAll(two);
    return new ArrayList<>(all);
  }
}
