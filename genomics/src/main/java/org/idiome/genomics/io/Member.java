package org.idiome.genomics.io;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32;

/// The header of one gzip member (RFC 1952, section 2.3).
///
/// @param headerBytes its length
/// @param blockBytes length of the whole member where a BGZF field states it, else 0
record Member(int headerBytes, int blockBytes) {
  private static final int FIRST = 0x1f;
  private static final int SECOND = 0x8b;
  private static final int DEFLATE = 8;
  private static final int FIXED_BYTES = 10;
  private static final int HEADER_CHECK = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  /// Names and comments beyond this are damage.
  private static final int LONGEST_TEXT = 1 << 16;

  static boolean isMagic(byte[] bytes, int start) {
    return (bytes[start] & 0xff) == FIRST && (bytes[start + 1] & 0xff) == SECOND;
  }

  /// Whether the buffered bytes begin a BGZF block.
  static boolean isBlock(RawBytes raw) throws IOException {
    if (!raw.require(FIXED_BYTES + 2)) {
      return false;
    }
    int extra = (raw.buffer()[raw.start() + 3] & EXTRA) == 0 ? 0 : 2 + number(raw, FIXED_BYTES);
    return extra > 0
        && raw.require(FIXED_BYTES + extra)
        && blockBytes(raw, FIXED_BYTES + 2, extra - 2) > 0;
  }

  /// Reads the header at the start of the unread bytes; null where the file ends within it.
  ///
  /// @throws DamagedException where it is no such header
  static Member read(RawBytes raw) throws IOException, DamagedException {
    if (!raw.require(FIXED_BYTES)) {
      throw DamagedException.cut("gzip header");
    }
    int flags = raw.buffer()[raw.start() + 3] & 0xff;
    if (!isMagic(raw.buffer(), raw.start())
        || raw.buffer()[raw.start() + 2] != DEFLATE
        || (flags & RESERVED) != 0) {
      throw new DamagedException("gzip header");
    }
    var sum = new CRC32();
    sum.update(raw.buffer(), raw.start(), FIXED_BYTES);
    raw.skip(FIXED_BYTES);
    int length = FIXED_BYTES;
    int block = 0;
    if ((flags & EXTRA) != 0) {
      need(raw, 2);
      int extra = number(raw, 0);
      need(raw, 2 + extra);
      block = blockBytes(raw, 2, extra);
      sum.update(raw.buffer(), raw.start(), 2 + extra);
      raw.skip(2 + extra);
      length += 2 + extra;
    }
    length += (flags & NAME) == 0 ? 0 : text(raw, sum);
    length += (flags & COMMENT) == 0 ? 0 : text(raw, sum);
    if ((flags & HEADER_CHECK) != 0) {
      need(raw, 2);
      if (number(raw, 0) != ((int) sum.getValue() & 0xffff)) {
        throw new DamagedException("gzip header check sum");
      }
      raw.skip(2);
      length += 2;
    }
    return new Member(length, block);
  }

  private static void need(RawBytes raw, int bytes) throws IOException, DamagedException {
    if (!raw.require(bytes)) {
      throw DamagedException.cut("gzip header");
    }
  }

  private static int text(RawBytes raw, CRC32 sum) throws IOException, DamagedException {
    for (int length = 1; length <= LONGEST_TEXT; length++) {
      int next = raw.next();
      if (next < 0) {
        throw DamagedException.cut("gzip header");
      }
      sum.update(next);
      if (next == 0) {
        return length;
      }
    }
    throw new DamagedException("gzip header");
  }

  private static int number(RawBytes raw, int offset) {
    int at = raw.start() + offset;
    return (raw.buffer()[at] & 0xff) | (raw.buffer()[at + 1] & 0xff) << 8;
  }

  /// The size of the whole block that an extra field states, else 0.
  private static int blockBytes(RawBytes raw, int offset, int length) {
    int from = raw.start() + offset;
    return BlockHead.stated(MemorySegment.ofArray(raw.buffer()), from, (long) from + length);
  }
}
