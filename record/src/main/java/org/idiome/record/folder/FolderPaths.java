package org.idiome.record.folder;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/// Turns the names that a packet gives into files of the folder, and into none outside it.
final class FolderPaths {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(.*)");
  private static final int QUOTED_CHARS = 80;

  private final Path folder;

  /// @param folder exists
  FolderPaths(Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  /// A file of the folder, or why it is none.
  sealed interface Named {
    /// The file, all links followed, where it was named, and that relative to the folder with `/`.
    record Inside(Path path, Path at, String name) implements Named {}

    /// What is wrong with the name.
    ///
    /// @param at where in the folder it was named; null where that is no place in it
    record Refused(Problem problem, @Nullable Path at) implements Named {}
  }

  /// Resolves `file:name`, or a bare relative name.
  Named resolve(String uri, Place place) {
    var scheme = SCHEME.matcher(uri);
    var name = uri;
    if (scheme.matches()) {
      if (!scheme.group(1).toLowerCase(Locale.ROOT).equals("file")) {
        return refused(ProblemCode.FOLDER_REMOTE_FILE, place, uri);
      }
      name = decoded(scheme.group(2));
      if (name.startsWith("//") && !name.startsWith("///")) {
        return remote(name.substring(2), uri, place);
      }
    }
    try {
      return relative(name, uri, place);
    } catch (InvalidPathException _) {
      return refused(ProblemCode.FILE_NOT_FOUND, place, uri);
    }
  }

  /// What stands behind `file://` is a machine; often the name of a file beside the packet is
  /// meant.
  private Named remote(String name, String uri, Place place) {
    var refused = refused(ProblemCode.FOLDER_REMOTE_FILE, place, uri);
    try {
      if (relative(name, uri, place) instanceof Named.Inside inside) {
        var values = new TreeMap<>(refused.problem().values());
        values.put("beside", inside.name());
        var problem = refused.problem();
        return new Named.Refused(
            new Problem(problem.code(), problem.reach(), problem.place(), values), null);
      }
    } catch (InvalidPathException _) {
      return refused;
    }
    return refused;
  }

  private static String decoded(String name) {
    try {
      // A plus sign stands for itself in a path.
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return name;
    }
  }

  private Named relative(String name, String uri, Place place) {
    boolean climbs = ("/" + name.replace('\\', '/') + "/").contains("/../") || name.startsWith("/");
    var given = Path.of(name);
    if (climbs || given.isAbsolute() || name.isBlank()) {
      return refused(ProblemCode.FOLDER_PATH_OUTSIDE, place, uri);
    }
    var path = folder.resolve(given).normalize();
    if (!Files.exists(path)) {
      return refused(ProblemCode.FILE_NOT_FOUND, place, uri, path);
    }
    try {
      var real = path.toRealPath();
      if (!real.startsWith(folder)) {
        return refused(ProblemCode.FOLDER_PATH_OUTSIDE, place, uri, path);
      }
      if (!Files.isRegularFile(real)) {
        return refused(ProblemCode.FILE_NOT_FOUND, place, uri, path);
      }
      return new Named.Inside(real, path, nameOf(path));
    } catch (IOException _) {
      return refused(ProblemCode.FILE_NOT_READABLE, place, uri, path);
    }
  }

  private String nameOf(Path path) {
    return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private static Named.Refused refused(ProblemCode code, Place place, String uri) {
    return refused(code, place, uri, null);
  }

  private static Named.Refused refused(
      ProblemCode code, Place place, String uri, @Nullable Path at) {
    var quoted = uri.length() <= QUOTED_CHARS ? uri : uri.substring(0, QUOTED_CHARS - 1) + "…";
    return new Named.Refused(Problem.of(code, place, "path", quoted), at);
  }
}
