package org.idiome.genomics.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Reads, inflates and hashes the next bytes on a second thread while the first ones are used.
///
/// The source belongs to that thread until [#close]. What goes wrong is met where it stands, behind
/// the bytes before it. For one thread that uses them.
final class ReadAhead implements AutoCloseable {
  /// For each thread that fills it.
  private static final int BUFFER_BYTES = 1 << 18;

  private static final int LEAST_ROOM = 1 << 16;

  /// Where the bytes come from.
  interface Source {
    /// Bytes into `target`: how many, or -1 at the end.
    int read(byte[] target, int offset, int length) throws IOException, DamagedException;
  }

  private final Source source;
  private final ExecutorService second =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("read-ahead").factory());
  private byte[] used;
  private byte[] filled;
  private int start;
  private int end;
  private boolean atEnd;
  private Future<Integer> coming;

  /// What was met behind the bytes of the last filling; of the second thread.
  private @Nullable Exception met;

  /// @param threads on how many the source works
  ReadAhead(Source source, int threads) {
    this.source = source;
    this.used = new byte[threads * BUFFER_BYTES];
    this.filled = new byte[threads * BUFFER_BYTES];
    this.coming = second.submit(this::fill);
  }

  /// Bytes into `target`: how many, or -1 at the end.
  int read(byte[] target, int offset, int length) throws IOException, DamagedException {
    while (start == end) {
      if (atEnd) {
        return -1;
      }
      take();
    }
    int part = Math.min(length, end - start);
    System.arraycopy(used, start, target, offset, part);
    start += part;
    return part;
  }

  private void take() throws IOException, DamagedException {
    int count = await();
    if (count < 0) {
      atEnd = true;
      return;
    }
    var next = filled;
    filled = used;
    used = next;
    start = 0;
    end = count;
    coming = second.submit(this::fill);
  }

  private int await() throws IOException, DamagedException {
    try {
      return coming.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case DamagedException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /// On the second thread: as many bytes as there is room for, -1 at the end.
  private int fill() throws Exception {
    if (met != null) {
      throw met;
    }
    int count = 0;
    try {
      // What is left behind is less than the largest block of BGZF: blocks are inflated whole.
      while (count <= filled.length - LEAST_ROOM) {
        int read = source.read(filled, count, filled.length - count);
        if (read < 0) {
          return count == 0 ? -1 : count;
        }
        count += read;
      }
    } catch (IOException | DamagedException e) {
      if (count == 0) {
        throw e;
      }
      met = e;
    }
    return count;
  }

  /// Waits for the second thread: from here on the source is the caller's.
  @Override
  public void close() {
    second.close();
  }
}
