package org.idiome.store.folder;

import java.io.IOException;
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
/// same one, or to write into what lies at its place, removes it.
public final class FolderCopy implements AutoCloseable {
  private final Path target;
  private final StoreFolder aside;
  private boolean isDone;

  private FolderCopy(Path target, StoreFolder aside) {
    this.target = target;
    this.aside = aside;
  }

  /// Begins one.
  ///
  /// @param isReplacing whether something may lie there, which is moved away at the end
  /// @throws StoreFault where something lies there that may not
  public static FolderCopy begin(Path to, boolean isReplacing) throws IOException {
    var target = StoreFolder.real(to);
    if (!isReplacing && Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !isEmptyFolder(target)) {
      throw new StoreFault(ProblemCode.STORE_TARGET_TAKEN, to.toString());
    }
    var aside = StoreFolder.aside(target);
    delete(aside);
    StoreFolder.makeFolder(aside);
    var folder = new StoreFolder(aside.toRealPath());
    StoreFolder.makeFolder(folder.layers());
    return new FolderCopy(target, folder);
  }

  /// Deletes what a kill left beside a store that was replaced by a restore: whoever was erased may
  /// lie in it. Only the one writer of the store may ask, for a restore that is under way holds
  /// their place.
  public static void sweep(StoreFolder store) {
    try {
      delete(StoreFolder.aside(store.root()));
    } catch (IOException _) {
      return; // It is named by verify.
    }
  }

  /// What lies beside a store, because a copy was stopped in the making; empty where nothing does.
  public static List<String> leftBeside(StoreFolder store) {
    var aside = StoreFolder.aside(store.root());
    return Files.exists(aside, LinkOption.NOFOLLOW_LINKS) ? List.of(aside.toString()) : List.of();
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
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

  /// Gives it its name, after the disk has all of it.
  ///
  /// @param former where what lies there now goes; null: nothing may
  public void done(@Nullable Path former) throws IOException {
    try (var files = Files.walk(aside.root())) {
      for (var file : files.toList()) {
        StoreFolder.sync(file);
      }
    }
    if (former != null) {
      Files.move(target, former, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(aside.root(), target, StandardCopyOption.ATOMIC_MOVE);
    isDone = true;
    StoreFolder.sync(Objects.requireNonNull(target.getParent()));
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

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path below, @Nullable IOException failed)
              throws IOException {
            Files.delete(below);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() throws IOException {
    if (!isDone) {
      delete(aside.root());
    }
  }
}
