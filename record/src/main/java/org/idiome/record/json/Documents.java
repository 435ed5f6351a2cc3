package org.idiome.record.json;

import java.io.IOException;
import java.util.List;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.io.Input;

/// Reads documents in JSON or YAML, told by how the text begins and not by a name.
public final class Documents {
  private static final int HEAD_BYTES = 1 << 14;

  private Documents() {}

  /// The only document of an input, which stays open.
  ///
  /// @throws BadInputException where it is none within the bounds, or there are several
  public static JsonDocument read(Input input, JsonLimits limits) throws IOException {
    var all = readAll(input, limits);
    if (all.size() > 1) {
      var second = all.get(1).root().at();
      throw DocumentBytes.bad(
          ProblemCode.YAML_SEVERAL_DOCUMENTS, Place.line(input.name(), second.line()));
    }
    return all.getFirst();
  }

  /// The documents of an input, which stays open: one in JSON, one or more in YAML.
  ///
  /// @throws BadInputException where there is none within the bounds
  public static List<JsonDocument> readAll(Input input, JsonLimits limits) throws IOException {
    boolean isText = input.content() == Content.TEXT;
    var source = DocumentBytes.of(input, limits, 0);
    return isText && YamlReader.looksLikeOne(source.bytes(), source.start(), source.end())
        ? YamlReader.read(source, limits)
        : List.of(JsonReader.read(source, limits));
  }

  /// Whether an input begins as YAML does; some of it is used up.
  public static boolean looksLikeYaml(Input input) throws IOException {
    if (input.content() != Content.TEXT) {
      return false;
    }
    var head = new byte[HEAD_BYTES];
    int length = 0;
    int read;
    while (length < HEAD_BYTES && (read = input.read(head, length, HEAD_BYTES - length)) >= 0) {
      length += read;
    }
    boolean isMarked = length >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb;
    return YamlReader.looksLikeOne(head, isMarked ? 3 : 0, length);
  }
}
