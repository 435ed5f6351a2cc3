package org.idiome.genomics.vcf;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Splits a line at its tabs, eight bytes at a time, and notices control characters and blanks on
/// the way.
///
/// Reused for every line; grows to the most columns seen.
final class Columns {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHS = ONES << 7;
  private static final int NONE = -1;

  private int[] starts = new int[16];
  private int count;
  private int end;
  private int controlAt;
  private boolean isAscii;
  private boolean hasBlank;

  void split(byte[] bytes, int start, int end) {
    this.end = end;
    starts[0] = start;
    count = 1;
    controlAt = NONE;
    hasBlank = false;
    long high = 0;
    int i = start;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      long word = (long) WORDS.get(bytes, i);
      high |= word;
      // High bits of bytes up to a blank; those above a true one may be false, so each is looked
      // at.
      long low = (word - ONES * (' ' + 1)) & ~word & HIGHS;
      while (low != 0) {
        take(bytes, i + (Long.numberOfTrailingZeros(low) >>> 3));
        low &= low - 1;
      }
    }
    for (; i < end; i++) {
      high |= bytes[i];
      take(bytes, i);
    }
    isAscii = (high & HIGHS) == 0;
  }

  private void take(byte[] bytes, int at) {
    byte b = bytes[at];
    if (b == '\t') {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at + 1;
    } else if (b == ' ') {
      hasBlank = true;
    } else if (b >= 0 && b < ' ' && controlAt == NONE) {
      controlAt = at;
    }
  }

  int count() {
    return count;
  }

  int start(int column) {
    return starts[column];
  }

  int end(int column) {
    return column + 1 < count ? starts[column + 1] - 1 : end;
  }

  /// Place of the first control character other than tab, or -1.
  int controlAt() {
    return controlAt;
  }

  /// Whether a blank stands anywhere in the line.
  boolean hasBlank() {
    return hasBlank;
  }

  /// Whether every byte is ASCII.
  boolean isAscii() {
    return isAscii;
  }
}
