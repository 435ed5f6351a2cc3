package org.idiome.care.pharmacogenes.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// How the variants that were seen can lie on the two strands, for genes whose alleles combine.
///
/// Positions that belong to one phase set or one allele form a group; a group has one or more
/// [Split]s. Groups are independent of each other, and the strands of each may be exchanged.
///
/// @param groups those that show a variant; empty where none was seen
/// @param isArranged whether phase tells enough to name what lies on each strand: every variant
///   that differs between the strands is phased, or there is but one
/// @param open alleles that positions not observed may hide, ascending; one that was seen on one
///   strand is here if it may also lie on the other
/// @param isBounded false where a group has more splits than are looked at: then nothing is claimed
public record VariantSplits(
    List<List<Split>> groups, boolean isArranged, Set<Integer> open, boolean isBounded) {
  /// Blocks in one group beyond which splits are not enumerated.
  private static final int MOST_BLOCKS = 12;

  /// Arrangements beyond which variants are listed, not arranged.
  private static final int MOST_ARRANGEMENTS = 64;

  /// Copies the lists.
  public VariantSplits {
    groups = groups.stream().map(List::copyOf).toList();
    open = new LinkedHashSet<>(open);
  }

  /// Splits the variants of an observation.
  public static VariantSplits of(Definition definition, Observed observed, List<Proxy> proxies) {
    var strands = new Strands(definition, observed, proxies);
    var groups = new ArrayList<List<Split>>();
    boolean isBounded = true;
    for (var positions : new PositionGroups(definition, observed, proxies).groups()) {
      var blocks = blocks(observed, positions);
      if (blocks.cardinality() > MOST_BLOCKS) {
        isBounded = false;
      } else {
        groups.add(splits(strands, positions, blocks));
      }
    }
    return new VariantSplits(
        groups, isArranged(observed, strands), open(definition, observed), isBounded);
  }

  private static BitSet blocks(Observed observed, BitSet positions) {
    var blocks = new BitSet();
    positions.stream()
        .map(observed::block)
        .filter(block -> block != Observed.NO_BLOCK)
        .forEach(blocks::set);
    return blocks;
  }

  private static List<Split> splits(Strands strands, BitSet positions, BitSet blocks) {
    var free = blocks.stream().skip(1).toArray();
    var splits = new LinkedHashSet<Split>();
    for (int choice = 0; choice < 1 << free.length; choice++) {
      var exchanged = new BitSet();
      for (int i = 0; i < free.length; i++) {
        exchanged.set(free[i], (choice >> i & 1) == 1);
      }
      splits.add(
          new Split(
              strands.call(positions, exchanged, false), strands.call(positions, exchanged, true)));
    }
    return List.copyOf(splits);
  }

  private static boolean isArranged(Observed observed, Strands strands) {
    var differing = new BitSet();
    boolean isPhased = true;
    for (int position = 0; position < observed.positions(); position++) {
      int block = observed.block(position);
      if (block != Observed.NO_BLOCK && strands.showsVariant(position)) {
        differing.set(block);
        isPhased &= observed.isPhased(block);
      }
    }
    return isPhased || differing.cardinality() <= 1;
  }

  /// Alleles other than the reference that would need a base that was not observed.
  private static Set<Integer> open(Definition definition, Observed observed) {
    var open = new TreeSet<Integer>();
    for (int allele = 0; allele < definition.alleles(); allele++) {
      if (allele != definition.reference() && isOpen(definition, observed, allele)) {
        open.add(allele);
      }
    }
    return open;
  }

  /// Whether each block has a strand that the allele fits, one of them by a base not observed.
  private static boolean isOpen(Definition definition, Observed observed, int allele) {
    int blocks = observed.blocks();
    var fits = new boolean[][] {filled(blocks), filled(blocks)};
    var unseen = new boolean[2][blocks];
    boolean isUnseen = false;
    for (int position = 0; position < definition.positions(); position++) {
      if (!definition.isVariant(allele, position)) {
        continue;
      }
      int block = observed.block(position);
      for (int strand = 0; strand < 2; strand++) {
        int seen = observed.strand(position, strand == 1);
        boolean fit = (seen & definition.admitted(allele, position)) != 0;
        boolean hidden = fit && Integer.bitCount(seen) > 1;
        if (block != Observed.NO_BLOCK) {
          fits[strand][block] &= fit;
          unseen[strand][block] |= hidden;
        } else if (!fit) {
          return false;
        } else {
          isUnseen |= hidden;
        }
      }
    }
    for (int block = 0; block < blocks; block++) {
      if (!fits[0][block] && !fits[1][block]) {
        return false;
      }
      isUnseen |= (fits[0][block] && unseen[0][block]) || (fits[1][block] && unseen[1][block]);
    }
    return isUnseen;
  }

  private static boolean[] filled(int length) {
    var filled = new boolean[length];
    java.util.Arrays.fill(filled, true);
    return filled;
  }

  /// Every arrangement of all variants on two strands, where phase leaves few enough; else none.
  public List<Split> arrangements() {
    if (!isArranged) {
      return List.of();
    }
    var arrangements = new LinkedHashSet<>(List.of(Split.NOTHING));
    for (var group : groups) {
      var more = new LinkedHashSet<Split>();
      for (var before : arrangements) {
        for (var split : group) {
          more.add(before.and(split));
          if (!split.isEven() && !before.isEven()) {
            more.add(before.and(split.exchanged()));
          }
        }
      }
      if (more.size() > MOST_ARRANGEMENTS) {
        return List.of();
      }
      arrangements = more;
    }
    return List.copyOf(arrangements);
  }

  /// Of each group the split that names most of what was seen by the fewest alleles.
  public List<Split> plainest() {
    var plainest = new ArrayList<Split>();
    for (var group : groups) {
      var best = group.getFirst();
      for (var split : group) {
        best = split.cost() < best.cost() ? split : best;
      }
      plainest.add(best);
    }
    return plainest;
  }
}
