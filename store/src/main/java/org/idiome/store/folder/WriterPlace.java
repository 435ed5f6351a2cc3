package org.idiome.store.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.idiome.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/// The place of the one writer of a store, held by a lock that the system drops when its process
/// ends.
///
/// Who holds it stands in a file of its own: within one process closing any descriptor of the lock
/// file would drop the lock.
public final class WriterPlace implements AutoCloseable {
  private static final long PAUSE_MILLIS = 50;
  private static final int MOST_NAME_BYTES = 400;

  /// Locks of this process; asking the system for one of them again would drop it.
  private static final Set<Path> HELD = new HashSet<>();

  private final StoreFolder folder;
  private final FileChannel channel;
  private final FileLock lock;

  private WriterPlace(StoreFolder folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /// Takes the place, or waits for it.
  ///
  /// @param name what others are told of the holder
  /// @param waitMillis how long at most
  /// @throws StoreFault where another holds it still
  public static WriterPlace take(StoreFolder folder, String name, long waitMillis) {
    try {
      for (long waited = 0; ; waited += PAUSE_MILLIS) {
        var place = tryTakeAnew(folder);
        if (place != null) {
          return place.signed(name);
        }
        if (waited >= waitMillis) {
          throw held(folder);
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException e) {
      throw StoreFault.ofDisk(e, folder.root().toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the writer's place", e);
    }
  }

  /// By the name of the folder each time: whoever held the place may have been a restore, which
  /// lays another store there. Between its two moves there is none.
  private static @Nullable WriterPlace tryTakeAnew(StoreFolder folder) throws IOException {
    try {
      StoreFolder.makeFile(folder.writerLock());
      boolean isThere = Files.exists(folder.writerLock(), LinkOption.NOFOLLOW_LINKS);
      if (isThere && !Files.isRegularFile(folder.writerLock())) {
        throw new StoreFault(
            ProblemCode.STORE_DAMAGED,
            folder.writerLock().toString(),
            "said",
            "it is no file; move it out of the folder, and it is made anew");
      }
      return tryTake(folder);
    } catch (NoSuchFileException _) {
      return null;
    }
  }

  private static StoreFault held(StoreFolder folder) throws IOException {
    if (!Files.isDirectory(folder.root())) {
      StoreFolder.any(folder.root()); // Says why there is none.
    }
    return new StoreFault(
        ProblemCode.STORE_HELD, folder.root().toString(), "holder", holder(folder));
  }

  private static @Nullable WriterPlace tryTake(StoreFolder folder) throws IOException {
    synchronized (HELD) {
      if (HELD.contains(folder.root())) {
        return null;
      }
      var file = CopyLock.key(folder.writerLock());
      var channel = FileChannel.open(folder.writerLock(), StandardOpenOption.WRITE);
      boolean isTaken = false;
      try {
        var lock = channel.tryLock();
        // A restore may have laid another store here between the two.
        isTaken = lock != null && CopyLock.key(folder.writerLock()).equals(file);
        if (!isTaken || lock == null) {
          return null;
        }
        HELD.add(folder.root());
        return new WriterPlace(folder, channel, lock);
      } finally {
        if (!isTaken) {
          channel.close();
        }
      }
    }
  }

  /// Where it cannot be signed, on a full disk for one, it is given back.
  private WriterPlace signed(String name) throws IOException {
    try {
      StoreFolder.makeFile(folder.writerName());
      Files.writeString(folder.writerName(), name);
      return this;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /// Who holds the place, as they signed; empty where nobody did.
  static String holder(StoreFolder folder) throws IOException {
    if (!Files.isRegularFile(folder.writerName())) {
      return "";
    }
    try (var in = Files.newInputStream(folder.writerName())) {
      return new String(in.readNBytes(MOST_NAME_BYTES), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    synchronized (HELD) {
      try (channel;
          lock) {
        forgetName();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        HELD.remove(folder.root());
      }
    }
  }

  /// What was done under it stands, whether or not the name can be taken away.
  private void forgetName() {
    try {
      Files.writeString(folder.writerName(), "");
    } catch (IOException _) {
      return; // Nobody asks for the name while nobody holds the place.
    }
  }
}
