package org.idiome.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Texts that explanations cite from what Idiome itself brings.
public final class Cited {
  private Cited() {}

  /// A table of the class path, whole.
  public static String resource(String path) {
    try (var in = Cited.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new AssertionError("not on the class path: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
