package org.idiome.knowledge.packed;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Texts, each kept once and numbered as it came, in a file that is removed in the end: they may be
/// more than fits the memory.
///
/// The file is mapped in chunks; no text lies across two of them.
final class TextFile implements Closeable {
  private static final int EMPTY = -1;
  private static final long CHUNK = 1L << 26;

  private final Path file;
  private final FileChannel channel;
  private final Arena arena = Arena.ofConfined();
  private final List<MemorySegment> chunks = new ArrayList<>();
  private long[] starts = new long[1 << 10];
  private int[] lengths = new int[1 << 10];
  private int[] hashes = new int[1 << 10];
  private int[] slots = slots(1 << 12);
  private long end;
  private long total;
  private int size;

  TextFile(Path file) throws IOException {
    this.file = file;
    this.channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static int[] slots(int capacity) {
    var slots = new int[capacity];
    Arrays.fill(slots, EMPTY);
    return slots;
  }

  /// The number of a text, which is added where it is new.
  int add(String text) throws IOException {
    var word = text.getBytes(StandardCharsets.UTF_8);
    int hash = ByteHash.of(word, word.length);
    int mask = slots.length - 1;
    int slot = hash & mask;
    var given = MemorySegment.ofArray(word);
    while (slots[slot] != EMPTY) {
      int known = slots[slot];
      if (hashes[known] == hash
          && lengths[known] == word.length
          && segment(known).mismatch(given) < 0) {
        return known;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = size;
    append(word, hash);
    return size - 1;
  }

  private void append(byte[] word, int hash) throws IOException {
    if (end % CHUNK + word.length > CHUNK || chunks.isEmpty()) {
      end = chunks.size() * CHUNK;
      chunks.add(channel.map(FileChannel.MapMode.READ_WRITE, end, CHUNK, arena));
    }
    MemorySegment.copy(word, 0, chunks.getLast(), ValueLayout.JAVA_BYTE, end % CHUNK, word.length);
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      lengths = Arrays.copyOf(lengths, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    starts[size] = end;
    lengths[size] = word.length;
    hashes[size++] = hash;
    end += word.length;
    total += word.length;
    if (2 * size > slots.length) {
      grow();
    }
  }

  private void grow() {
    slots = slots(2 * slots.length);
    int mask = slots.length - 1;
    for (int text = 0; text < size; text++) {
      int slot = hashes[text] & mask;
      while (slots[slot] != EMPTY) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = text;
    }
  }

  /// The bytes of a text, as long as this is open.
  MemorySegment segment(int text) {
    return chunks.get((int) (starts[text] / CHUNK)).asSlice(starts[text] % CHUNK, lengths[text]);
  }

  int compare(int one, int two) {
    if (one == two) {
      return 0;
    }
    var first = segment(one);
    var second = segment(two);
    long at = first.mismatch(second);
    if (at < 0) {
      return 0;
    }
    if (at == first.byteSize() || at == second.byteSize()) {
      return Long.compare(first.byteSize(), second.byteSize());
    }
    return Byte.compareUnsigned(
        first.get(ValueLayout.JAVA_BYTE, at), second.get(ValueLayout.JAVA_BYTE, at));
  }

  int length(int text) {
    return lengths[text];
  }

  int size() {
    return size;
  }

  /// Bytes of all texts.
  long bytes() {
    return total;
  }

  @Override
  public void close() throws IOException {
    arena.close();
    channel.close();
    Files.deleteIfExists(file);
  }
}
