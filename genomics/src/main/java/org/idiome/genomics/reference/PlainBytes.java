package org.idiome.genomics.reference;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// A plain file, mapped into memory.
final class PlainBytes implements SequenceBytes {
  private final Arena arena = Arena.ofShared();
  private final MemorySegment bytes;

  PlainBytes(Path file) throws IOException {
    this.bytes = map(file, arena);
  }

  static MemorySegment map(Path file, Arena arena) throws IOException {
    try (var channel = FileChannel.open(file)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  @Override
  public long size() {
    return bytes.byteSize();
  }

  @Override
  public byte at(long place) {
    return bytes.get(ValueLayout.JAVA_BYTE, place);
  }

  @Override
  public int read(long place, byte[] target, int from, int length) {
    int part = (int) Math.min(length, size() - place);
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, place, target, from, part);
    return part;
  }

  @Override
  public void close() {
    arena.close();
  }
}
