package org.idiome.cli;

import java.io.Console;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.idiome.record.door.Asker;
import org.idiome.record.door.Door;
import org.idiome.record.door.Purpose;
import org.idiome.record.kept.Correcting;
import org.idiome.record.kept.PersonIds;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Quoted;
import org.idiome.report.words.Typed;
import org.idiome.store.Store;
import org.idiome.store.StoreWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome split` and `idiome withdraw`: a source that is somebody else's, or nobody's.
///
/// Each is a batch of its own with its author and reason; what was known before stays to be asked.
abstract sealed class CorrectionCommand implements Callable<Integer>, Faults.Asked {
  private static final int NAMED = 10;

  private final Shell shell;
  private final String command;

  @Parameters(paramLabel = "PERSON", description = "Id in the store.")
  private String who = "";

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      required = true,
      description = "The phenopacket's id, or the name of the file, as 'import' called it.")
  private String source = "";

  @Option(names = "--yes", description = "Do it without asking; needed where nobody can be asked.")
  private boolean isSure;

  @Mixin private final BatchOptions batch = new BatchOptions();
  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  private CorrectionCommand(Shell shell, String command) {
    this.shell = shell;
    this.command = command;
  }

  /// The command with the options that a correction cannot do without.
  static CommandLine line(CorrectionCommand command) {
    var line = new CommandLine(command);
    var reason = line.getCommandSpec().findOption("--reason");
    line.getCommandSpec().remove(reason);
    line.getCommandSpec().addOption(OptionSpec.builder(reason).required(true).build());
    return line;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Integer call() {
    if (batch.reason == null || batch.reason.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "a correction says why: --reason TEXT, kept with its batch");
    }
    try (var writer = batch.write(Store.at(store.folder()), command)) {
      var correcting = new Correcting(writer);
      var persons = correcting.persons(Persons.called(who));
      if (persons.isEmpty()) {
        throw Persons.nobody(who);
      }
      if (persons.size() > 1) {
        throw new AmbiguousException(
            Quoted.text(who) + " is what inputs call several persons: " + list(persons));
      }
      var id = persons.getFirst();
      var sources = correcting.sources(id);
      if (!sources.contains(source)) {
        throw new NothingException(
            Quoted.text(id)
                + " has no source "
                + Quoted.text(source)
                + "; there is "
                + list(sources));
      }
      var question = question(writer, correcting, id, source);
      if (!isSure && !isConfirmed(question)) {
        shell.say("nothing was changed");
        return ExitCode.WRONG_INPUT;
      }
      var done = correct(correcting, id, source);
      writer.acknowledge();
      ClockBehind.say(shell, writer, store);
      if (!done.withdrawn().isEmpty()) {
        audit(done);
      }
      shell.say(said(done) + ", in batch " + writer.batch());
    }
    return ExitCode.DONE;
  }

  /// What of somebody's consent went along was read of the one and said of the other.
  private void audit(Correcting.Corrected done) {
    var user = System.getProperty("user.name", "");
    var asker = new Asker(user, batch.author, Purpose.CARE, command, InstantSource.system());
    try (var door = Door.open(Store.at(store.folder()), asker)) {
      door.consent(done.person());
      door.consent(String.valueOf(done.to()));
    }
  }

  private static String list(List<String> sources) {
    return sources.isEmpty()
        ? "none"
        : String.join(
            ", ",
            sources.subList(0, Math.min(NAMED, sources.size())).stream()
                .map(Quoted::text)
                .toList());
  }

  private boolean isConfirmed(String question) {
    var console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (console.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "nobody can be asked here; say --yes to do it");
    }
    var answer = console.get().readLine("%s [y/N] ", question);
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  /// What is about to be done, as a question; refuses what cannot be.
  abstract String question(StoreWriter writer, Correcting correcting, String person, String source);

  abstract Correcting.Corrected correct(Correcting correcting, String person, String source);

  abstract String said(Correcting.Corrected done);

  /// `idiome withdraw PERSON --source S`.
  @Command(
      name = "withdraw",
      mixinStandardHelpOptions = true,
      header = "Takes back what one source said of a person.",
      description = {
        "Takes back an import that was a mistake as a whole: what the source said of the person is",
        "no longer said. It stays to be asked with --known-by."
      },
      footer = {"", "Example: idiome withdraw lung-01 --source lung-01 --reason mixed-up --yes"})
  static final class Withdraw extends CorrectionCommand {
    Withdraw(Shell shell) {
      super(shell, "withdraw");
    }

    @Override
    String question(StoreWriter writer, Correcting correcting, String person, String source) {
      return "Take back what " + Quoted.text(source) + " says of " + Quoted.text(person) + "?";
    }

    @Override
    Correcting.Corrected correct(Correcting correcting, String person, String source) {
      return correcting.withdraw(person, source);
    }

    @Override
    String said(Correcting.Corrected done) {
      return Quoted.text(done.source())
          + ": withdrawn; "
          + Figures.count(done.observations(), "observation")
          + " of "
          + Quoted.text(done.person())
          + (done.observations() == 1 ? " is" : " are")
          + " no longer said";
    }
  }

  /// `idiome split PERSON --source S [--as NEW]`.
  @Command(
      name = "split",
      mixinStandardHelpOptions = true,
      header = "Gives one source of a person to another: undoes a wrong merge.",
      description = {
        "Gives what one source says of a person to another person, who may be new. What was known",
        "before stays to be asked with --known-by. What the person took back or objected to goes",
        "along; what they agreed to does not."
      },
      footer = {"", "Example: idiome split PERSON --source SOURCE --as ID --reason merge --yes"})
  static final class Split extends CorrectionCommand {
    @Option(
        names = "--as",
        paramLabel = "NEW",
        description = "Whose it is: an id in the store or a new one (default: the source's name).")
    private @Nullable String as;

    @Spec private CommandSpec command = CommandSpec.create();

    Split(Shell shell) {
      super(shell, "split");
    }

    private String to(String source) {
      return PersonIds.normal(as == null ? source : as);
    }

    @Override
    String question(StoreWriter writer, Correcting correcting, String person, String source) {
      var to = to(source);
      var wrong = writer.person(to) == null ? PersonIds.wrong(to) : null;
      if (wrong != null) {
        throw new ParameterException(
            command.commandLine(), "'" + Quoted.text(to) + "' cannot be an id: " + wrong);
      }
      if (to.equals(person)) {
        throw new ParameterException(
            command.commandLine(), "--as names another person than " + Quoted.text(person));
      }
      if (correcting.sources(person).size() < 2) {
        throw new NothingException(
            "all that is known of "
                + Quoted.text(person)
                + " is of this source: nothing to split; if it is somebody else's: idiome withdraw "
                + Typed.word(Quoted.text(person))
                + " --source "
                + Typed.word(Quoted.text(source))
                + " --reason TEXT, then import it again with "
                + "--as ID");
      }
      boolean isThere = writer.person(to) != null;
      if (isThere && as == null) {
        throw new ParameterException(
            command.commandLine(),
            "there is a person " + Quoted.text(to) + " already; say whose it is with --as");
      }
      if (correcting.sources(to).contains(source)) {
        throw new ParameterException(
            command.commandLine(), Quoted.text(to) + " has a source of this name already");
      }
      return "Give "
          + Quoted.text(source)
          + " of "
          + Quoted.text(person)
          + " to "
          + (isThere ? Quoted.text(to) + ", who is there" : "a new person " + Quoted.text(to))
          + "?";
    }

    @Override
    Correcting.Corrected correct(Correcting correcting, String person, String source) {
      return correcting.split(person, source, to(source));
    }

    @Override
    String said(Correcting.Corrected done) {
      return Quoted.text(done.source())
          + ": "
          + Figures.count(done.observations(), "observation")
          + (done.observations() == 1 ? " is" : " are")
          + " no longer of "
          + Quoted.text(done.person())
          + " but of "
          + (done.isNew() ? "a new person " : "")
          + Quoted.text(String.valueOf(done.to()))
          + (done.withdrawn().isEmpty()
              ? ""
              : "; what was taken back or objected to goes along: "
                  + String.join(", ", done.withdrawn()));
    }
  }
}
