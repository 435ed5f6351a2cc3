package org.idiome.cli;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.idiome.genomics.io.Meter;
import org.jspecify.annotations.Nullable;
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

  private static final String VERSION = "--version";

  /// A command, made when it is called.
  private record Offered(String name, Function<Shell, Object> make) {}

  /// One line each. Reading the options of all would take longer than most of them run.
  private static final List<Offered> COMMANDS =
      List.of(
          new Offered("demo", DemoCommand::new),
          new Offered("interpret", InterpretCommand::new),
          new Offered("explain", ExplainCommand::new),
          new Offered("changes", ChangesCommand::new),
          new Offered("import", ImportCommand::new),
          new Offered("split", shell -> CorrectionCommand.line(new CorrectionCommand.Split(shell))),
          new Offered(
              "withdraw", shell -> CorrectionCommand.line(new CorrectionCommand.Withdraw(shell))),
          new Offered("people", PeopleCommand::new),
          new Offered("show", ShowCommand::new),
          new Offered("consent", ConsentCommand::new),
          new Offered("export", ExportCommand::new),
          new Offered("settle", SettleCommand::new),
          new Offered("audit", AuditCommand::new),
          new Offered("erase", EraseCommand::new),
          new Offered("store", StoreCommand::line),
          new Offered("knowledge", KnowledgeCommand::line),
          new Offered("normalize", NormalizeCommand::new),
          new Offered("liftover", LiftoverCommand::new),
          new Offered("annotate", AnnotateCommand::new),
          new Offered("table", TableCommand::new),
          new Offered("genes", GenesCommand::new),
          new Offered("pharmacogenes", PharmacogenesCommand::new),
          new Offered("scan", ScanCommand::new),
          new Offered("simulate", SimulateCommand::line));

  private final CommandLine line;
  private final Shell shell;

  /// Whether it has all commands, to tell of them.
  private final boolean isWhole;

  /// The names of all commands.
  static List<String> commands() {
    return COMMANDS.stream().map(Offered::name).toList();
  }

  /// @param called the only command that is made, be it that there is none; null for all of them
  private Main(Shell shell, @Nullable String called) {
    this.shell = shell;
    isWhole = called == null;
    line = new CommandLine(this);
    // An argument is what it says, never the name of a file that holds arguments.
    line.setExpandAtFiles(false);
    for (var command : COMMANDS) {
      if (isWhole || command.name().equals(called)) {
        line.addSubcommand(command.name(), command.make().apply(shell));
      }
    }
    if (isWhole) {
      line.addSubcommand("help", new CommandLine.HelpCommand());
    }
    line.setCaseInsensitiveEnumValuesAllowed(true);
    HelpText.name(line);
    line.setOut(shell.outWriter());
    line.setErr(shell.errWriter());
    line.setExecutionStrategy(this::execute);
    line.setExecutionExceptionHandler(
        (fault, command, _) -> Faults.answer(fault, command.getCommandSpec(), shell));
    line.setParameterExceptionHandler(
        (wrong, words) -> Faults.wrongCommandLine(wrong, words, shell));
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
      return new Main(shell, called(args)).line.execute(args);
    } catch (ClosedOutputException _) {
      return ExitCode.CLOSED_OUTPUT;
    } catch (MachineException closed) {
      shell.say(NAME + ": " + closed.getMessage());
      return ExitCode.MACHINE;
    } catch (OutOfMemoryError _) {
      shell.say(NAME + ": out of memory; give the JVM more, or the input in smaller parts");
      return ExitCode.MACHINE;
    }
  }

  /// The command by whose name the line begins, as all do but those that ask for help. Nothing has
  /// to be known of commands to tell the version.
  private static @Nullable String called(String... args) {
    boolean isCommand =
        args.length > 0 && COMMANDS.stream().anyMatch(one -> one.name().equals(args[0]));
    boolean isVersion = args.length == 1 && args[0].equals(VERSION);
    return isCommand || isVersion ? args[0] : null;
  }

  /// Commands that answer as of an earlier day, or say themselves why they do not.
  private static final Set<String> READING =
      Set.of(
          "changes",
          "erase",
          "explain",
          "export",
          "interpret",
          "people",
          "pharmacogenes",
          "settle",
          "show");

  private static void requireMeant(ParseResult parsed) {
    var asked = last(parsed);
    if (asked.hasMatchedOption("--known-by") && !READING.contains(asked.commandSpec().name())) {
      throw new CommandLine.ParameterException(
          asked.commandSpec().commandLine(),
          "--known-by is about reading; '" + asked.commandSpec().name() + "' is about now");
    }
  }

  private int execute(ParseResult parsed) {
    requireMeant(parsed);
    if (isWhole || last(parsed).isUsageHelpRequested()) {
      HelpText.arrange(line);
    }
    var command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (Faults.asked(command.commandSpec()).common().quiet) {
      shell.progress().hush();
    }
    var doors = DoorOptions.of(last(parsed).commandSpec());
    try {
      int code =
          ScopedValue.where(Meter.CURRENT, shell.progress())
              .call(() -> new CommandLine.RunLast().execute(parsed));
      boolean isDamaged = doors != null && doors.damage() != null;
      return isDamaged && code <= ExitCode.MACHINE ? ExitCode.MACHINE : code;
    } finally {
      shell.progress().clear();
      var damage = doors == null ? null : doors.damage();
      if (damage != null) {
        shell.say(damage);
      }
    }
  }

  private static ParseResult last(ParseResult parsed) {
    var last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last;
  }

  /// Without a command there is nothing to do but to say what there is.
  @Override
  public void run() {
    line.usage(shell.outWriter());
  }
}
