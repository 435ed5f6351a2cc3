package org.idiome.genomics.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/// Text that is put together byte by byte, to be written at once. For one thread.
public final class ByteText {
  private static final int DECIMAL = 10;
  private static final char FIRST_BEYOND_ASCII = 0x80;

  private byte[] bytes;
  private int size;

  /// @param capacity with how many bytes it begins; it grows
  public ByteText(int capacity) {
    this.bytes = new byte[capacity];
  }

  /// How many bytes there are.
  public int size() {
    return size;
  }

  /// Whether the last byte is a character of ASCII.
  public boolean endsWith(char one) {
    return size > 0 && bytes[size - 1] == one;
  }

  /// Begins anew.
  public void clear() {
    size = 0;
  }

  /// Takes back what was put behind the first bytes.
  ///
  /// @param size how many stay, at most as many as there are
  public void cut(int size) {
    this.size = Objects.checkIndex(size, this.size + 1);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), bytes.length * 2));
    }
  }

  /// Puts one ASCII character behind the others.
  public ByteText put(char character) {
    room(1);
    bytes[size++] = (byte) character;
    return this;
  }

  /// Puts a slice.
  public ByteText put(byte[] from, int start, int end) {
    int length = end - start;
    room(length);
    System.arraycopy(from, start, bytes, size, length);
    size += length;
    return this;
  }

  /// Puts another text.
  public ByteText put(ByteText other) {
    return put(other.bytes, 0, other.size);
  }

  /// Puts a text as UTF-8.
  public ByteText put(String text) {
    int length = text.length();
    room(length);
    for (int i = 0; i < length; i++) {
      char character = text.charAt(i);
      if (character >= FIRST_BEYOND_ASCII) {
        return putEncoded(text);
      }
      bytes[size + i] = (byte) character;
    }
    size += length;
    return this;
  }

  /// Puts a text as UTF-8, where it is of ASCII and none of its characters is marked.
  ///
  /// @param marks by character, 128 of them
  /// @return whether it was put; else nothing was
  public boolean putUnmarked(String text, boolean[] marks) {
    int length = text.length();
    room(length);
    for (int i = 0; i < length; i++) {
      char character = text.charAt(i);
      if (character >= FIRST_BEYOND_ASCII || marks[character]) {
        return false;
      }
      bytes[size + i] = (byte) character;
    }
    size += length;
    return true;
  }

  private ByteText putEncoded(String text) {
    var encoded = text.getBytes(StandardCharsets.UTF_8);
    return put(encoded, 0, encoded.length);
  }

  /// Puts a whole number that is not negative, in decimal.
  public ByteText put(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("negative: " + number);
    }
    int digits = 1;
    for (int rest = number / DECIMAL; rest > 0; rest /= DECIMAL) {
      digits++;
    }
    room(digits);
    int rest = number;
    for (int i = digits - 1; i >= 0; i--) {
      bytes[size + i] = (byte) ('0' + rest % DECIMAL);
      rest /= DECIMAL;
    }
    size += digits;
    return this;
  }

  /// All of it as a text; bytes that are no UTF-8 become U+FFFD.
  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }

  /// A copy of all of it.
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /// Writes all of it and begins anew.
  public void moveTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
    size = 0;
  }
}
