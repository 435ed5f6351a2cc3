package org.idiome.genomics.region;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.BlockHead;

/// One block after another of a BGZF file, packed (SAM specification, section 4.1). For one thread.
final class PackedBlock {
  private final FileChannel file;
  private final String name;
  private final ByteBuffer packed =
      ByteBuffer.allocate(BlockHead.LARGEST_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final MemorySegment bytes = MemorySegment.ofArray(packed.array());
  private long at;
  private int headBytes;
  private int size;

  /// @param name how problems call the file
  PackedBlock(FileChannel file, String name) {
    this.file = file;
    this.name = name;
  }

  /// Reads the head of the block at a place of the file; false where none begins there.
  ///
  /// @throws BadInputException where it ends in it, or the block says no size that it can have
  boolean head(long place) throws IOException {
    at = place;
    read(0, BlockHead.FIXED_BYTES);
    if (!BlockHead.isAt(bytes, 0)) {
      return false;
    }
    headBytes = BlockHead.headBytes(bytes, 0);
    read(0, Math.min(BlockHead.LARGEST_BYTES, headBytes));
    size = BlockHead.blockBytes(bytes, 0);
    if (size == 0) {
      throw damaged("BGZF block size");
    }
    return true;
  }

  /// Reads the end of the block, of which the head was read.
  void trailer() throws IOException {
    read(size - BlockHead.TRAILER_BYTES, size);
  }

  /// Reads all of the block, of which the head was read.
  void whole() throws IOException {
    read(0, size);
  }

  private void read(int from, int to) throws IOException {
    packed.limit(to).position(from);
    while (packed.hasRemaining()) {
      if (file.read(packed, at + packed.position()) < 0) {
        throw new BadInputException(
            Problem.of(ProblemCode.FILE_COMPRESSION_CUT, Place.file(name), "part", "BGZF block"));
      }
    }
  }

  byte[] bytes() {
    return packed.array();
  }

  /// Bytes before what is deflated.
  int headBytes() {
    return headBytes;
  }

  /// Bytes of the whole block.
  int size() {
    return size;
  }

  /// The CRC-32 of what is in it, as its end says.
  int checksum() {
    return packed.getInt(size - BlockHead.TRAILER_BYTES);
  }

  /// How many bytes are in it, as its end says.
  int inflatedBytes() {
    int length = packed.getInt(size - Integer.BYTES);
    if (length < 0 || length > BlockHead.LARGEST_BYTES) {
      throw damaged("BGZF block size");
    }
    return length;
  }

  BadInputException damaged(String part) {
    return new BadInputException(
        Problem.of(ProblemCode.FILE_COMPRESSION_DAMAGED, Place.file(name), "part", part));
  }
}
