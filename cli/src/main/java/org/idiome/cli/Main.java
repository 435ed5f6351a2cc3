package org.idiome.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program `idiome`: one command line in, one exit code out.
@Command(
    name = "idiome",
    versionProvider = Release.class,
    mixinStandardHelpOptions = true,
    description = "Findings about one person, explained down to the row they came from.",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "To see what it does:            idiome demo",
      "To interpret a person's folder: idiome interpret FOLDER -o report.html",
      "To see why:                     idiome explain FOLDER"
    })
public final class Main implements Runnable {
  private final CommandLine line;
  private final Shell shell;

  private Main(Shell shell) {
    this.shell = shell;
    line = new CommandLine(this);
    line.addSubcommand("demo", new DemoCommand(shell));
    line.addSubcommand("interpret", new InterpretCommand(shell));
    line.addSubcommand("explain", new ExplainCommand(shell));
    line.addSubcommand("pharmacogenes", new PharmacogenesCommand(shell));
    line.addSubcommand("scan", new ScanCommand(shell));
    line.addSubcommand("help", new CommandLine.HelpCommand());
    line.setOut(shell.outWriter());
    line.setErr(shell.errWriter());
    line.setExecutionExceptionHandler(
        (fault, command, _) -> Faults.answer(fault, command.getCommandSpec(), shell));
    line.setParameterExceptionHandler((wrong, _) -> Faults.wrongCommandLine(wrong, shell));
  }

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    System.exit(run(Shell.ofProcess(), args));
  }

  /// Runs one command.
  ///
  /// @return its exit code, see [ExitCode]
  static int run(Shell shell, String... args) {
    try {
      return new Main(shell).line.execute(args);
    } catch (OutOfMemoryError _) {
      shell.say("idiome: out of memory; give the JVM more, or the input in smaller parts");
      return ExitCode.MACHINE;
    }
  }

  /// Without a command there is nothing to do but to say what there is.
  @Override
  public void run() {
    line.usage(shell.outWriter());
  }
}
