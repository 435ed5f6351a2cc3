package org.idiome.record.kept;

import java.util.Arrays;
import org.idiome.store.form.CallFields;
import org.idiome.store.form.QuantityFields;
import org.jspecify.annotations.Nullable;

/// Logical rows as numbers: what is said, not where it stood. For counting what two inputs of one
/// source have in common; two rows of one number among millions would change a count by one.
final class RowHashes {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final int FIRST = 64;

  private long[] numbers = new long[FIRST];
  private long[] keys = new long[FIRST];
  private int size;
  private boolean isSorted;

  /// @param key of what the row is about: two rows of one key say something of the same
  private void add(long key, long number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size + size / 2);
      keys = Arrays.copyOf(keys, size + size / 2);
    }
    keys[size] = key;
    numbers[size++] = number;
    isSorted = false;
  }

  /// A row that is a text.
  ///
  /// @param about what it is about, within its kind
  void text(String kind, String about, String content) {
    add(key(kind, about), number(kind, content));
  }

  private static long key(String kind, String about) {
    return with(with(BASIS, kind), about);
  }

  static long number(String kind, String content) {
    return with(with(BASIS, kind), content);
  }

  void quantity(String layer, QuantityFields fields) {
    add(key(layer, fields), number(layer, fields));
  }

  private static long key(String layer, QuantityFields fields) {
    return with(with(key(layer, fields.feature()), fields.time()), fields.specimen());
  }

  static long number(String layer, QuantityFields fields) {
    long number = with(with(BASIS, layer), fields.feature());
    for (var text :
        new String[] {
          fields.label(),
          fields.kind(),
          fields.unitKind(),
          fields.unit(),
          fields.referenceUnitKind(),
          fields.referenceUnit(),
          fields.time(),
          fields.specimen(),
          fields.grouped(),
          fields.method()
        }) {
      number = with(number, text);
    }
    number = with(number, fields.value());
    number = with(number, fields.low());
    return with(number, fields.high());
  }

  void call(String layer, CallFields call) {
    add(key(layer, call), number(layer, call));
  }

  private static long key(String layer, CallFields call) {
    return (with(key(layer, call.contig()), call.reference()) ^ call.start0()) * PRIME;
  }

  private static long number(String layer, CallFields call) {
    long number = with(with(with(BASIS, layer), call.contig()), call.text());
    return (number ^ call.start0()) * PRIME;
  }

  /// Whether a row is among these.
  boolean hasText(String kind, String content) {
    return has(numbers, number(kind, content));
  }

  boolean hasQuantity(String layer, QuantityFields fields) {
    return has(numbers, number(layer, fields));
  }

  /// Whether anything is said here of what a row is about.
  boolean isAboutText(String kind, String about) {
    return has(keys, key(kind, about));
  }

  boolean isAboutQuantity(String layer, QuantityFields fields) {
    return has(keys, key(layer, fields));
  }

  private boolean has(long[] sorted, long number) {
    sort();
    return Arrays.binarySearch(sorted, 0, size, number) >= 0;
  }

  private static long with(long before, @Nullable String text) {
    long number = before;
    if (text == null) {
      return (number ^ 0x1ff) * PRIME;
    }
    for (int i = 0; i < text.length(); i++) {
      number = (number ^ text.charAt(i)) * PRIME;
    }
    return (number ^ 0x1fe) * PRIME;
  }

  private static long with(long before, @Nullable Double value) {
    long bits = value == null ? 0x1ff : Double.doubleToLongBits(value);
    long number = (before ^ (bits & 0xffffffffL)) * PRIME;
    return (number ^ (bits >>> 32)) * PRIME;
  }

  /// What became of the rows before.
  static RowCounts compare(RowHashes before, RowHashes now) {
    before.sort();
    now.sort();
    long same = common(before.numbers, before.size, now.numbers, now.size);
    // Rows that are the same are about the same: what else is about the same was corrected.
    long corrected = Math.max(0, common(before.keys, before.size, now.keys, now.size) - same);
    return new RowCounts(
        now.size - same - corrected, same, corrected, before.size - same - corrected);
  }

  /// How many numbers two sorted lists have in common, each as often as both have it.
  private static long common(long[] one, int sizeOfOne, long[] two, int sizeOfTwo) {
    int i = 0;
    int j = 0;
    long common = 0;
    while (i < sizeOfOne && j < sizeOfTwo) {
      int order = Long.compare(one[i], two[j]);
      if (order == 0) {
        common++;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }

  private void sort() {
    if (!isSorted) {
      Arrays.sort(numbers, 0, size);
      Arrays.sort(keys, 0, size);
      isSorted = true;
    }
  }
}
