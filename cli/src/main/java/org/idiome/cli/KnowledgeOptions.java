package org.idiome.cli;

import java.nio.file.Path;
import org.idiome.knowledge.home.KnowledgeHome;
import org.idiome.knowledge.source.all.Importers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the home of knowledge is.
final class KnowledgeOptions {
  private static final String VARIABLE = "IDIOME_KNOWLEDGE";

  @Option(
      names = "--knowledge",
      paramLabel = "DIR",
      description = {
        "The home of knowledge (default: IDIOME_KNOWLEDGE, or idiome/knowledge in the folder for",
        "data of the user)."
      })
  private @Nullable Path folder;

  /// The home, be it there or not.
  KnowledgeHome home() {
    return new KnowledgeHome(folder(), Importers.shipped());
  }

  private Path folder() {
    if (folder != null) {
      return folder;
    }
    var named = System.getenv(VARIABLE);
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    var data = System.getenv("XDG_DATA_HOME");
    var base =
        data == null || data.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "share")
            : Path.of(data);
    return base.resolve("idiome").resolve("knowledge");
  }
}
