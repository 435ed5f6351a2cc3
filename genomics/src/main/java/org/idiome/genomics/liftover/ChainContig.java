package org.idiome.genomics.liftover;

import java.util.Arrays;
import java.util.List;

/// A contig of the source: stretches that lie on the target without a gap, sorted, none over
/// another.
///
/// Positions are 0-based. What two alignments cover is in no stretch: it has several places.
final class ChainContig {
  /// The answer where no alignment covers a base.
  static final int NONE = -1;

  /// The answer where more than one does.
  static final int SEVERAL = -2;

  private final String name;
  private final int lengthBases;
  private final List<Chain> chains;
  private final int[] starts;
  private final int[] ends;
  private final int[] firsts;
  private final int[] numbers;
  private final int[] doubleStarts;
  private final int[] doubleEnds;

  /// @param blocks sorted, none over another
  /// @param doubled stretches with several places, sorted, none over another
  ChainContig(
      String name, int lengthBases, List<Chain> chains, BlockList blocks, BlockList doubled) {
    this.name = name;
    this.lengthBases = lengthBases;
    this.chains = List.copyOf(chains);
    this.starts = blocks.starts();
    this.ends = blocks.ends();
    this.firsts = blocks.firsts();
    this.numbers = blocks.numbers();
    this.doubleStarts = doubled.starts();
    this.doubleEnds = doubled.ends();
  }

  /// As the chain file calls it.
  String name() {
    return name;
  }

  /// How many bases it has, as the chain file says.
  int lengthBases() {
    return lengthBases;
  }

  /// How many stretches there are.
  int size() {
    return starts.length;
  }

  /// The stretch that holds a base, or [#NONE] or [#SEVERAL].
  int block(int at0) {
    int found = last(starts, at0);
    if (found >= 0 && at0 < ends[found]) {
      return found;
    }
    int doubled = last(doubleStarts, at0);
    return doubled >= 0 && at0 < doubleEnds[doubled] ? SEVERAL : NONE;
  }

  /// The first stretch that ends behind a base.
  int firstBehind(int at0) {
    int found = last(starts, at0);
    return found >= 0 && at0 < ends[found] ? found : found + 1;
  }

  private static int last(int[] sorted, int at0) {
    int found = Arrays.binarySearch(sorted, at0);
    return found >= 0 ? found : -found - 2;
  }

  int start0(int block) {
    return starts[block];
  }

  int end0(int block) {
    return ends[block];
  }

  Chain chain(int block) {
    return chains.get(numbers[block]);
  }

  /// Where a base of a stretch lies on the forward strand of the target.
  int target0(int block, int at0) {
    int behind = at0 - starts[block];
    return chain(block).isReversed() ? firsts[block] - behind : firsts[block] + behind;
  }

  /// Which base of a stretch lies on a base of the target.
  int source0(int block, int target0) {
    int behind = chain(block).isReversed() ? firsts[block] - target0 : target0 - firsts[block];
    return starts[block] + behind;
  }

  /// The first base of the target that a stretch covers.
  int targetStart0(int block) {
    return chain(block).isReversed() ? target0(block, ends[block] - 1) : firsts[block];
  }

  /// Behind the last base of the target that a stretch covers.
  int targetEnd0(int block) {
    return targetStart0(block) + ends[block] - starts[block];
  }
}
