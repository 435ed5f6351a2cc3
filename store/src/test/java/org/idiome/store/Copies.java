package org.idiome.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Copies of folders of which nothing is open.
final class Copies {
  private Copies() {}

  /// Makes a folder the same as another, with modes.
  static void folder(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      try (var files = Files.walk(to)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    try (var files = Files.walk(from)) {
      for (var file : files.sorted().toList()) {
        var copy = to.resolve(from.relativize(file).toString());
        Files.copy(file, copy);
        Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
      }
    }
  }
}
