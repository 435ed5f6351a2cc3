package org.idiome.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.dense.PartFile;
import org.idiome.store.folder.StoreFolder;

/// What lies in the folder of the dense layers and is named by no catalogue: left by a batch that
/// was never acknowledged. Files that no store writes are left alone. Only the one writer may ask.
final class Orphans {
  private Orphans() {}

  /// Deletes it.
  static void sweep(StoreFolder folder, Sql sql) {
    var named = new HashSet<Path>();
    for (var name :
        sql.list("SELECT name FROM part UNION SELECT name FROM part_gone", row -> row.text(1))) {
      named.add(folder.layers().resolve(name));
    }
    try {
      sweep(folder.layers(), named);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sweep(Path layers, Set<Path> named) throws IOException {
    Files.walkFileTree(
        layers,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!named.contains(file) && PartFile.isOurs(layers, file)) {
              Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
