package org.idiome.care.pharmacogenes.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What each strand of one person may carry at each position, as bits, and what is known of phase.
///
/// Positions that are the same on both strands carry no phase. The others form blocks: those of one
/// phase set together, each unphased one by itself. Between blocks the strands may be exchanged.
public final class Observed {
  /// Any base: the strand was not observed here.
  public static final int ANY = -1;

  /// The block of a position whose strands do not differ.
  public static final int NO_BLOCK = -1;

  private final boolean haploid;
  private final int[] first;
  private final int[] second;
  private final int[] block;
  private final boolean[] phasedBlock;

  private Observed(boolean haploid, int[] first, int[] second, int[] block, boolean[] phasedBlock) {
    this.haploid = haploid;
    this.first = first;
    this.second = second;
    this.block = block;
    this.phasedBlock = phasedBlock;
  }

  /// Starts with no position observed on two strands.
  public static Builder diploid(int positions) {
    return new Builder(false, positions);
  }

  /// Starts with no position observed on the only strand.
  public static Builder haploid(int positions) {
    return new Builder(true, positions);
  }

  /// Whether there is one strand only.
  public boolean isHaploid() {
    return haploid;
  }

  /// Number of positions.
  public int positions() {
    return first.length;
  }

  /// What the first strand may carry.
  public int first(int position) {
    return first[position];
  }

  /// What the second strand may carry; the same as the first where there is one strand only.
  public int second(int position) {
    return second[position];
  }

  /// What a strand of a block may carry, the block's strands exchanged or not.
  public int strand(int position, boolean isSecond) {
    return isSecond ? second[position] : first[position];
  }

  /// The block, or [#NO_BLOCK] where the strands do not differ.
  public int block(int position) {
    return block[position];
  }

  /// Number of blocks.
  public int blocks() {
    return phasedBlock.length;
  }

  /// Whether the order within a block was observed, not only that its one position differs.
  public boolean isPhased(int ofBlock) {
    return phasedBlock[ofBlock];
  }

  /// Whether one base was observed on at least one strand.
  public boolean isObserved(int position) {
    return Integer.bitCount(first[position]) == 1 || Integer.bitCount(second[position]) == 1;
  }

  /// Whether one base was observed on every strand.
  public boolean isComplete(int position) {
    return Integer.bitCount(first[position]) == 1 && Integer.bitCount(second[position]) == 1;
  }

  /// Whether one base was observed on one strand, and nothing on the other.
  public boolean isHalf(int position) {
    return isObserved(position) && (first[position] == ANY || second[position] == ANY);
  }

  /// How many positions were observed.
  public int observedCount() {
    int count = 0;
    for (int position = 0; position < first.length; position++) {
      count += isObserved(position) ? 1 : 0;
    }
    return count;
  }

  /// The same with one strand of a position observed as one base.
  Observed completed(int position, int base) {
    var one = first.clone();
    var two = second.clone();
    var blocks = block.clone();
    if (one[position] == ANY) {
      one[position] = base;
    } else {
      two[position] = base;
    }
    if (one[position] == two[position]) {
      blocks[position] = NO_BLOCK;
    }
    return new Observed(haploid, one, two, blocks, phasedBlock);
  }

  /// Gathers positions in any order.
  public static final class Builder {
    private final boolean haploid;
    private final int[] first;
    private final int[] second;
    private final @Nullable String[] phaseSet;

    private Builder(boolean haploid, int positions) {
      this.haploid = haploid;
      this.first = new int[positions];
      this.second = new int[positions];
      this.phaseSet = new @Nullable String[positions];
      Arrays.fill(first, ANY);
      Arrays.fill(second, ANY);
    }

    /// States what two strands may carry.
    ///
    /// @param inPhaseSet name of the set within which the order holds; null: the order is not known
    public Builder site(int position, int one, int two, @Nullable String inPhaseSet) {
      if (one == 0 || two == 0) {
        throw new IllegalArgumentException("a strand without any base at " + position);
      }
      first[position] = one;
      second[position] = haploid ? one : two;
      phaseSet[position] = inPhaseSet;
      return this;
    }

    /// The observation; blocks are numbered by their first position.
    public Observed build() {
      var block = new int[first.length];
      var phased = new boolean[first.length];
      Map<String, Integer> ofSet = new HashMap<>();
      int blocks = 0;
      for (int position = 0; position < first.length; position++) {
        if (first[position] == second[position]) {
          block[position] = NO_BLOCK;
          continue;
        }
        var set = phaseSet[position];
        var known = set == null ? null : ofSet.putIfAbsent(set, blocks);
        if (known == null) {
          phased[blocks] = set != null;
          block[position] = blocks++;
        } else {
          block[position] = known;
        }
      }
      return new Observed(
          haploid, first.clone(), second.clone(), block, Arrays.copyOf(phased, blocks));
    }
  }
}
