package org.idiome.genomics.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Makes text of items and writes it on a second thread, in the order in which they come, while the
/// next are made.
///
/// For one thread that adds. Until [#close] the stream belongs to the second one.
public final class WrittenBehind<T> implements AutoCloseable {
  /// What is written of an item.
  @FunctionalInterface
  public interface Form<T> {
    /// Puts it behind a text; on the second thread.
    void addTo(ByteText text, T item);
  }

  private static final int BATCH = 512;

  /// So many batches wait at most.
  private static final int MOST_WAITING = 4;

  private final OutputStream out;
  private final Form<T> form;
  private final ByteText text = new ByteText(1 << 18);
  private final SecondThread second = new SecondThread("write-behind", MOST_WAITING);
  private boolean hasBegun;
  private List<T> batch = new ArrayList<>(BATCH);

  /// Writes to a stream.
  public WrittenBehind(OutputStream out, Form<T> form) {
    this.out = out;
    this.form = form;
  }

  /// Writes what stands before all of them, where it was not written before.
  public WrittenBehind<T> begin(String head) throws IOException {
    if (!hasBegun) {
      hasBegun = true;
      out.write(head.getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  /// Takes the next ones.
  public void addAll(List<T> items) throws IOException {
    for (var item : items) {
      add(item);
    }
  }

  /// Takes the next one.
  public void add(T item) throws IOException {
    batch.add(item);
    if (batch.size() == BATCH) {
      hand();
    }
  }

  private void hand() throws IOException {
    var full = batch;
    batch = new ArrayList<>(BATCH);
    second.hand(() -> {
      for (var item : full) {
        form.addTo(text, item);
      }
      text.moveTo(out);
      return null;
    });
  }

  /// Waits until all is written.
  public void end() throws IOException {
    end(_ -> {});
  }

  /// Waits until all is written, and behind it what is put at last.
  ///
  /// @param last puts it; on the second thread
  public void end(Consumer<ByteText> last) throws IOException {
    hand();
    second.hand(() -> {
      last.accept(text);
      text.moveTo(out);
      return null;
    });
    second.await();
    out.flush();
  }

  /// Waits for what was handed over; the rest is left.
  @Override
  public void close() {
    second.close();
  }
}
