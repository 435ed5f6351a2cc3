package org.idiome.report.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.idiome.core.run.Run;

/// Writes a run as JSON.
public final class RunJson {
  private static final String SCHEMA = "idiome-run-1.schema.json";

  private RunJson() {}

  /// The run, indented, ending with a line end: same run, same text.
  public static String text(Run run) {
    return run.toJson().pretty();
  }

  /// The schema that every run's JSON fulfils.
  public static String schema() {
    try (InputStream bytes = RunJson.class.getResourceAsStream(SCHEMA)) {
      if (bytes == null) {
        throw new IllegalStateException("not in the jar: " + SCHEMA);
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(SCHEMA, e);
    }
  }
}
