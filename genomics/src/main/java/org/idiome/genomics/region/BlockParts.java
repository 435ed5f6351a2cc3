package org.idiome.genomics.region;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.region.VariantIndex.Chunk;

/// The inflated bytes of one part of a BGZF file (SAM specification, section 4.1). For one thread.
final class BlockParts extends InputStream {
  private static final int HEADER_BYTES = 12;
  private static final int TRAILER_BYTES = 8;
  private static final int LARGEST = 1 << 16;
  private static final int BLOCK_BITS = 16;
  private static final int MAGIC = 0x04088b1f;
  private static final int SIZE_FIELD = 'B' | 'C' << 8;

  private final FileChannel file;
  private final String name;
  private final Chunk chunk;
  private final Inflater inflater = new Inflater(true);
  private final ByteBuffer packed = ByteBuffer.allocate(LARGEST).order(ByteOrder.LITTLE_ENDIAN);
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
    read(HEADER_BYTES);
    int extra = packed.getShort(10) & 0xffff;
    if (packed.getInt(0) != MAGIC) {
      throw indexWrong();
    }
    read(Math.min(LARGEST, HEADER_BYTES + extra));
    int size = size(extra);
    if (size < HEADER_BYTES + extra + TRAILER_BYTES) {
      throw damaged("BGZF block size");
    }
    read(size);
    inflate(HEADER_BYTES + extra, size);
    boolean isLast = next == chunk.to() >>> BLOCK_BITS;
    at = 0;
    end = isLast ? (int) Math.min(block.length, chunk.to() & 0xffff) : block.length;
    next += size;
    return true;
  }

  /// The first bytes of the block at hand.
  private void read(int bytes) throws IOException {
    packed.clear().limit(bytes);
    while (packed.hasRemaining()) {
      if (file.read(packed, next + packed.position()) < 0) {
        throw new BadInputException(
            Problem.of(ProblemCode.FILE_COMPRESSION_CUT, Place.file(name), "part", "BGZF block"));
      }
    }
  }

  private int size(int extra) {
    int field = HEADER_BYTES;
    while (field + 6 <= Math.min(HEADER_BYTES + extra, packed.limit())) {
      int length = packed.getShort(field + 2) & 0xffff;
      if ((packed.getShort(field) & 0xffff) == SIZE_FIELD && length == 2) {
        return (packed.getShort(field + 4) & 0xffff) + 1;
      }
      field += 4 + length;
    }
    return 0;
  }

  private void inflate(int from, int size) {
    int length = packed.getInt(size - 4);
    if (length < 0 || length > LARGEST) {
      throw damaged("BGZF block size");
    }
    var sum = new CRC32();
    block = new byte[length];
    try {
      inflater.reset();
      inflater.setInput(packed.array(), from, size - from - TRAILER_BYTES);
      int done = inflater.inflate(block);
      sum.update(block);
      if (done != length || (int) sum.getValue() != packed.getInt(size - TRAILER_BYTES)) {
        throw damaged("CRC");
      }
    } catch (DataFormatException _) {
      throw damaged("deflate data");
    }
  }

  private BadInputException damaged(String part) {
    return new BadInputException(
        Problem.of(ProblemCode.FILE_COMPRESSION_DAMAGED, Place.file(name), "part", part));
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
