package org.idiome.core.canonical;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Hashes a stream of fields without building a tree: for dense columns.
///
/// A text is its UTF-8 length as eight bytes and its bytes, a number its eight bytes, big-endian;
/// so no two sequences of fields of one kind share bytes. Not safe for several threads.
public final class Digester {
  private static final int BUFFERED = 1 << 13;

  private final MessageDigest digest = Sha256.newDigest();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFERED);

  /// Adds a text.
  public Digester text(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    integer(bytes.length);
    if (bytes.length > buffer.remaining()) {
      flush();
    }
    if (bytes.length > buffer.remaining()) {
      digest.update(bytes);
    } else {
      buffer.put(bytes);
    }
    return this;
  }

  /// Adds a whole number.
  public Digester integer(long number) {
    if (buffer.remaining() < Long.BYTES) {
      flush();
    }
    buffer.putLong(number);
    return this;
  }

  /// Adds a number by its bits; every NaN counts as one, negative zero as zero.
  public Digester number(double number) {
    return integer(Double.doubleToLongBits(number == 0 ? 0 : number));
  }

  private void flush() {
    digest.update(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  /// The digest; the digester starts anew.
  public Sha256 end() {
    flush();
    return Sha256.of(digest);
  }
}
