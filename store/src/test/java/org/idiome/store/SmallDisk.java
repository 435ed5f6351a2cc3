package org.idiome.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// A file system of its own, of a given size; only where the user of the test may mount one.
final class SmallDisk implements AutoCloseable {
  private final Path place;

  private SmallDisk(Path place) {
    this.place = place;
  }

  /// Mounts one, or ends the test as not run.
  static SmallDisk mount(Path place, long kibibytes) throws IOException {
    Files.createDirectories(place);
    boolean isMounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tmpfs", place.toString());
    Assumptions.assumeTrue(isMounted, "no file system can be mounted here");
    return new SmallDisk(place);
  }

  /// Mounts it again with other options.
  void change(String options) throws IOException {
    if (!run("mount", "-o", "remount," + options, place.toString())) {
      throw new IOException("cannot mount " + place + " with " + options);
    }
  }

  private static boolean run(String... command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException _) {
      return false; // There is no such program.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (!run("umount", place.toString())) {
      throw new IOException("cannot let go of " + place);
    }
  }
}
