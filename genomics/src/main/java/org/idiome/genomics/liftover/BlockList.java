package org.idiome.genomics.liftover;

import java.util.Arrays;

/// Stretches of a source contig as they are gathered, in columns. For one thread.
final class BlockList {
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int[] firsts = new int[16];
  private int[] numbers = new int[16];
  private int size;

  /// @param first0 base of the target's forward strand on which the first one lies
  /// @param number of the chain
  void add(int start0, int end0, int first0, int number) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      firsts = Arrays.copyOf(firsts, size * 2);
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    starts[size] = start0;
    ends[size] = end0;
    firsts[size] = first0;
    numbers[size++] = number;
  }

  int size() {
    return size;
  }

  int[] starts() {
    return Arrays.copyOf(starts, size);
  }

  int[] ends() {
    return Arrays.copyOf(ends, size);
  }

  int[] firsts() {
    return Arrays.copyOf(firsts, size);
  }

  int[] numbers() {
    return Arrays.copyOf(numbers, size);
  }

  /// The same, by where they start.
  BlockList sorted() {
    var order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = (long) starts[i] << Integer.SIZE | i;
    }
    Arrays.sort(order);
    var sorted = new BlockList();
    for (long one : order) {
      int i = (int) one;
      sorted.add(starts[i], ends[i], firsts[i], numbers[i]);
    }
    return sorted;
  }

  /// Of sorted ones the stretches that more than one covers, joined.
  BlockList doubled() {
    var doubled = new BlockList();
    int reach = 0;
    int start = -1;
    int end = -1;
    for (int i = 0; i < size; i++) {
      int to = Math.min(ends[i], reach);
      if (starts[i] < to) {
        if (starts[i] > end) {
          if (end > start) {
            doubled.add(start, end, 0, 0);
          }
          start = starts[i];
        }
        end = Math.max(end, to);
      }
      reach = Math.max(reach, ends[i]);
    }
    if (end > start) {
      doubled.add(start, end, 0, 0);
    }
    return doubled;
  }

  /// Of sorted ones what is left outside of others, sorted.
  ///
  /// @param isReversed whether the target of a chain runs the other way, by its number
  BlockList without(BlockList others, boolean[] isReversed) {
    if (others.size == 0) {
      return this;
    }
    var left = new BlockList();
    for (int i = 0; i < size; i++) {
      int at = starts[i];
      int found = Arrays.binarySearch(others.ends, 0, others.size, at + 1);
      for (int k = found >= 0 ? found : -found - 1;
          k < others.size && others.starts[k] < ends[i];
          k++) {
        left.part(this, i, at, others.starts[k], isReversed);
        at = others.ends[k];
      }
      left.part(this, i, at, ends[i], isReversed);
    }
    return left.sorted();
  }

  private void part(BlockList of, int i, int start0, int end0, boolean[] isReversed) {
    if (start0 < end0) {
      int behind = start0 - of.starts[i];
      int first = of.firsts[i] + (isReversed[of.numbers[i]] ? -behind : behind);
      add(start0, end0, first, of.numbers[i]);
    }
  }
}
