package org.idiome.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Options that every command takes.
final class CommonOptions {
  @Option(names = "--threads", paramLabel = "N", description = "Threads that may compute.")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--quiet", description = "Say nothing but problems.")
  boolean quiet;

  @Option(names = "--verbose", description = "Say more; stack traces of faults.")
  boolean verbose;

  @Option(
      names = {"--no-colour", "--no-color"},
      description = "No colour on the terminal (also NO_COLOR).")
  boolean noColour;

  @Mixin final BoundOptions bounds = new BoundOptions();

  /// Whether words may be coloured.
  @SuppressWarnings("SystemConsoleNull") // its documentation allows null still
  boolean isColoured() {
    var console = System.console();
    return !noColour
        && System.getenv("NO_COLOR") == null
        && console != null
        && console.isTerminal();
  }
}
