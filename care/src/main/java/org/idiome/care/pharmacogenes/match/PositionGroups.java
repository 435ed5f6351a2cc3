package org.idiome.care.pharmacogenes.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Positions that cannot be arranged apart: those of one block, one allele, or a proxy and what it
/// stands for.
final class PositionGroups {
  private final int[] parent;
  private final BitSet shown = new BitSet();

  PositionGroups(Definition definition, Observed observed, List<Proxy> proxies) {
    int positions = definition.positions();
    parent = new int[positions];
    var firstOfBlock = new int[observed.blocks()];
    java.util.Arrays.fill(firstOfBlock, -1);
    for (int position = 0; position < positions; position++) {
      parent[position] = position;
      shown.set(
          position,
          Strands.isVariant(definition, observed.first(position), position)
              || Strands.isVariant(definition, observed.second(position), position));
    }
    for (int position = 0; position < positions; position++) {
      int block = observed.block(position);
      if (block == Observed.NO_BLOCK) {
        continue;
      }
      if (firstOfBlock[block] < 0) {
        firstOfBlock[block] = position;
      }
      join(firstOfBlock[block], position);
    }
    for (int allele = 0; allele < definition.alleles(); allele++) {
      var own = Strands.variants(definition, allele);
      own.and(shown);
      own.stream().forEach(position -> join(own.nextSetBit(0), position));
    }
    for (var proxy : proxies) {
      if (shown.get(proxy.proxy()) || shown.get(proxy.deciding())) {
        join(proxy.deciding(), proxy.proxy());
      }
    }
  }

  private void join(int one, int two) {
    parent[root(two)] = root(one);
  }

  private int root(int position) {
    int at = position;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }

  /// The groups that show a variant, by their first position.
  List<BitSet> groups() {
    var byRoot = new BitSet[parent.length];
    var groups = new ArrayList<BitSet>();
    for (int position = 0; position < parent.length; position++) {
      int root = root(position);
      if (byRoot[root] == null) {
        byRoot[root] = new BitSet();
        groups.add(byRoot[root]);
      }
      byRoot[root].set(position);
    }
    groups.removeIf(group -> !group.intersects(shown));
    return groups;
  }
}
