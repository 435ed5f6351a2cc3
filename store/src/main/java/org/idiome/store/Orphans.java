package org.idiome.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.dense.PartFile;
import org.idiome.store.folder.StoreFolder;

/// What lies in the folder of the dense layers and is named by no row of the catalogue. Files that
/// no store writes are left alone.
///
/// A part of a batch that was never acknowledged is an orphan. So is one of an earlier batch, left
/// by who was killed while a part was written anew, or by an input that was not taken: but not
/// while rows are damaged that may have named it ([Doubt]). It may be somebody's then, and is kept.
final class Orphans {
  /// Nothing of a batch that was not acknowledged is seen.
  private static final String LAST =
      "SELECT max(batch) FROM (SELECT max(batch) AS batch FROM batch"
          + " UNION ALL SELECT max(batch) FROM intake UNION ALL SELECT max(batch) FROM segment"
          + " UNION ALL SELECT max(batch) FROM part)";

  private Orphans() {}

  /// Deletes what is nobody's. Only the one writer may ask.
  static void sweep(StoreFolder folder, Sql sql) {
    var unnamed = unnamed(folder, sql);
    if (unnamed.isEmpty()) {
      return;
    }
    long last = sql.number(LAST);
    boolean isKept =
        unnamed.stream().anyMatch(file -> PartFile.batch(file) <= last) && !Doubt.of(sql).isNone();
    try {
      for (var file : unnamed) {
        if (!isKept || PartFile.batch(file) > last) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Parts that are kept, because rows that may have named them are damaged: relative to the
  /// layers.
  static List<String> kept(StoreFolder folder, Sql sql) {
    long last = sql.number(LAST);
    var old = new ArrayList<String>();
    for (var file : unnamed(folder, sql)) {
      if (PartFile.batch(file) <= last) {
        old.add(folder.layers().relativize(file).toString());
      }
    }
    return old.isEmpty() || Doubt.of(sql).isNone() ? List.of() : old.stream().sorted().toList();
  }

  private static List<Path> unnamed(StoreFolder folder, Sql sql) {
    var named = new HashSet<Path>();
    for (var name :
        sql.list("SELECT name FROM part UNION SELECT name FROM part_gone", row -> row.text(1))) {
      named.add(folder.layers().resolve(name));
    }
    var unnamed = new ArrayList<Path>();
    try {
      Files.walkFileTree(
          folder.layers(),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!named.contains(file) && PartFile.isOurs(folder.layers(), file)) {
                unnamed.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return unnamed;
  }
}
