package org.idiome.genomics.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Packs bytes as BGZF: gzip in blocks, with the block of its end (SAM specification 1.6, section
/// 4.1). The same bytes for the same input.
public final class BlockGzipOutput extends OutputStream {
  private static final byte[] HEADER = {
    31, (byte) 139, 8, 4, 0, 0, 0, 0, 0, (byte) 255, 6, 0, 66, 67, 2, 0
  };
  private static final byte[] END = {3, 0};
  private static final int FRAME_BYTES = 26;

  /// Even where nothing can be packed, a block stays within 64 KiB.
  private static final int BLOCK_BYTES = 65_280;

  private final OutputStream to;
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final byte[] block = new byte[BLOCK_BYTES];
  private final byte[] packed = new byte[1 << 16];
  private int size;
  private boolean isOpen = true;

  /// @param to closed with this
  public BlockGzipOutput(OutputStream to) {
    this.to = to;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int taken = Math.min(length - done, BLOCK_BYTES - size);
      System.arraycopy(bytes, offset + done, block, size, taken);
      size += taken;
      done += taken;
      if (size == BLOCK_BYTES) {
        pack();
      }
    }
  }

  private void pack() throws IOException {
    deflater.reset();
    deflater.setInput(block, 0, size);
    deflater.finish();
    frame(deflater.deflate(packed));
  }

  private void frame(int packedBytes) throws IOException {
    var sum = new CRC32();
    sum.update(block, 0, size);
    to.write(HEADER);
    little(packedBytes + FRAME_BYTES - 1, 2);
    to.write(packed, 0, packedBytes);
    little((int) sum.getValue(), 4);
    little(size, 4);
    size = 0;
  }

  private void little(int value, int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      to.write(value >>> (8 * i));
    }
  }

  @Override
  public void flush() throws IOException {
    to.flush();
  }

  /// Writes what is left and the block of the end; nothing may follow.
  public void finish() throws IOException {
    if (!isOpen) {
      return;
    }
    isOpen = false;
    try {
      if (size > 0) {
        pack();
      }
      System.arraycopy(END, 0, packed, 0, END.length);
      frame(END.length);
    } finally {
      deflater.end();
    }
  }

  @Override
  public void close() throws IOException {
    try (to) {
      finish();
    }
  }
}
