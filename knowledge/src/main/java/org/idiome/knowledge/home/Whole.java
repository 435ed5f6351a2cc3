package org.idiome.knowledge.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files that are there whole or not at all, also after the power failed.
final class Whole {
  private Whole() {}

  /// Writes a text through a file beside it and a rename.
  static void write(Path file, String text) throws IOException {
    var aside = file.resolveSibling("." + file.getFileName() + ".aside");
    try (var channel =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    move(aside, file);
  }

  /// Gives a file or folder its name, and puts that on the disk.
  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    var parent = to.getParent();
    if (parent != null) {
      force(parent);
    }
  }

  /// Puts a file, or the names in a folder, on the disk.
  static void force(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
