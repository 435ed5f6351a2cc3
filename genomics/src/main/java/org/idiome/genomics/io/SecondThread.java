package org.idiome.genomics.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does what it is handed, one piece after another, on a thread of its own. What goes wrong there
/// is thrown to who hands over the next piece, or waits. For one thread that hands over.
final class SecondThread implements AutoCloseable {
  private final ExecutorService thread;
  private final int mostWaiting;
  private final Queue<Future<?>> handed = new ArrayDeque<>();

  /// @param mostWaiting how many pieces may be handed over and not done
  SecondThread(String name, int mostWaiting) {
    this.thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    this.mostWaiting = mostWaiting;
  }

  /// Hands over a piece, once few enough are waiting.
  void hand(Callable<?> piece) throws IOException {
    while (handed.size() >= mostWaiting) {
      await(handed.remove());
    }
    handed.add(thread.submit(piece));
  }

  /// Waits until all is done.
  void await() throws IOException {
    while (!handed.isEmpty()) {
      await(handed.remove());
    }
  }

  private static void await(Future<?> done) throws IOException {
    try {
      done.get();
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

  /// Waits for what was handed over; what went wrong is not told any more.
  @Override
  public void close() {
    thread.close();
  }
}
