package org.idiome.record.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.LineReader;
import org.jspecify.annotations.Nullable;

/// Holds the folder of an export to its list of files: a copy that was cut short, or changed, is
/// not taken for the export.
///
/// The list is `file`, `bytes`, `sha256` under a header, tabs between; every file that it names
/// must be there as it says, and every file of the folder but itself must be named.
final class ExportList {
  private static final String HEADER = "file\tbytes\tsha256";
  private static final int COLUMNS = 3;

  private final Path folder;
  private final ReadingOptions options;
  private final Set<String> listed = new HashSet<>();

  private ExportList(Path folder, ReadingOptions options) {
    this.folder = folder;
    this.options = options;
  }

  /// @param folder that has the list
  /// @throws BadInputException where a file is missing, is another, or is not listed
  static void check(Path folder, ReadingOptions options) throws IOException {
    var list = new ExportList(folder.toRealPath(), options);
    list.files();
    list.unlisted();
  }

  private void files() throws IOException {
    var name = PersonFolder.MANIFEST_NAME;
    if (!Files.isRegularFile(folder.resolve(name))) {
      throw bad(name, "it is missing");
    }
    try (var input = Input.open(folder.resolve(name), name, options.bytes())) {
      var lines = new LineReader(input, options.bytes());
      for (long line = 1; lines.next(); line++) {
        var text =
            new String(
                lines.buffer(), lines.start(), lines.end() - lines.start(), StandardCharsets.UTF_8);
        var cells = text.split("\t", -1);
        boolean isHeader = line == 1;
        if (isHeader ? !text.equals(HEADER) : cells.length != COLUMNS) {
          throw bad(name, "line " + line + " is not one of a list");
        }
        if (!isHeader) {
          file(cells[0], cells[1], cells[2]);
        }
      }
    }
  }

  private void file(String name, String bytes, String sha256) throws IOException {
    listed.add(name);
    if (listed.size() > options.files()) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.FOLDER_TOO_MANY_FILES,
              Place.file(PersonFolder.MANIFEST_NAME),
              "limit",
              Integer.toString(options.files()),
              "option",
              ReadingOptions.FILES_OPTION));
    }
    var path = inside(name);
    if (path == null || !Files.isRegularFile(path)) {
      throw bad(name, "it is missing");
    }
    var found = Long.toString(Files.size(path));
    if (!found.equals(bytes)) {
      throw bad(name, "it has " + found + " bytes, not " + bytes);
    }
    if (!hash(path).hex().equals(sha256)) {
      throw bad(name, "its bytes are others");
    }
  }

  /// The file, all links followed; null where it leads out of the folder or is not there.
  private @Nullable Path inside(String name) throws IOException {
    try {
      var path = folder.resolve(name);
      return !Files.exists(path) || !path.toRealPath().startsWith(folder)
          ? null
          : path.toRealPath();
    } catch (InvalidPathException _) {
      return null;
    }
  }

  private static Sha256 hash(Path path) throws IOException {
    var digest = Sha256.newDigest();
    var buffer = new byte[1 << 16];
    try (var in = Files.newInputStream(path)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return Sha256.of(digest);
  }

  /// A list that was cut short names too little.
  private void unlisted() throws IOException {
    listed.add(PersonFolder.MANIFEST_NAME);
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var name =
            folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        if (!listed.contains(name)) {
          throw bad(name, "it is not listed");
        }
      }
    }
  }

  private static BadInputException bad(String name, String why) {
    return new BadInputException(
        Problem.of(ProblemCode.FOLDER_EXPORT_NOT_WHOLE, Place.file(name), "why", why));
  }
}
