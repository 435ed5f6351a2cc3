package org.idiome.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Limits;
import org.jspecify.annotations.Nullable;

/// The files of a command line as readers want them: to be read more than once.
///
/// Standard input, named `-`, and pipes are laid in a private folder, which goes when this is
/// closed or the program ends. The folder is made in `TMPDIR`, or where the system keeps such
/// files.
final class InputFiles implements Closeable {
  /// How standard input is called.
  static final String STANDARD_INPUT = "-";

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream standardInput;
  private final long mostBytes;
  private final Map<Path, Path> laid = new HashMap<>();

  InputFiles(Shell shell, BoundOptions bounds) {
    this.standardInput = shell.in();
    this.mostBytes = bounds.inflatedBytes;
  }

  /// Where to read what was given: there, or where it was laid, under the same name.
  ///
  /// @throws BadInputException where more comes than may be
  Path at(Path given) {
    var known = laid.get(given);
    if (known != null) {
      return known;
    }
    boolean isStandard = given.toString().equals(STANDARD_INPUT);
    if (!isStandard && !isPipe(given)) {
      return given;
    }
    try (var in = isStandard ? standardInput : Files.newInputStream(given)) {
      var folder = Files.createTempDirectory(temporary(), "idiome-");
      folder.toFile().deleteOnExit();
      var file = folder.resolve(given.getFileName());
      laid.put(given, file);
      file.toFile().deleteOnExit();
      copy(in, file, given);
      return file;
    } catch (IOException e) {
      throw new MachineException(
          "cannot keep "
              + given
              + " while it is read: "
              + MachineException.why(e)
              + "; name another folder by TMPDIR",
          e);
    }
  }

  private static boolean isPipe(Path given) {
    return Files.exists(given) && !Files.isRegularFile(given) && !Files.isDirectory(given);
  }

  private static Path temporary() {
    @Nullable String named = System.getenv("TMPDIR");
    return Path.of(
        named == null || named.isEmpty() ? System.getProperty("java.io.tmpdir", "/tmp") : named);
  }

  private void copy(InputStream in, Path file, Path given) throws IOException {
    var buffer = new byte[BUFFER_BYTES];
    long count = 0;
    try (var out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        count += read;
        if (count > mostBytes) {
          throw new BadInputException(
              Problem.of(
                  ProblemCode.FILE_TOO_LARGE,
                  Place.file(given.toString()),
                  "limit",
                  Long.toString(mostBytes),
                  "option",
                  Limits.SIZE_OPTION));
        }
        out.write(buffer, 0, read);
      }
    }
  }

  @Override
  public void close() {
    for (var file : laid.values()) {
      file.toFile().delete();
      file.resolveSibling(".").normalize().toFile().delete();
    }
  }
}
