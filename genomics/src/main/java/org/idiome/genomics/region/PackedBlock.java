package org.idiome.genomics.region;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;

/// One block after another of a BGZF file, packed (SAM specification, section 4.1). For one thread.
final class PackedBlock {
  static final int TRAILER_BYTES = 8;
  static final int LARGEST = 1 << 16;
  private static final int HEADER_BYTES = 12;
  private static final int MAGIC = 0x04088b1f;
  private static final int SIZE_FIELD = 'B' | 'C' << 8;

  private final FileChannel file;
  private final String name;
  private final ByteBuffer packed = ByteBuffer.allocate(LARGEST).order(ByteOrder.LITTLE_ENDIAN);
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
    read(0, HEADER_BYTES);
    int extra = packed.getShort(10) & 0xffff;
    if (packed.getInt(0) != MAGIC) {
      return false;
    }
    headBytes = HEADER_BYTES + extra;
    read(0, Math.min(LARGEST, headBytes));
    size = statedSize();
    if (size < headBytes + TRAILER_BYTES) {
      throw damaged("BGZF block size");
    }
    return true;
  }

  /// Reads the end of the block, of which the head was read.
  void trailer() throws IOException {
    read(size - TRAILER_BYTES, size);
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

  private int statedSize() {
    int field = HEADER_BYTES;
    while (field + 6 <= Math.min(headBytes, packed.limit())) {
      int length = packed.getShort(field + 2) & 0xffff;
      if ((packed.getShort(field) & 0xffff) == SIZE_FIELD && length == 2) {
        return (packed.getShort(field + 4) & 0xffff) + 1;
      }
      field += 4 + length;
    }
    return 0;
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
    return packed.getInt(size - TRAILER_BYTES);
  }

  /// How many bytes are in it, as its end says.
  int inflatedBytes() {
    int length = packed.getInt(size - Integer.BYTES);
    if (length < 0 || length > LARGEST) {
      throw damaged("BGZF block size");
    }
    return length;
  }

  BadInputException damaged(String part) {
    return new BadInputException(
        Problem.of(ProblemCode.FILE_COMPRESSION_DAMAGED, Place.file(name), "part", part));
  }
}
