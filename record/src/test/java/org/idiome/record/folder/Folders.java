package org.idiome.record.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;

/// Folders made in a test.
final class Folders {
  static final String META =
      "\"metaData\":{\"createdBy\":\"x\",\"phenopacketSchemaVersion\":\"2.0\"}";

  private Folders() {}

  /// A folder with a packet about `s` that has these members.
  static Path packet(Path folder, String members) throws IOException {
    var json =
        "{\"subject\":{\"id\":\"s\"}," + META + (members.isEmpty() ? "" : ",") + members + "}";
    Files.writeString(folder.resolve(PersonFolder.PACKET_NAME), json);
    return folder;
  }

  /// A member `files` with one file.
  static String file(String uri, String attributes) {
    return "\"files\":[{\"uri\":\"" + uri + "\",\"fileAttributes\":{" + attributes + "}}]";
  }

  static void write(Path folder, String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static PersonRecord read(Path path) throws IOException {
    return PersonFolder.read(path, ReadingOptions.DEFAULT);
  }

  static Problem refusal(Path path) throws IOException {
    return refusal(path, ReadingOptions.DEFAULT);
  }

  static Problem refusal(Path path, ReadingOptions options) throws IOException {
    try {
      PersonFolder.read(path, options);
    } catch (BadInputException e) {
      return e.problem();
    }
    throw new AssertionError("was read");
  }

  /// The only problem of a code.
  static Problem problem(PersonRecord record, ProblemCode code) {
    var found = record.problems().stream().filter(problem -> problem.code() == code).toList();
    if (found.size() != 1) {
      throw new AssertionError(code + ": " + record.problems());
    }
    return found.getFirst();
  }
}
