package org.idiome.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.idiome.record.door.Door;
import org.idiome.store.StoreReader;
import org.idiome.store.folder.StoreFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the store is, and what of it was known by when.
final class StoreOptions {
  private static final String VARIABLE = "IDIOME_STORE";
  private static final String DEFAULT = "idiome-store";

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = "The store (default: IDIOME_STORE, or ./idiome-store).")
  private @Nullable Path folder;

  @Option(
      names = "--known-by",
      paramLabel = "DATE",
      description = {
        "Only what the store had recorded by the end of that day (UTC), or by a moment such as",
        "2026-05-01T12:00:00Z."
      })
  @Nullable String knownBy;

  /// The folder of the store.
  Path folder() {
    if (folder != null) {
      return folder;
    }
    var named = System.getenv(VARIABLE);
    return Path.of(named == null || named.isBlank() ? DEFAULT : named);
  }

  /// Whether there is one, be it that its catalogue is missing.
  boolean isThere() {
    return Files.exists(folder().resolve(StoreFolder.CATALOGUE))
        || Files.exists(folder().resolve("journal.sqlite"));
  }

  /// The last batch that counts.
  ///
  /// @throws java.time.DateTimeException where `--known-by` is neither a day nor a moment
  long batch(Door store) {
    if (knownBy == null) {
      return StoreReader.NEWEST;
    }
    return store.batchBy(NoDayException.end("--known-by", knownBy));
  }
}
