package org.idiome.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program `idiome`: one command line in, one exit code out.
@Command(
    name = "idiome",
    version = "idiome 0.1.0-SNAPSHOT",
    mixinStandardHelpOptions = true,
    description = "Findings about one person, explained down to the row they came from.")
public final class Main implements Runnable {
  private final CommandLine shell = new CommandLine(this);

  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /// Runs one command; 2 where the command line is wrong, else as the command says.
  static int run(String... args) {
    return new Main().shell.execute(args);
  }

  /// Without a command there is nothing to do but to say what there is.
  @Override
  public void run() {
    shell.usage(shell.getOut());
  }
}
