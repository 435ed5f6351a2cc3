package org.idiome.cli;

import org.idiome.genomics.io.Meter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/// The program `idiome`: one command line in, one exit code out.
@Command(
    name = Main.NAME,
    versionProvider = Release.class,
    mixinStandardHelpOptions = true,
    description = "Findings about one person, explained down to the row they came from.")
public final class Main implements Runnable {
  static final String NAME = "idiome";

  private final CommandLine line;
  private final Shell shell;

  private Main(Shell shell) {
    this.shell = shell;
    line = new CommandLine(this);
    line.addSubcommand("demo", new DemoCommand(shell));
    line.addSubcommand("interpret", new InterpretCommand(shell));
    line.addSubcommand("explain", new ExplainCommand(shell));
    line.addSubcommand("changes", new ChangesCommand(shell));
    line.addSubcommand("import", new ImportCommand(shell));
    line.addSubcommand("split", new CorrectionCommand.Split(shell));
    line.addSubcommand("withdraw", new CorrectionCommand.Withdraw(shell));
    line.addSubcommand("people", new PeopleCommand(shell));
    line.addSubcommand("show", new ShowCommand(shell));
    line.addSubcommand("consent", new ConsentCommand(shell));
    line.addSubcommand("export", new ExportCommand(shell));
    line.addSubcommand("settle", new SettleCommand(shell));
    line.addSubcommand("audit", new AuditCommand(shell));
    line.addSubcommand("erase", new EraseCommand(shell));
    line.addSubcommand("store", StoreCommand.line(shell));
    line.addSubcommand("pharmacogenes", new PharmacogenesCommand(shell));
    line.addSubcommand("scan", new ScanCommand(shell));
    line.addSubcommand("simulate", SimulateCommand.line(shell));
    line.addSubcommand("help", new CommandLine.HelpCommand());
    HelpText.arrange(line);
    line.setOut(shell.outWriter());
    line.setErr(shell.errWriter());
    line.setExecutionStrategy(this::execute);
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
    } catch (MachineException closed) {
      shell.say(NAME + ": " + closed.getMessage());
      return ExitCode.MACHINE;
    } catch (OutOfMemoryError _) {
      shell.say(NAME + ": out of memory; give the JVM more, or the input in smaller parts");
      return ExitCode.MACHINE;
    }
  }

  private int execute(ParseResult parsed) {
    var command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (Faults.asked(command.commandSpec()).common().quiet) {
      shell.progress().hush();
    }
    try {
      return ScopedValue.where(Meter.CURRENT, shell.progress())
          .call(() -> new CommandLine.RunLast().execute(parsed));
    } finally {
      shell.progress().clear();
    }
  }

  /// Without a command there is nothing to do but to say what there is.
  @Override
  public void run() {
    line.usage(shell.outWriter());
  }
}
