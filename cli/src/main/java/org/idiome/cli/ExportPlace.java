package org.idiome.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.idiome.record.export.ExportTarget;
import org.idiome.record.export.PersonExport;
import org.idiome.store.folder.StoreFolder;

/// Where an export goes: all of it under a name with a dot, which becomes the name that was asked
/// for at the end; of one that fails nothing stays.
///
/// One that was killed leaves `.NAME.part` and `.NAME.lock`, which nobody holds any more: the next
/// of the same name takes them away. A `.NAME.part` without a lock beside it is somebody else's.
final class ExportPlace {
  private static final String ZIP = ".zip";

  private final Path target;
  private final Path part;
  private final Path aside;
  private final Path lock;

  ExportPlace(Path target) {
    this.target = target;
    this.part = target.resolveSibling("." + target.getFileName() + ".part");
    this.aside = target.resolveSibling("." + target.getFileName() + ".aside");
    this.lock = target.resolveSibling("." + target.getFileName() + ".lock");
  }

  void write(PersonExport export) throws IOException {
    boolean isLeft = Files.exists(lock, LinkOption.NOFOLLOW_LINKS);
    if (!isLeft && Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(part + ": it lies where the export is made; move it away");
    }
    StoreFolder.makeFile(lock);
    try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      if (!isTaken(channel)) {
        throw new IOException(part + ": another export of this name is being written");
      }
      try {
        remove(part);
        make(export);
        Files.move(part, target);
      } finally {
        // Health data that became no export are nobody's any more.
        remove(part);
        remove(aside);
        Files.deleteIfExists(lock);
      }
    }
  }

  /// Until the channel is closed, or the process is gone.
  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false; // Another export of this process has it.
    }
  }

  private void make(PersonExport export) throws IOException {
    if (String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT).endsWith(ZIP)) {
      StoreFolder.makeFile(part);
      try (var zip = new ZipOutputStream(Files.newOutputStream(part))) {
        export.write(new Archive(zip));
      }
    } else {
      StoreFolder.makeFolder(part);
      export.write(new Folder());
    }
  }

  private static void remove(Path tree) throws IOException {
    if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      try (var all = Files.walk(tree)) {
        for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private Path freshAside() throws IOException {
    remove(aside);
    StoreFolder.makeFolder(aside);
    return aside;
  }

  private final class Folder implements ExportTarget {
    @Override
    public OutputStream file(String name) throws IOException {
      var file = part.resolve(name);
      var parent = file.getParent();
      if (parent != null) {
        StoreFolder.makeFolder(parent);
      }
      StoreFolder.makeFile(file);
      return new BufferedOutputStream(
          Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING));
    }

    @Override
    public Path aside() throws IOException {
      return freshAside();
    }
  }

  private final class Archive implements ExportTarget {
    private final ZipOutputStream zip;

    Archive(ZipOutputStream zip) {
      this.zip = zip;
    }

    @Override
    public OutputStream file(String name) throws IOException {
      var entry = new ZipEntry(name);
      // The same data give the same bytes, whenever they are written.
      entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
      zip.putNextEntry(entry);
      return new FilterOutputStream(zip) {
        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          zip.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
          zip.closeEntry();
        }
      };
    }

    @Override
    public Path aside() throws IOException {
      return freshAside();
    }
  }
}
