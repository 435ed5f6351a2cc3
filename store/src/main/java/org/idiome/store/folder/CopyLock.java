package org.idiome.store.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sign that a folder is a copy in the making: a file in it whose lock the system drops when
/// its process ends. It tells a copy that is being made from one that was stopped, and both from a
/// folder that somebody else made.
///
/// Within one process nobody opens the file while it is held: closing any descriptor of it would
/// drop the lock.
final class CopyLock implements AutoCloseable {
  /// The file in the folder.
  static final String NAME = "copy.lock";

  private static final int MOST_NAME_BYTES = 400;

  /// Files whose locks this process has.
  private static final Set<Path> HELD = new HashSet<>();

  private final Path file;
  private final FileChannel channel;

  /// What lies where a copy is made.
  enum State {
    /// Nothing.
    NONE,
    /// A copy that a process is making.
    RUNNING,
    /// What is left of one, or an empty folder.
    STOPPED,
    /// What no copy ever was.
    FOREIGN,
    /// What may not be looked into: another user's.
    CLOSED
  }

  private CopyLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// What lies at a place, which is changed by nothing here.
  static State state(Path folder) throws IOException {
    try {
      return seen(folder, folder.resolve(NAME));
    } catch (AccessDeniedException _) {
      return State.CLOSED;
    }
  }

  private static State seen(Path folder, Path file) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return State.NONE;
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return State.FOREIGN;
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return FolderCopy.isEmptyFolder(folder) ? State.STOPPED : State.FOREIGN;
    }
    try (var lock = tryTake(file, true, StandardOpenOption.READ)) {
      return lock == null ? State.RUNNING : State.STOPPED;
    } catch (NoSuchFileException _) {
      return Files.exists(folder, LinkOption.NOFOLLOW_LINKS) ? State.RUNNING : State.NONE;
    }
  }

  /// Signs a folder that this process has made.
  ///
  /// @return null where another was faster
  static @Nullable CopyLock sign(Path folder) throws IOException {
    var file = folder.resolve(NAME);
    try {
      StoreFolder.makeFile(file);
      var lock = tryTake(file, false, StandardOpenOption.WRITE);
      if (lock != null) {
        lock.writeName();
      }
      return lock;
    } catch (NoSuchFileException | FileAlreadyExistsException _) {
      return null; // Another took it for one that was stopped.
    }
  }

  private void writeName() {
    var name = "idiome, process " + ProcessHandle.current().pid();
    try {
      channel.write(StandardCharsets.UTF_8.encode(name));
    } catch (IOException _) {
      return; // The lock holds without it. A disk without room is met by the next write.
    }
  }

  /// Takes what is left of a copy that was stopped.
  ///
  /// @return null where a process has it
  static @Nullable CopyLock inherit(Path folder) throws IOException {
    try {
      return tryTake(folder.resolve(NAME), false, StandardOpenOption.WRITE);
    } catch (NoSuchFileException _) {
      return null;
    }
  }

  private static @Nullable CopyLock tryTake(Path file, boolean isShared, OpenOption way)
      throws IOException {
    synchronized (HELD) {
      if (HELD.contains(file)) {
        return null;
      }
      var before = key(file);
      var channel = FileChannel.open(file, way);
      try {
        var lock = channel.tryLock(0, Long.MAX_VALUE, isShared);
        // Between the two another may have deleted it and made its own.
        if (lock != null && key(file).equals(before)) {
          HELD.add(file);
          return new CopyLock(file, channel);
        }
      } catch (IOException e) {
        channel.close();
        throw e;
      }
      channel.close();
      return null;
    }
  }

  /// What tells a file from every other, whatever its name is.
  static Object key(Path file) throws IOException {
    var key =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
    return key == null ? file : key;
  }

  /// Who makes the copy, as they signed; empty where nobody did.
  static String holder(Path folder) {
    var file = folder.resolve(NAME);
    synchronized (HELD) {
      if (HELD.contains(file)) {
        return "this process";
      }
      try (var in = Files.newInputStream(file)) {
        return new String(in.readNBytes(MOST_NAME_BYTES), StandardCharsets.UTF_8);
      } catch (IOException _) {
        return "";
      }
    }
  }

  /// Whether this process holds the folder.
  static boolean isOwn(Path folder) {
    synchronized (HELD) {
      return HELD.contains(folder.resolve(NAME));
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      HELD.remove(file);
      channel.close();
    }
  }
}
