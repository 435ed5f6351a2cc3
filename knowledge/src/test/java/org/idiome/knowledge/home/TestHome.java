package org.idiome.knowledge.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import org.idiome.genomics.io.Limits;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.all.Importers;
import org.jspecify.annotations.Nullable;

/// A home in a folder of a test, filled with files or texts.
public record TestHome(Path folder) {
  /// The home itself.
  public KnowledgeHome home() {
    return new KnowledgeHome(folder.resolve("home"), Importers.shipped());
  }

  /// Takes a file.
  ///
  /// @param source the name under which it is a release, or null for its own
  public Release take(Path file, @Nullable String source) {
    try (var intake = home().intake(Instant.parse("2026-01-01T00:00:00Z"), Limits.DEFAULT)) {
      var settings = new ImportSettings(source, new TreeMap<>(), null, null);
      return intake.take(file, String.valueOf(file.getFileName()), null, settings).release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes a text as a file of a name.
  public Release take(String name, String text, @Nullable String source) {
    try {
      return take(Files.writeString(folder.resolve(name), text), source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
