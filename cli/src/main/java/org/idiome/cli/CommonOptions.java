package org.idiome.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Options that every command takes.
final class CommonOptions {
  private static final int MOST_THREADS = 1_024;

  int threads = Runtime.getRuntime().availableProcessors();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = "--quiet", description = "Say nothing beside the answer but problems.")
  boolean quiet;

  @Option(names = "--verbose", description = "Say more; stack traces of faults.")
  boolean verbose;

  @Option(
      names = {"--no-colour", "--no-color"},
      description = "No colour on the terminal (also NO_COLOR).")
  boolean noColour;

  @Mixin final BoundOptions bounds = new BoundOptions();

  /// Takes a number of threads that a machine can have.
  @Option(names = "--threads", paramLabel = "N", description = "Threads that may compute.")
  void threads(int wanted) {
    if (wanted < 1 || wanted > MOST_THREADS) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(),
          "--threads takes a number from 1 to " + MOST_THREADS + ", not " + wanted);
    }
    threads = wanted;
  }

  /// Whether words on standard output may be coloured.
  boolean isColoured() {
    return !noColour
        && System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
        && Terminal.OUT.isThere();
  }
}
