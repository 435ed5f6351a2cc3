package org.idiome.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.report.words.ProblemText;
import org.idiome.report.words.Quoted;
import org.idiome.store.folder.StoreFault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What an exception means to the person at the terminal: words, and an exit code.
final class Faults {
  private static final int LONGEST = 300;

  private static final Set<String> LATER =
      Set.of(
          "sign",
          "network",
          "normalize",
          "medicines",
          "diagnose",
          "tumour",
          "bench",
          "settings",
          "--snapshot",
          "--snapshot-by",
          "--fhir",
          "--outside",
          "--drug",
          "--sex",
          "--regions",
          "--assume-reference",
          "--jurisdiction",
          "--consent");

  private Faults() {}

  /// Says what happened and answers with the exit code.
  static int answer(Exception fault, CommandSpec command, Shell shell) {
    if (asked(command).common().verbose && !(fault instanceof ClosedOutputException)) {
      var trace = new StringWriter();
      fault.printStackTrace(new PrintWriter(trace));
      shell.say(trace.toString());
    }
    return switch (fault) {
      case BadInputException bad -> {
        shell.say(bad.problem());
        if (asked(command).isJsonWanted()) {
          shell.print(ProblemText.json(List.of(bad.problem())).pretty());
        }
        yield exitCode(bad.problem().code());
      }
      case StoreFault broken -> {
        shell.say(broken.problem());
        if (asked(command).isJsonWanted()) {
          shell.print(ProblemText.json(List.of(broken.problem())).pretty());
        }
        yield exitCode(broken.problem().code());
      }
      case AmbiguousException several -> {
        shell.say("idiome: " + several.getMessage());
        yield ExitCode.WRONG_INPUT;
      }
      case NoDayException noDay -> {
        shell.say("idiome: " + Quoted.text(String.valueOf(noDay.getMessage())));
        shell.say("  " + noDay.remedy());
        yield ExitCode.WRONG_INPUT;
      }
      case DateTimeException date -> {
        shell.say("idiome: " + Quoted.text(String.valueOf(date.getMessage())));
        shell.say("  give a day as 2026-11-21, or a study day as 'day 12'");
        yield ExitCode.WRONG_INPUT;
      }
      case NothingException nothing -> {
        shell.say("idiome: " + Quoted.text(String.valueOf(nothing.getMessage()), LONGEST));
        yield ExitCode.NOTHING_TO_ANSWER;
      }
      case ClosedOutputException _ -> ExitCode.CLOSED_OUTPUT;
      case MachineException machine -> {
        shell.say("idiome: " + Quoted.text(String.valueOf(machine.getMessage()), LONGEST));
        yield ExitCode.MACHINE;
      }
      case UncheckedIOException io -> {
        shell.say(
            "idiome: cannot read "
                + MachineException.reason(Objects.requireNonNull(io.getCause())));
        yield ExitCode.MACHINE;
      }
      default -> {
        shell.say("idiome: this is a fault of Idiome itself, not of your input: " + fault);
        shell.say("  please report it with the output of the same command under --verbose");
        yield ExitCode.FAULT;
      }
    };
  }

  private static int exitCode(ProblemCode code) {
    return switch (code) {
      case STORE_NOT_FOUND,
          STORE_NO_BACKUP,
          STORE_INPUTS_ERASED,
          STORE_NOT_RECORDED_AGAIN,
          CONSENT_CLOCK_BEHIND,
          CONSENT_ENDED,
          CONSENT_NOT_GIVEN,
          CONSENT_WITHDRAWN ->
          ExitCode.NOTHING_TO_ANSWER;
      case KNOWLEDGE_HOME_HELD,
          KNOWLEDGE_RELEASE_DAMAGED,
          STORE_BUSY,
          STORE_COPY_CUT,
          STORE_DAMAGED,
          STORE_DISK,
          STORE_ERASURE_PENDING,
          STORE_FAILED,
          STORE_FULL,
          STORE_HELD,
          STORE_JOURNAL_LOST,
          STORE_RESTORE_CUT,
          STORE_LIST_DAMAGED,
          STORE_READ_ONLY,
          STORE_SALVAGED ->
          ExitCode.MACHINE;
      default -> ExitCode.WRONG_INPUT;
    };
  }

  /// Says what is wrong with the command line, and where help is.
  static int wrongCommandLine(ParameterException wrong, String[] words, Shell shell) {
    var later = later(wrong);
    var unknown = Unknown.command(wrong);
    var said = unknown == null ? Quoted.text(String.valueOf(wrong.getMessage()), LONGEST) : unknown;
    shell.say("idiome: " + (later == null ? said : "'" + later + "' is not in this release"));
    var taken = wrong instanceof MissingParameterException ? takenForFile(words) : null;
    if (taken != null) {
      shell.say("  " + taken);
    }
    shell.say("  see: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.WRONG_INPUT;
  }

  /// What to write where an option took the folder of a person for the file that it writes.
  private static @Nullable String takenForFile(String[] words) {
    for (int i = 0; i + 1 < words.length; i++) {
      if (words[i].matches("--json|-o") && Files.isDirectory(Path.of(words[i + 1]))) {
        var folder = Quoted.text(words[i + 1]);
        return "'"
            + folder
            + "' was taken for the file that "
            + words[i]
            + " writes; write "
            + folder
            + " "
            + words[i];
      }
    }
    return null;
  }

  /// The command or option of the contract that comes with a later release, where one was given.
  private static @Nullable String later(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unknown) {
      var first = unknown.getUnmatched().getFirst().replaceFirst("=.*", "");
      return LATER.contains(first) ? first : null;
    }
    return null;
  }

  static Asked asked(CommandSpec command) {
    return command.userObject() instanceof Asked asked ? asked : CommonOptions::new;
  }

  /// How a command was asked to speak.
  @FunctionalInterface
  interface Asked {
    /// The options that all commands share.
    CommonOptions common();

    /// Whether standard output holds JSON, also where nothing but problems came out.
    default boolean isJsonWanted() {
      return false;
    }
  }
}
