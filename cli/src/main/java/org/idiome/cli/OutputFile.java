package org.idiome.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file so that a reader finds the old one or the new one, never half of one.
final class OutputFile {
  private OutputFile() {}

  /// Writes beside the file, then renames; a device or a pipe is written to, never replaced.
  ///
  /// @throws MachineException where the folder cannot be written
  static void write(Path file, byte[] bytes) {
    var folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null) {
      throw new MachineException(file + " is no file", null);
    }
    Path made = null;
    try {
      if (isDevice(file)) {
        Files.write(file, bytes);
        return;
      }
      Files.createDirectories(folder);
      made = Files.createTempFile(folder, ".idiome-", ".part");
      Files.write(made, bytes);
      move(made, file);
      made = null;
    } catch (IOException e) {
      throw new MachineException("cannot write " + file + ": " + e.getMessage(), e);
    } finally {
      discard(made);
    }
  }

  private static boolean isDevice(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private static void move(Path made, Path file) throws IOException {
    try {
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(@org.jspecify.annotations.Nullable Path made) {
    if (made != null) {
      made.toFile().delete();
    }
  }
}
