package org.idiome.genomics.vcf;

import java.util.Arrays;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.ByteText;

/// The comma-separated values of a field as slices of the line. Reused for every field; for one
/// thread.
final class ListedValues {
  private byte[] bytes = {};
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int count;

  /// Takes the values of a field; an empty one is one empty value.
  void split(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    count = 0;
    int at = from;
    while (at <= to) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
      }
      starts[count] = at;
      ends[count] = Ascii.find(bytes, at, to, ',');
      at = ends[count++] + 1;
    }
  }

  int count() {
    return count;
  }

  /// The `i`-th as an integer, or [Ascii#NOT_AN_INTEGER].
  long integer(int i) {
    return Ascii.integer(bytes, starts[i], ends[i]);
  }

  /// Puts the `i`-th behind a text.
  void put(int i, ByteText out) {
    out.put(bytes, starts[i], ends[i]);
  }
}
