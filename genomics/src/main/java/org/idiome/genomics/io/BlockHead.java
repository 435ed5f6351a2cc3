package org.idiome.genomics.io;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// What a block of BGZF says of itself before what is deflated in it: a gzip member whose extra
/// field states its size (SAM specification, section 4.1). Numbers begin with their low byte.
public final class BlockHead {
  /// Up to the extra field, with its length.
  public static final int FIXED_BYTES = 12;

  /// Behind what is deflated: CRC-32 and length of what it was made of.
  public static final int TRAILER_BYTES = 8;

  /// No block is longer, packed or inflated.
  public static final int LARGEST_BYTES = 1 << 16;

  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// gzip, deflate, an extra field and no other.
  private static final int MAGIC = 0x04088b1f;

  private static final int EXTRA_AT = 10;
  private static final int SIZE_KEY = 'B' | 'C' << 8;
  private static final int KEY_BYTES = 4;
  private static final int SIZE_BYTES = 2;

  private BlockHead() {}

  /// Whether a block may begin at a place, behind which [#FIXED_BYTES] can be read.
  public static boolean isAt(MemorySegment bytes, long at) {
    return bytes.get(INT, at) == MAGIC;
  }

  /// How many bytes of the block that begins at a place stand before what is deflated.
  public static int headBytes(MemorySegment bytes, long at) {
    return FIXED_BYTES + number(bytes, at + EXTRA_AT);
  }

  /// How many bytes the block at a place states that it has; 0 where it states none, or fewer than
  /// it can have, or ends before it does.
  public static int blockBytes(MemorySegment bytes, long at) {
    int head = headBytes(bytes, at);
    int stated = stated(bytes, at + FIXED_BYTES, Math.min(at + head, bytes.byteSize()));
    return stated < head + TRAILER_BYTES ? 0 : stated;
  }

  /// The size of the whole block that an extra field states; 0 where it states none.
  static int stated(MemorySegment bytes, long from, long to) {
    for (long key = from; key + KEY_BYTES + SIZE_BYTES <= to; ) {
      int length = number(bytes, key + 2);
      if (number(bytes, key) == SIZE_KEY && length == SIZE_BYTES) {
        return number(bytes, key + KEY_BYTES) + 1;
      }
      key += KEY_BYTES + length;
    }
    return 0;
  }

  /// Four bytes of a trailer.
  static int little(byte[] bytes, int at) {
    return MemorySegment.ofArray(bytes).get(INT, at);
  }

  private static int number(MemorySegment bytes, long at) {
    return bytes.get(SHORT, at) & 0xffff;
  }
}
