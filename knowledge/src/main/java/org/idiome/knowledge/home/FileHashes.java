package org.idiome.knowledge.home;

import java.io.IOException;
import java.nio.file.Path;
import org.idiome.core.canonical.Sha256;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.Packing;

/// The hashes of a file as it lies there and unpacked.
record FileHashes(Sha256 published, Sha256 content, long bytes) {
  private static final int BUFFER = 1 << 16;

  /// @param name how problems call the file
  static FileHashes of(Path file, String name, Limits limits) throws IOException {
    try (var input = Input.open(file, name, limits)) {
      boolean isPlain = input.packing() == Packing.PLAIN;
      var digest = Sha256.newDigest();
      var buffer = new byte[BUFFER];
      for (int read = input.read(buffer, 0, BUFFER);
          read >= 0;
          read = input.read(buffer, 0, BUFFER)) {
        if (!isPlain) {
          digest.update(buffer, 0, read);
        }
      }
      var published = input.finish();
      return new FileHashes(published, isPlain ? published : Sha256.of(digest), input.sizeBytes());
    }
  }
}
