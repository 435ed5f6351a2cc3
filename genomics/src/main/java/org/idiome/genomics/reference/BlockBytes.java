package org.idiome.genomics.reference;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.BlockHead;

/// A file in BGZF, mapped into memory and inflated block by block where it is asked for.
///
/// Where its blocks begin is read from their headers (SAM specification, section 4.1), one jump a
/// block: no index beside the file is needed, and none can be of another file.
final class BlockBytes implements SequenceBytes {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int KEPT_BLOCKS = 1 << 5;

  private final String name;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment packed;
  private final ThreadLocal<Cache> cache = ThreadLocal.withInitial(Cache::new);
  private long[] packedStarts = new long[1 << 10];
  private long[] starts = new long[1 << 10];
  private int blocks;

  BlockBytes(Path file, String name) throws IOException {
    this.name = name;
    this.packed = PlainBytes.map(file, arena);
    try {
      index();
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  private void index() {
    long at = 0;
    long inflated = 0;
    int last = -1;
    while (at < packed.byteSize()) {
      int size = blockBytes(at);
      if (at + size > packed.byteSize()) {
        throw cut("BGZF block");
      }
      last = packed.get(INT, at + size - 4);
      if (last < 0 || last > BlockHead.LARGEST_BYTES) {
        throw damaged("BGZF block size");
      }
      if (blocks + 1 == starts.length) {
        starts = Arrays.copyOf(starts, 2 * blocks + 2);
        packedStarts = Arrays.copyOf(packedStarts, 2 * blocks + 2);
      }
      packedStarts[blocks] = at;
      starts[blocks] = inflated;
      blocks++;
      inflated += last;
      at += size;
    }
    if (last != 0) {
      throw cut("BGZF end block");
    }
    starts[blocks] = inflated;
    packedStarts[blocks] = at;
  }

  private int blockBytes(long at) {
    if (at + BlockHead.FIXED_BYTES > packed.byteSize()) {
      throw cut("BGZF block");
    }
    if (!BlockHead.isAt(packed, at)) {
      throw damaged("BGZF block header");
    }
    int size = BlockHead.blockBytes(packed, at);
    if (size == 0) {
      throw damaged("BGZF block size");
    }
    return size;
  }

  private BadInputException cut(String part) {
    return bad(ProblemCode.FILE_COMPRESSION_CUT, part);
  }

  private BadInputException damaged(String part) {
    return bad(ProblemCode.FILE_COMPRESSION_DAMAGED, part);
  }

  private BadInputException bad(ProblemCode code, String part) {
    return new BadInputException(Problem.of(code, Place.file(name), "part", part));
  }

  @Override
  public long size() {
    return starts[blocks];
  }

  @Override
  public byte at(long place) {
    var own = cache.get();
    if (place < own.start || place >= own.end) {
      own.use(blockOf(place));
    }
    return own.bytes[(int) (place - own.start)];
  }

  @Override
  public int read(long place, byte[] target, int from, int length) {
    int part = (int) Math.min(length, size() - place);
    var own = cache.get();
    for (int done = 0; done < part; ) {
      own.use(blockOf(place + done));
      int begin = (int) (place + done - own.start);
      int some = (int) Math.min(part - done, own.end - place - done);
      System.arraycopy(own.bytes, begin, target, from + done, some);
      done += some;
    }
    return part;
  }

  /// The block that holds a place; blocks without bytes hold none.
  private int blockOf(long place) {
    int found = Arrays.binarySearch(starts, 0, blocks, place);
    int block = found >= 0 ? found : -found - 2;
    while (starts[block + 1] == starts[block]) {
      block++;
    }
    return block;
  }

  /// The blocks that a thread used last; the newest is at hand.
  private final class Cache {
    private final Inflater inflater = new Inflater(true);
    private final byte[] deflated = new byte[BlockHead.LARGEST_BYTES];
    private final byte[][] kept = new byte[KEPT_BLOCKS][];
    private final int[] numbers = new int[KEPT_BLOCKS];
    private byte[] bytes = {};
    private long start;
    private long end;

    Cache() {
      Arrays.fill(numbers, -1);
    }

    void use(int block) {
      int slot = block % KEPT_BLOCKS;
      if (numbers[slot] != block) {
        numbers[slot] = -1;
        kept[slot] = inflated(block);
        numbers[slot] = block;
      }
      bytes = kept[slot];
      start = starts[block];
      end = starts[block + 1];
    }

    private byte[] inflated(int block) {
      long from = packedStarts[block];
      int size = (int) (packedStarts[block + 1] - from);
      int header = BlockHead.headBytes(packed, from);
      int body = size - header - BlockHead.TRAILER_BYTES;
      MemorySegment.copy(packed, ValueLayout.JAVA_BYTE, from + header, deflated, 0, body);
      var result = new byte[(int) (starts[block + 1] - starts[block])];
      var sum = new CRC32();
      try {
        inflater.reset();
        inflater.setInput(deflated, 0, body);
        int length = inflater.inflate(result);
        sum.update(result);
        if (length != result.length
            || (int) sum.getValue() != packed.get(INT, from + size - BlockHead.TRAILER_BYTES)) {
          throw damaged("CRC");
        }
        return result;
      } catch (DataFormatException e) {
        throw damaged("deflate data");
      }
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
