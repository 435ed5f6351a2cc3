package org.idiome.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Limits;
import org.jspecify.annotations.Nullable;

/// The files of a command line as readers want them: to be read more than once.
///
/// Standard input, named `-`, and pipes of other programs are laid in a private folder, which goes
/// when this is closed or the program ends. The folder is made in `TMPDIR`, or where the system
/// keeps such files.
final class InputFiles implements Closeable {
  /// How standard input is called.
  static final String STANDARD_INPUT = "-";

  private static final int BUFFER_BYTES = 1 << 16;

  private static final Pattern OPEN_ALREADY =
      Pattern.compile("/dev/stdin|/dev/fd/\\d+|/proc/(self|\\d+)/fd/\\d+");

  // Kinds of file in a mode, POSIX <sys/stat.h> as Linux and macOS number them.
  private static final int TYPE = 0xF000;
  private static final int PIPE = 0x1000;
  private static final int CHARACTERS = 0x2000;
  private static final int BLOCKS = 0x6000;
  private static final int SOCKET = 0xC000;

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
    if (!isStandard && !isSpecial(given)) {
      return given;
    }
    if (!isStandard && !isPipeOfAProgram(given)) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.FILE_NOT_REGULAR, Place.file(given.toString()), "kind", kind(given)));
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

  private static boolean isSpecial(Path given) {
    return Files.exists(given) && !Files.isRegularFile(given) && !Files.isDirectory(given);
  }

  /// A pipe that is open already, as `/dev/stdin` and a shell's `<(…)` are: it ends when its writer
  /// does. A device may never end, and a named pipe may wait for ever.
  private static boolean isPipeOfAProgram(Path given) {
    return OPEN_ALREADY.matcher(given.toAbsolutePath().normalize().toString()).matches()
        && type(given) == PIPE;
  }

  private static String kind(Path given) {
    return switch (type(given)) {
      case PIPE -> "a named pipe";
      case CHARACTERS, BLOCKS -> "a device";
      case SOCKET -> "a socket";
      default -> "something else";
    };
  }

  /// The kind of file in the mode that the system gives; 0 where it gives none.
  private static int type(Path given) {
    try {
      return Files.getAttribute(given, "unix:mode") instanceof Integer mode ? mode & TYPE : 0;
    } catch (IOException | UnsupportedOperationException _) {
      return 0;
    }
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
