package org.idiome.cli;

import java.time.Instant;
import org.idiome.store.Rows;
import org.idiome.store.Store;
import org.idiome.store.StoreWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a command takes the writer's place, and what its batch says of itself.
final class BatchOptions {
  private static final long MILLIS = 1_000;

  @Option(
      names = "--wait",
      converter = Seconds.class,
      paramLabel = "SECONDS",
      arity = "0..1",
      fallbackValue = "3600",
      description = "Wait for another writer.")
  private long waitSeconds;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Who says so; kept with the batch (default: of a correction, the user).")
  @Nullable String author;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = {
        "Why; kept with the batch. Needed for every correction: split, withdraw, and an import that",
        "changes or takes back what its source said before."
      })
  @Nullable String reason;

  /// Takes the writer's place and begins a batch.
  ///
  /// @param command what was asked for
  StoreWriter write(Store store, String command) {
    var head =
        new Rows.BatchHead(Instant.now(), command, Release.software(), author(), text(reason));
    var holder = "idiome " + command + ", process " + ProcessHandle.current().pid();
    return store.write(head, holder, waitSeconds * MILLIS);
  }

  private @Nullable String author() {
    var named = text(author);
    return named == null && text(reason) != null ? text(System.getProperty("user.name")) : named;
  }

  private static @Nullable String text(@Nullable String given) {
    return given == null || given.isBlank() ? null : given.strip();
  }
}
