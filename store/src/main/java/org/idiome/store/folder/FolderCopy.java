package org.idiome.store.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import org.idiome.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/// A folder in the making beside the place that it will take: it is there whole or not at all.
///
/// A program that is killed outright leaves a folder `.NAME.aside` behind; the next to make the
/// same one, or to write into what lies at its place, removes it. One that a process is making is
/// left to it, and so is a folder of this name that no copy was ([CopyLock]).
public final class FolderCopy implements AutoCloseable {
  private final Path target;
  private final StoreFolder aside;
  private final CopyLock lock;
  private boolean isDone;
  private boolean isKept;

  private FolderCopy(Path target, StoreFolder aside, CopyLock lock) {
    this.target = target;
    this.aside = aside;
    this.lock = lock;
  }

  /// Begins one.
  ///
  /// @param isReplacing whether something may lie there, which is moved away at the end
  /// @throws StoreFault where something lies there that may not, or another process is making it
  public static FolderCopy begin(Path to, boolean isReplacing) throws IOException {
    var target = StoreFolder.real(to);
    if (!isReplacing && Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !isEmptyFolder(target)) {
      throw new StoreFault(ProblemCode.STORE_TARGET_TAKEN, to.toString());
    }
    var aside = StoreFolder.aside(target);
    if (!clear(aside)) {
      throw refused(aside);
    }
    var parent = target.getParent();
    if (parent != null) {
      StoreFolder.makeFolder(parent);
    }
    if (!made(aside)) {
      throw refused(aside);
    }
    CopyLock lock;
    try {
      lock = CopyLock.sign(aside);
    } catch (IOException e) {
      clear(aside);
      throw e;
    }
    if (lock == null) {
      throw refused(aside);
    }
    var folder = new StoreFolder(aside);
    try {
      StoreFolder.makeFolder(folder.layers());
      return new FolderCopy(target, folder, lock);
    } catch (IOException e) {
      try (lock) {
        delete(aside);
      }
      throw e;
    }
  }

  /// Whether this process made it: of several that try at one moment, one does.
  private static boolean made(Path folder) throws IOException {
    try {
      StoreFolder.makeNewFolder(folder);
      return true;
    } catch (FileAlreadyExistsException _) {
      return false;
    }
  }

  private static StoreFault refused(Path aside) throws IOException {
    var state = CopyLock.state(aside);
    return state == CopyLock.State.FOREIGN || state == CopyLock.State.CLOSED
        ? new StoreFault(ProblemCode.STORE_TARGET_TAKEN, aside.toString())
        : new StoreFault(
            ProblemCode.STORE_HELD, aside.toString(), "holder", CopyLock.holder(aside));
  }

  /// Deletes what a kill left beside a store that was replaced by a restore: whoever was erased may
  /// lie in it. Only the one writer of the store may ask.
  public static void sweep(StoreFolder store) {
    try {
      if (!CopyLock.isOwn(store.root())) {
        Files.deleteIfExists(store.root().resolve(CopyLock.NAME)); // Killed behind its last step.
      }
      clear(StoreFolder.aside(store.root()));
    } catch (IOException _) {
      return; // It is named by verify.
    }
  }

  /// What lies beside a store, because a copy was stopped in the making, or because it may be one
  /// and cannot be looked into; empty where nothing does.
  public static List<String> leftBeside(StoreFolder store) throws IOException {
    var aside = StoreFolder.aside(store.root());
    return switch (CopyLock.state(aside)) {
      case STOPPED, CLOSED -> List.of(aside.toString());
      case NONE, RUNNING, FOREIGN -> List.of();
    };
  }

  /// Who is making a copy beside a store; null where nobody is.
  public static @Nullable String makerBeside(StoreFolder store) throws IOException {
    var aside = StoreFolder.aside(store.root());
    return CopyLock.state(aside) == CopyLock.State.RUNNING ? CopyLock.holder(aside) : null;
  }

  /// Takes away what was stopped.
  ///
  /// @return whether nothing lies there now
  private static boolean clear(Path aside) throws IOException {
    return switch (CopyLock.state(aside)) {
      case NONE -> true;
      case RUNNING, FOREIGN, CLOSED -> false;
      case STOPPED -> cleared(aside);
    };
  }

  private static boolean cleared(Path stopped) throws IOException {
    if (isEmptyFolder(stopped)) {
      Files.deleteIfExists(stopped);
      return true;
    }
    try (var lock = CopyLock.inherit(stopped)) {
      if (lock != null) {
        delete(stopped);
      }
      return lock != null;
    }
  }

  static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (var inside = Files.list(path)) {
      return inside.findAny().isEmpty();
    }
  }

  /// Where to write.
  public StoreFolder folder() {
    return aside;
  }

  /// Gives it its name, after the disk has all of it. Others see a copy in the making until then.
  ///
  /// @param former where what lies there now goes; null: nothing may
  public void done(@Nullable Path former) throws IOException {
    try (var files = Files.walk(aside.root())) {
      for (var file : files.filter(file -> !file.endsWith(CopyLock.NAME)).toList()) {
        StoreFolder.sync(file);
      }
    }
    try {
      swap(aside.root(), target, former);
    } catch (IOException e) {
      // Where the former store could not be moved back, what is left says that it was moved.
      isKept = former != null && !Files.exists(target, LinkOption.NOFOLLOW_LINKS);
      throw e;
    }
    isDone = true;
    Files.deleteIfExists(target.resolve(CopyLock.NAME));
    StoreFolder.sync(target);
    StoreFolder.sync(Objects.requireNonNull(target.getParent()));
  }

  /// Lays a copy at its place. Where that fails, what lay there is there again.
  static void swap(Path copy, Path target, @Nullable Path former) throws IOException {
    if (former != null) {
      Files.move(target, former, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (former != null) {
        Files.move(former, target, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
  }

  /// Copies a file, for its owner alone.
  public static void copy(Path from, Path to) throws IOException {
    StoreFolder.makeFolder(Objects.requireNonNull(to.getParent()));
    StoreFolder.makeFile(to);
    try (var in = Files.newInputStream(from);
        var out = Files.newOutputStream(to)) {
      in.transferTo(out);
    }
  }

  /// Deletes a copy that this process holds: what says that it is one goes last.
  private static void delete(Path folder) throws IOException {
    var sign = folder.resolve(CopyLock.NAME);
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!file.equals(sign)) {
              Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path below, @Nullable IOException failed)
              throws IOException {
            if (below.equals(folder)) {
              Files.deleteIfExists(sign);
            }
            Files.delete(below);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      if (!isDone && !isKept) {
        delete(aside.root());
      }
    }
  }
}
