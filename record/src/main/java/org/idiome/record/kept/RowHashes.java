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
  private int size;

  /// How many rows of two sets are new, in both, and no longer said.
  record Counts(long added, long unchanged, long gone) {}

  private void add(long number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size + size / 2);
    }
    numbers[size++] = number;
  }

  void text(String kind, String content) {
    add(with(with(BASIS, kind), content));
  }

  void quantity(String layer, QuantityFields fields) {
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
    add(with(number, fields.high()));
  }

  void call(String layer, CallFields call) {
    long number = with(with(with(BASIS, layer), call.contig()), call.text());
    add((number ^ call.start0()) * PRIME);
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
  static Counts compare(RowHashes before, RowHashes now) {
    before.sort();
    now.sort();
    int i = 0;
    int j = 0;
    long same = 0;
    while (i < before.size && j < now.size) {
      int order = Long.compare(before.numbers[i], now.numbers[j]);
      if (order == 0) {
        same++;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return new Counts(now.size - same, same, before.size - same);
  }

  private void sort() {
    Arrays.sort(numbers, 0, size);
  }
}
