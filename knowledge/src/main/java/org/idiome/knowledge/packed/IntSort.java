package org.idiome.knowledge.packed;

import java.util.Arrays;

/// Sorts numbers by what they stand for, without an object for each. Stable.
final class IntSort {
  private static final int SHORT = 12;

  /// Tells which of two numbers comes first.
  @FunctionalInterface
  interface Order {
    int compare(int one, int two);
  }

  private IntSort() {}

  static void sort(int[] numbers, Order order) {
    sort(numbers, 0, numbers.length, order);
  }

  /// Sorts a stretch, by merging.
  static void sort(int[] numbers, int from, int to, Order order) {
    if (to - from <= SHORT) {
      insert(numbers, from, to, order);
    } else {
      var sorted = Arrays.copyOfRange(numbers, from, to);
      sort(sorted.clone(), sorted, 0, sorted.length, order);
      System.arraycopy(sorted, 0, numbers, from, sorted.length);
    }
  }

  /// Both arrays hold the same numbers in the stretch; `target` holds them sorted afterwards.
  private static void sort(int[] source, int[] target, int from, int to, Order order) {
    if (to - from <= SHORT) {
      insert(target, from, to, order);
      return;
    }
    int middle = (from + to) >>> 1;
    sort(target, source, from, middle, order);
    sort(target, source, middle, to, order);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean isLeft =
          right == to || (left < middle && order.compare(source[left], source[right]) <= 0);
      target[i] = isLeft ? source[left++] : source[right++];
    }
  }

  private static void insert(int[] numbers, int from, int to, Order order) {
    for (int i = from + 1; i < to; i++) {
      int number = numbers[i];
      int at = i;
      while (at > from && order.compare(numbers[at - 1], number) > 0) {
        numbers[at] = numbers[at - 1];
        at--;
      }
      numbers[at] = number;
    }
  }

  /// Sorts numbers by a key below `keys`, stably, in two passes over them.
  static int[] byKey(int[] numbers, int keys, java.util.function.IntUnaryOperator key) {
    var starts = new int[keys + 1];
    for (int number : numbers) {
      starts[key.applyAsInt(number) + 1]++;
    }
    for (int i = 0; i < keys; i++) {
      starts[i + 1] += starts[i];
    }
    var sorted = new int[numbers.length];
    for (int number : numbers) {
      sorted[starts[key.applyAsInt(number)]++] = number;
    }
    return sorted;
  }
}
