package org.idiome.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// A file system of its own, of a given size; only where the user of the test may mount one.
public final class SmallDisk implements AutoCloseable {
  private static final int KIBIBYTE = 1024;

  private final Path place;

  private SmallDisk(Path place) {
    this.place = place;
  }

  /// Mounts one, or ends the test as not run.
  public static SmallDisk mount(Path place, long kibibytes) throws IOException {
    boolean isMounted = tryToMount(place, kibibytes);
    Assumptions.assumeTrue(isMounted, "no file system can be mounted here");
    return new SmallDisk(place);
  }

  /// Whether one can be mounted here: else a test finds another way, as it does with
  /// `-DnoMount=true`.
  ///
  /// @param scratch a folder for the attempt
  public static boolean isPossible(Path scratch) throws IOException {
    if (Boolean.getBoolean("noMount") || !tryToMount(scratch, KIBIBYTE)) {
      return false;
    }
    new SmallDisk(scratch).close();
    return true;
  }

  private static boolean tryToMount(Path place, long kibibytes) throws IOException {
    Files.createDirectories(place);
    return run("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tmpfs", place.toString());
  }

  /// Fills it until no more than this is left.
  public void leave(long kibibytes) throws IOException {
    long left = Files.getFileStore(place).getUsableSpace() - kibibytes * KIBIBYTE;
    try (var filler = Files.newOutputStream(filler())) {
      var block = new byte[KIBIBYTE];
      for (long written = 0; written < left; written += block.length) {
        filler.write(block);
      }
    }
  }

  /// Takes away what filled it.
  public void free() throws IOException {
    Files.deleteIfExists(filler());
  }

  private Path filler() {
    return place.resolve("filler");
  }

  /// Mounts it again with other options.
  public void change(String options) throws IOException {
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
