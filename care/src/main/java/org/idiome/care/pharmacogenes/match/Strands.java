package org.idiome.care.pharmacogenes.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Names what a strand shows: alleles of most positions first, then proxies.
final class Strands {
  private final Definition definition;
  private final Observed observed;
  private final List<Proxy> proxies;
  private final BitSet[] variantPositions;
  private final List<Integer> byPositions;

  Strands(Definition definition, Observed observed, List<Proxy> proxies) {
    this.definition = definition;
    this.observed = observed;
    this.proxies = proxies;
    this.variantPositions = new BitSet[definition.alleles()];
    for (int allele = 0; allele < definition.alleles(); allele++) {
      variantPositions[allele] = variants(definition, allele);
    }
    this.byPositions =
        IntStream.range(0, definition.alleles())
            .boxed()
            .filter(allele -> !variantPositions[allele].isEmpty())
            .sorted(Comparator.comparingInt(allele -> -variantPositions[allele].cardinality()))
            .toList();
  }

  /// The positions at which an allele differs from the reference allele.
  static BitSet variants(Definition definition, int allele) {
    var positions = new BitSet();
    for (int position = 0; position < definition.positions(); position++) {
      positions.set(position, definition.isVariant(allele, position));
    }
    return positions;
  }

  /// Whether either strand shows a base other than the reference allele's.
  boolean showsVariant(int position) {
    return isVariant(definition, observed.first(position), position)
        || isVariant(definition, observed.second(position), position);
  }

  static boolean isVariant(Definition definition, int seen, int position) {
    return Integer.bitCount(seen) == 1
        && (seen & definition.admitted(definition.reference(), position)) == 0;
  }

  /// What lies on a strand.
  ///
  /// @param exchanged blocks whose strands are exchanged
  StrandCall call(BitSet positions, BitSet exchanged, boolean isSecond) {
    var left = new BitSet();
    var seen = new int[definition.positions()];
    for (int position : positions.stream().toArray()) {
      int block = observed.block(position);
      boolean crossed = block != Observed.NO_BLOCK && exchanged.get(block);
      seen[position] = observed.strand(position, isSecond != crossed);
      left.set(position, isVariant(definition, seen[position], position));
    }
    var alleles = new ArrayList<Integer>();
    for (int allele : byPositions) {
      if (isContained(variantPositions[allele], left) && fits(allele, seen)) {
        alleles.add(allele);
        left.andNot(variantPositions[allele]);
      }
    }
    return withProxies(alleles, left, seen);
  }

  private static boolean isContained(BitSet few, BitSet many) {
    var missing = (BitSet) few.clone();
    missing.andNot(many);
    return missing.isEmpty();
  }

  private boolean fits(int allele, int[] seen) {
    return variantPositions[allele].stream()
        .allMatch(position -> (seen[position] & definition.admitted(allele, position)) != 0);
  }

  /// Whether the deciding position shows the variant and its proxy was seen without it.
  private boolean isAlone(Proxy proxy, int[] seen) {
    int at = proxy.deciding();
    boolean isThere =
        isVariant(definition, seen[at], at)
            && (seen[at] & definition.admitted(proxy.allele(), at)) != 0;
    int beside = seen[proxy.proxy()];
    return isThere
        && Integer.bitCount(beside) == 1
        && (beside & definition.admitted(proxy.allele(), proxy.proxy())) == 0;
  }

  private StrandCall withProxies(List<Integer> alleles, BitSet left, int[] seen) {
    var byProxy = new ArrayList<Integer>();
    var overruled = new ArrayList<Integer>();
    for (var proxy : proxies) {
      int at = proxy.proxy();
      if (isAlone(proxy, seen)) {
        overruled.add(at);
      }
      if (!left.get(at) || (seen[at] & definition.admitted(proxy.allele(), at)) == 0) {
        continue;
      }
      left.clear(at);
      if (Integer.bitCount(seen[proxy.deciding()]) == 1) {
        overruled.add(at);
      } else {
        alleles.add(proxy.allele());
        byProxy.add(proxy.allele());
      }
    }
    alleles.sort(Comparator.naturalOrder());
    return new StrandCall(alleles, left.stream().boxed().toList(), byProxy, overruled);
  }
}
