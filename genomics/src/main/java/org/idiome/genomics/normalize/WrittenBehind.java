package org.idiome.genomics.normalize;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.idiome.genomics.io.ByteText;
import org.idiome.genomics.vrs.AlleleIdentifiers;

/// Writes records on a second thread, in the order in which they come, while the next are read;
/// identifiers are made there.
///
/// For one thread that adds. Until [#close] the stream belongs to the second one.
final class WrittenBehind implements AutoCloseable {
  private static final int BATCH = 512;

  /// So many batches wait at most.
  private static final int MOST_WAITING = 4;

  private final OutputStream out;
  private final AlleleIdentifiers identifiers = new AlleleIdentifiers();
  private final ByteText text = new ByteText(1 << 18);
  private final ExecutorService second =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("write-behind").factory());
  private final Queue<Future<?>> handed = new ArrayDeque<>();
  private List<NormalizedLine> batch = new ArrayList<>(BATCH);

  WrittenBehind(OutputStream out) {
    this.out = out;
  }

  void add(NormalizedLine line) throws IOException {
    batch.add(line);
    if (batch.size() == BATCH) {
      hand();
    }
  }

  private void hand() throws IOException {
    while (handed.size() >= MOST_WAITING) {
      await(handed.remove());
    }
    var full = batch;
    batch = new ArrayList<>(BATCH);
    handed.add(
        second.submit(() -> {
          for (var line : full) {
            line.addTo(text, identifiers);
          }
          text.moveTo(out);
          return null;
        }));
  }

  private static void await(Future<?> written) throws IOException {
    try {
      written.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /// Waits until all is written.
  void end() throws IOException {
    hand();
    while (!handed.isEmpty()) {
      await(handed.remove());
    }
    out.flush();
  }

  /// Waits for what was handed over; the rest is left.
  @Override
  public void close() {
    second.close();
  }
}
