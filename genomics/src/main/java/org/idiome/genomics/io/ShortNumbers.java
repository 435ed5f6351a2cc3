package org.idiome.genomics.io;

/// Whole numbers of one to five bytes, seven bits in each, the low ones first.
public final class ShortNumbers {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private ShortNumbers() {}

  /// Puts a number behind a text; a negative one takes five bytes.
  public static void put(ByteText to, int number) {
    int rest = number;
    while ((rest & -MORE) != 0) {
      to.put((char) ((rest & (MORE - 1)) | MORE));
      rest >>>= BITS;
    }
    to.put((char) rest);
  }

  /// Reads them one after another.
  public static final class Cursor {
    private final byte[] bytes;
    private int at;

    /// Reads from the first byte on.
    public Cursor(byte[] bytes) {
      this.bytes = bytes;
    }

    /// Where the next one begins.
    public int at() {
      return at;
    }

    /// Passes over some bytes.
    public void skip(int count) {
      at += count;
    }

    /// The next number.
    ///
    /// @throws IndexOutOfBoundsException behind the last one
    public int next() {
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
