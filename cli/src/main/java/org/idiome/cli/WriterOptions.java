package org.idiome.cli;

import picocli.CommandLine.Option;

/// How a command comes to the writer's place of a store.
final class WriterOptions {
  private static final long MILLIS = 1_000;

  /// How long readers are waited for where nothing was said: a command that answers ends by then.
  private static final long READERS_MILLIS = 5_000;

  @Option(
      names = "--wait",
      converter = Seconds.class,
      paramLabel = "SECONDS",
      arity = "0..1",
      fallbackValue = "3600",
      description = "Wait for another writer, and for those who read.")
  private long waitSeconds;

  /// How long to wait for another writer.
  long waitMillis() {
    return waitSeconds * MILLIS;
  }

  /// How long to wait for readers of an earlier state.
  long readersMillis() {
    return waitSeconds > 0 ? waitMillis() : READERS_MILLIS;
  }

  /// What others are told of this process.
  static String holder(String command) {
    return "idiome " + command + ", process " + ProcessHandle.current().pid();
  }
}
