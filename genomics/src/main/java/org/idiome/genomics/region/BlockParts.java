package org.idiome.genomics.region;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.BlockHead;
import org.idiome.genomics.region.VariantIndex.Chunk;

/// The inflated bytes of one part of a BGZF file. For one thread.
final class BlockParts extends InputStream {
  private static final int BLOCK_BITS = 16;

  private final FileChannel file;
  private final String name;
  private final Chunk chunk;
  private final Inflater inflater = new Inflater(true);
  private final PackedBlock packed;
  private byte[] block = new byte[0];
  private int at;
  private int end;
  private long next;

  /// @param file stays open when this is closed
  /// @throws BadInputException where the part does not begin where a line does
  BlockParts(FileChannel file, String name, Chunk chunk) throws IOException {
    this.file = file;
    this.name = name;
    this.chunk = chunk;
    this.packed = new PackedBlock(file, name);
    this.next = chunk.from() >>> BLOCK_BITS;
    int start = (int) (chunk.from() & 0xffff);
    if (fill()) {
      at = start;
      boolean isLine = at <= block.length && (at == 0 || block[at - 1] == '\n');
      if (!isLine) {
        throw indexWrong();
      }
    }
  }

  private BadInputException indexWrong() {
    return new BadInputException(Problem.of(ProblemCode.REGIONS_INDEX_WRONG, Place.file(name)));
  }

  /// Inflates the next block; false behind the part.
  private boolean fill() throws IOException {
    long here = next << BLOCK_BITS;
    if (here >= chunk.to() || next >= file.size()) {
      return false;
    }
    if (!packed.head(next)) {
      throw indexWrong();
    }
    packed.whole();
    inflate();
    boolean isLast = next == chunk.to() >>> BLOCK_BITS;
    at = 0;
    end = isLast ? (int) Math.min(block.length, chunk.to() & 0xffff) : block.length;
    next += packed.size();
    return true;
  }

  private void inflate() {
    var sum = new CRC32();
    block = new byte[packed.inflatedBytes()];
    try {
      inflater.reset();
      int head = packed.headBytes();
      int deflated = packed.size() - head - BlockHead.TRAILER_BYTES;
      inflater.setInput(packed.bytes(), head, deflated);
      int done = inflater.inflate(block);
      sum.update(block);
      if (done != block.length || (int) sum.getValue() != packed.checksum()) {
        throw packed.damaged("CRC");
      }
    } catch (DataFormatException _) {
      throw packed.damaged("deflate data");
    }
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (at >= end) {
      if (!fill()) {
        return -1;
      }
    }
    int part = Math.min(length, end - at);
    System.arraycopy(block, at, target, offset, part);
    at += part;
    return part;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
