package org.idiome.genomics.table;

import org.idiome.genomics.io.ByteText;

/// Whole numbers of one to five bytes, seven bits in each, the low ones first.
final class Packed {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private Packed() {}

  static void put(ByteText to, int number) {
    int rest = number;
    while (rest >= MORE) {
      to.put((char) ((rest & (MORE - 1)) | MORE));
      rest >>>= BITS;
    }
    to.put((char) rest);
  }

  /// Reads them one after another.
  static final class Cursor {
    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes) {
      this.bytes = bytes;
    }

    int at() {
      return at;
    }

    void skip(int count) {
      at += count;
    }

    int next() {
      int number = 0;
      int shift = 0;
      byte one;
      do {
        one = bytes[at++];
        number |= (one & (MORE - 1)) << shift;
        shift += BITS;
      } while (one < 0);
      return number;
    }
  }
}
