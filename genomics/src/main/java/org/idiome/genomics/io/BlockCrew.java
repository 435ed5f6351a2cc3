package org.idiome.genomics.io;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/// Inflates the next blocks of BGZF on several threads, each to its place behind those before it.
///
/// As many as stand whole in the buffer of the file and have room in the target are inflated from
/// the one into the other: nothing is held, and nothing allocated, for a block. Only ordinary ones
/// that keep what they state are taken. At any other it stops, and [Inflation], which reads on from
/// there, says what it is: so no problem depends on the number of threads. For the thread that
/// reads, which inflates as well.
final class BlockCrew implements AutoCloseable {
  /// More would wait: who uses the bytes takes longer than two to inflate them.
  private static final int MOST_THREADS = 4;

  private static final int MOST_BLOCKS = 1 << 8;

  private final Worker[] workers;
  private final SecondThread[] others;

  private final AtomicInteger next = new AtomicInteger();
  private final int[] starts = new int[MOST_BLOCKS];
  private final int[] lengths = new int[MOST_BLOCKS];
  private final int[] offsets = new int[MOST_BLOCKS];
  private final int[] sizes = new int[MOST_BLOCKS];
  private final boolean[] isWhole = new boolean[MOST_BLOCKS];
  private int blocks;
  private byte[] from = {};
  private byte[] target = {};

  /// @param threads how many inflate, the one that reads among them
  /// @param inflaters makes one for each
  BlockCrew(int threads, Supplier<BlockInflater> inflaters) {
    workers = new Worker[threads];
    others = new SecondThread[threads - 1];
    for (int i = 0; i < threads; i++) {
      workers[i] = new Worker(inflaters.get());
    }
    for (int i = 0; i < others.length; i++) {
      others[i] = new SecondThread("inflate", 1);
    }
  }

  /// How many threads are to inflate on this machine: one core is left to who uses the bytes.
  static int threads() {
    return Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, MOST_THREADS);
  }

  /// Inflated bytes of whole blocks into the target; 0 where the next one is to be looked at
  /// closely.
  int read(RawBytes raw, byte[] into, int offset, int length) throws IOException {
    if (raw.available() < raw.buffer().length / 2) {
      raw.require(raw.buffer().length);
    }
    from = raw.buffer();
    target = into;
    plan(raw, offset, length);
    next.set(0);
    int helping = Math.min(others.length, blocks - 1);
    for (int i = 0; i < helping; i++) {
      var worker = workers[i + 1];
      others[i].hand(worker);
    }
    workers[0].call();
    for (int i = 0; i < helping; i++) {
      others[i].await();
    }
    return taken(raw, offset);
  }

  /// Lays down where the next blocks stand and where their bytes go.
  private void plan(RawBytes raw, int offset, int length) {
    int end = raw.start() + raw.available();
    var bytes = MemorySegment.ofArray(from).asSlice(0, end);
    int at = raw.start();
    int to = offset;
    blocks = 0;
    while (blocks < MOST_BLOCKS && at + BlockHead.FIXED_BYTES <= end && BlockHead.isAt(bytes, at)) {
      int whole = BlockHead.blockBytes(bytes, at);
      if (whole == 0 || at + whole > end) {
        return;
      }
      int size = BlockHead.little(from, at + whole - Integer.BYTES);
      // One without bytes may be the end of the file.
      if (size <= 0 || size > BlockHead.LARGEST_BYTES || size > offset + length - to) {
        return;
      }
      int head = BlockHead.headBytes(bytes, at);
      starts[blocks] = at + head;
      lengths[blocks] = whole - head - BlockHead.TRAILER_BYTES;
      offsets[blocks] = to;
      sizes[blocks] = size;
      blocks++;
      at += whole;
      to += size;
    }
  }

  /// Passes over the blocks up to the first that is not whole.
  private int taken(RawBytes raw, int offset) {
    int whole = 0;
    while (whole < blocks && isWhole[whole]) {
      whole++;
    }
    if (whole == 0) {
      return 0;
    }
    int last = whole - 1;
    raw.skip(starts[last] + lengths[last] + BlockHead.TRAILER_BYTES - raw.start());
    return offsets[last] + sizes[last] - offset;
  }

  @Override
  public void close() {
    for (var other : others) {
      other.close();
    }
    for (var worker : workers) {
      worker.inflater.close();
    }
  }

  /// Takes one block after another, until none is left.
  private final class Worker implements Callable<Boolean> {
    private final BlockInflater inflater;
    private final CRC32 sum = new CRC32();

    Worker(BlockInflater inflater) {
      this.inflater = inflater;
    }

    @Override
    public Boolean call() {
      for (int i = next.getAndIncrement(); i < blocks; i = next.getAndIncrement()) {
        isWhole[i] = isWhole(i);
      }
      return true;
    }

    private boolean isWhole(int block) {
      if (!inflater.inflate(
          from, starts[block], lengths[block], target, offsets[block], sizes[block])) {
        return false;
      }
      sum.reset();
      sum.update(target, offsets[block], sizes[block]);
      return (int) sum.getValue() == BlockHead.little(from, starts[block] + lengths[block]);
    }
  }
}
