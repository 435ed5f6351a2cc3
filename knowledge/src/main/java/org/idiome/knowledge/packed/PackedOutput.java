package org.idiome.knowledge.packed;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.function.IntUnaryOperator;

/// Writes the sections of a packed release one after another.
final class PackedOutput {
  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private long place;

  PackedOutput(FileChannel channel) {
    this.channel = channel;
  }

  private void room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  /// Fills up to where the next section begins.
  void align() throws IOException {
    while (place < PackedLayout.aligned(place)) {
      put((byte) 0);
    }
  }

  void put(byte value) throws IOException {
    room(1);
    buffer.put(value);
    place++;
  }

  void put(int value) throws IOException {
    room(Integer.BYTES);
    buffer.putInt(value);
    place += Integer.BYTES;
  }

  void put(long value) throws IOException {
    room(Long.BYTES);
    buffer.putLong(value);
    place += Long.BYTES;
  }

  void put(byte[] bytes, int from, int to) throws IOException {
    for (int at = from; at < to; ) {
      room(1);
      int part = Math.min(buffer.remaining(), to - at);
      buffer.put(bytes, at, part);
      at += part;
    }
    place += to - from;
  }

  void put(MemorySegment bytes) throws IOException {
    long size = bytes.byteSize();
    for (long at = 0; at < size; ) {
      room(1);
      int part = (int) Math.min(buffer.remaining(), size - at);
      MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, buffer.array(), buffer.position(), part);
      buffer.position(buffer.position() + part);
      at += part;
    }
    place += size;
  }

  /// A column of integers, one for each of `numbers`.
  void column(int[] numbers, IntUnaryOperator value) throws IOException {
    for (int number : numbers) {
      put(value.applyAsInt(number));
    }
    align();
  }
}
