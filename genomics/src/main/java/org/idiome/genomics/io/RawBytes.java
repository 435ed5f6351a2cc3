package org.idiome.genomics.io;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicLong;
import org.idiome.core.canonical.Sha256;
import org.jspecify.annotations.Nullable;

/// The bytes of a file as they lie on the disk, counted as they pass, and hashed where that is
/// asked for.
final class RawBytes implements Closeable {
  /// What can be asked for at once by [#require].
  static final int CAPACITY = 1 << 18;

  private static final int END = -1;

  private final InputStream stream;
  private final @Nullable MessageDigest digest;
  private final byte[] buffer;
  private int start;
  private int end;
  private boolean atEnd;
  private final AtomicLong count = new AtomicLong();
  private @Nullable Sha256 hash;

  RawBytes(InputStream stream, boolean isHashed) {
    this.stream = stream;
    this.digest = isHashed ? Sha256.newDigest() : null;
    // What lies in memory is often a line of many: it gets no more than it fills.
    this.buffer =
        new byte
            [stream instanceof ByteArrayInputStream bytes
                ? Math.clamp(bytes.available() + 1L, 2, CAPACITY)
                : CAPACITY];
  }

  byte[] buffer() {
    return buffer;
  }

  /// First unread byte in [#buffer].
  int start() {
    return start;
  }

  int available() {
    return end - start;
  }

  /// Whether `bytes` unread bytes are in the buffer, after reading as far as it takes.
  boolean require(int bytes) throws IOException {
    while (available() < bytes) {
      if (start > 0) {
        System.arraycopy(buffer, start, buffer, 0, available());
        end -= start;
        start = 0;
      }
      int read = readInto(buffer, end, buffer.length - end);
      if (read == END) {
        return false;
      }
      end += read;
    }
    return true;
  }

  void skip(int bytes) {
    start += bytes;
  }

  /// The next byte, or -1 at the end of the file.
  int next() throws IOException {
    return require(1) ? buffer[start++] & 0xff : END;
  }

  /// Plain bytes into `target`, past the buffer where it is empty; -1 at the end of the file.
  int read(byte[] target, int offset, int length) throws IOException {
    if (available() == 0) {
      return readInto(target, offset, length);
    }
    int part = Math.min(length, available());
    System.arraycopy(buffer, start, target, offset, part);
    start += part;
    return part;
  }

  private int readInto(byte[] target, int offset, int length) throws IOException {
    if (atEnd) {
      return END;
    }
    int read = stream.read(target, offset, length);
    if (read == END) {
      atEnd = true;
      return END;
    }
    if (digest != null) {
      digest.update(target, offset, read);
    }
    count.addAndGet(read);
    return read;
  }

  /// Bytes of the file that have passed.
  long count() {
    return count.get();
  }

  /// Reads what is left, so that the hash is that of the whole file.
  ///
  /// @throws IllegalStateException where no hash was asked for
  Sha256 finish() throws IOException {
    if (digest == null) {
      throw new IllegalStateException("not hashed");
    }
    start = 0;
    end = 0;
    while (!atEnd) {
      readInto(buffer, 0, buffer.length);
    }
    if (hash == null) {
      hash = Sha256.of(digest);
    }
    return hash;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
