package org.idiome.knowledge.source;

import java.io.IOException;
import java.io.InputStream;
import org.idiome.genomics.io.Input;

/// The inflated bytes of an input.
final class InflatedStream extends InputStream {
  private final Input input;
  private final byte[] one = new byte[1];

  InflatedStream(Input input) {
    this.input = input;
  }

  @Override
  public int read() throws IOException {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read;
    do {
      read = input.read(target, offset, length);
    } while (read == 0);
    return read;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
