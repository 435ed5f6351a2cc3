package org.idiome.record.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.jspecify.annotations.Nullable;

/// Files that a packet names, that were there, and of which nothing was taken: by what they are
/// known when they come again, alone.
public final class NotTaken {
  /// The value of a problem that holds the SHA-256 of the bytes that were refused.
  public static final String BYTES = "refused_sha256";

  /// What a packet calls the file; as the two others none that words say.
  public static final String PATH = "refused_path";

  /// The layer that the packet says the file is of.
  public static final String LAYER = "refused_layer";

  /// The sample that the packet says the person is in it.
  public static final String SAMPLE = "refused_sample";

  /// What a packet says of a file.
  ///
  /// @param path what it calls it
  /// @param layer that it is of; null where nobody says it
  /// @param sample which the person is in it; null where nobody says it
  public record Said(String path, @Nullable String layer, @Nullable String sample) {}

  private NotTaken() {}

  /// A problem with the hash of the file, where that could be read.
  static Problem of(Problem problem, Path file, Said said, Limits limits) throws IOException {
    try (var input = Input.open(file, said.path(), limits)) {
      return of(problem, said, input.finish());
    } catch (BadInputException _) {
      return of(problem, said, null);
    }
  }

  /// A problem with the hash of the bytes that were refused.
  ///
  /// @param hash null where they could not be read
  public static Problem of(Problem problem, Said said, @Nullable Sha256 hash) {
    var values = new TreeMap<>(problem.values());
    values.put(PATH, said.path());
    if (said.layer() != null) {
      values.put(LAYER, said.layer());
    }
    if (said.sample() != null) {
      values.put(SAMPLE, said.sample());
    }
    if (hash != null) {
      values.put(BYTES, hash.hex());
    }
    return new Problem(problem.code(), problem.reach(), problem.place(), values);
  }
}
