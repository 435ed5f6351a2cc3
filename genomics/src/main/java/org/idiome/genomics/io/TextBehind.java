package org.idiome.genomics.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes text on a second thread while the next is made, in its order.
///
/// For what takes little to be made; [WrittenBehind] makes the text on that thread too. For one
/// thread; until [#close] the stream belongs to the second one. Some blocks of text are used in
/// turn: nothing is allocated for them.
public final class TextBehind implements AutoCloseable {
  private static final int BLOCK_BYTES = 1 << 18;

  /// So many blocks wait at most.
  private static final int MOST_WAITING = 4;

  private final OutputStream out;
  private final SecondThread second = new SecondThread("write-behind", MOST_WAITING);

  /// One more than may wait: that which is made.
  private final ByteText[] blocks = new ByteText[MOST_WAITING + 1];

  private int at;
  private boolean hasBegun;

  /// Writes to a stream.
  public TextBehind(OutputStream out) {
    this.out = out;
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = new ByteText(BLOCK_BYTES + BLOCK_BYTES / 4);
    }
  }

  /// Where the next text goes; another one after [#pass].
  public ByteText text() {
    return blocks[at];
  }

  /// Writes what stands before all of it, where it was not written before: until then all text is
  /// held.
  public TextBehind begin(String head) throws IOException {
    if (!hasBegun) {
      hasBegun = true;
      out.write(head.getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  /// Hands the text over where it is long enough to be written.
  ///
  /// @throws IllegalStateException where it has not begun
  public void pass() throws IOException {
    if (!hasBegun) {
      throw new IllegalStateException("not begun");
    }
    if (text().size() >= BLOCK_BYTES) {
      hand();
    }
  }

  private void hand() throws IOException {
    var full = text();
    second.hand(() -> {
      full.moveTo(out);
      return null;
    });
    at = (at + 1) % blocks.length;
  }

  /// Waits until all is written.
  public void end() throws IOException {
    hand();
    second.await();
    out.flush();
  }

  /// Waits for what was handed over; the rest is left.
  @Override
  public void close() {
    second.close();
  }
}
