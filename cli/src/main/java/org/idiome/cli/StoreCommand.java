package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Quoted;
import org.idiome.store.Losses;
import org.idiome.store.Store;
import org.idiome.store.StoreCheck;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `idiome store verify|backup|restore|compact|accept|journal|where`: the store itself.
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    header = "The store itself: verify, backup, restore, compact, where.",
    synopsisSubcommandLabel = "COMMAND",
    description = "Looks after the store itself.",
    footer = {"", "Example: idiome store verify"})
final class StoreCommand {
  private StoreCommand() {}

  /// All of them under one name.
  static CommandLine line(Shell shell) {
    return new CommandLine(new StoreCommand())
        .addSubcommand("verify", new Verify(shell))
        .addSubcommand("backup", new BackupCommand(shell))
        .addSubcommand("restore", new RestoreCommand(shell))
        .addSubcommand("compact", new CompactCommand(shell))
        .addSubcommand("accept", new AcceptCommand(shell))
        .addSubcommand("journal", new JournalCommand(shell))
        .addSubcommand("where", new Where(shell));
  }

  /// Holds every row and file to what was written.
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Holds every row and every file of the store to what was written.",
      footer = {"", "Example: idiome store verify --tsv"})
  static final class Verify implements Callable<Integer>, Faults.Asked {
    private static final List<String> COLUMNS = List.of("file", "person", "damaged");

    private final Shell shell;

    @Option(names = "--tsv", description = "A table of what is damaged.")
    private boolean isTsv;

    @Mixin private final StoreOptions store = new StoreOptions();
    @Mixin private final CommonOptions common = new CommonOptions();

    Verify(Shell shell) {
      this.shell = shell;
    }

    @Override
    public CommonOptions common() {
      return common;
    }

    @Override
    public Integer call() {
      var checked = Store.check(store.folder());
      var wrong = wrong(checked, store.folder().toString());
      for (var file : StarterKnowledge.damaged()) {
        var problem = Problem.of(ProblemCode.STORE_KNOWLEDGE_DAMAGED, Place.file(file));
        wrong.add(new Wrong(List.of(file, "", "knowledge"), problem));
      }
      wrong.forEach(one -> shell.say(one.problem()));
      warn(checked);
      if (isTsv) {
        shell.print(Tables.tsv(COLUMNS, wrong.stream().map(Wrong::row).toList()));
      }
      if (!common.quiet) {
        shell.say("looked at " + counts(checked) + "; not as it should be: " + wrong.size());
        if (!checked.damage().isEmpty()) {
          shell.say(
              "whole: "
                  + Figures.count(checked.wholePersons())
                  + " of "
                  + Figures.count(checked.persons(), "person"));
        }
      }
      return wrong.isEmpty() ? ExitCode.DONE : ExitCode.MACHINE;
    }

    private void warn(StoreCheck.Checked checked) {
      for (var lost : checked.lostJournals()) {
        shell.say(
            Problem.of(
                ProblemCode.STORE_JOURNAL_ANEW,
                Place.file("journal.sqlite"),
                "batch",
                Long.toString(lost.batch()),
                "rows",
                Figures.count(lost.rows())));
      }
      checked.losses().forEach(one -> shell.say(problem(one)));
      for (var one : checked.accepted()) {
        AcceptCommand.problems(one).forEach(shell::say);
      }
      if (!common.quiet) {
        checked.foreign().forEach(file -> shell.say("no file of the store: " + file));
        var maker = checked.makerBeside();
        if (maker != null) {
          shell.say("a copy of this name is being made beside it" + by(maker));
        }
      }
    }
  }

  private static String by(String maker) {
    return maker.isEmpty() ? "" : ": " + Quoted.text(maker);
  }

  /// Something that is not as it should be.
  ///
  /// @param row file, person and what
  record Wrong(List<String> row, Problem problem) {}

  /// All that is: none where the store is sound, and only then.
  static List<Wrong> wrong(StoreCheck.Checked checked, String store) {
    var wrong = new ArrayList<Wrong>();
    for (var damage : checked.damage()) {
      var whose = damage.person().isEmpty() ? "" : " of " + damage.person();
      var place = Place.file(damage.file());
      wrong.add(
          new Wrong(
              List.of(damage.file(), damage.person(), damage.what()),
              Problem.of(ProblemCode.STORE_DAMAGED, place, "said", damage.what() + whose)));
    }
    for (var file : checked.openToOthers()) {
      var problem = Problem.of(ProblemCode.STORE_OPEN_TO_OTHERS, Place.file(file));
      wrong.add(new Wrong(List.of(file, "", "open to others"), problem));
    }
    for (var copy : checked.leftBeside()) {
      var problem = Problem.of(ProblemCode.STORE_COPY_LEFT, Place.file(copy));
      wrong.add(new Wrong(List.of(copy, "", "copy that was not finished"), problem));
    }
    for (long erasure = 0; erasure < checked.pendingErasures(); erasure++) {
      var problem = Problem.of(ProblemCode.STORE_ERASURE_PENDING, Place.file(store));
      wrong.add(new Wrong(List.of("", "", "erasure not finished"), problem));
    }
    return wrong;
  }

  /// What was lost with pages of the catalogue, before it was copied.
  static Problem problem(Losses.Lost one) {
    return Problem.of(
        ProblemCode.STORE_ROWS_LOST,
        Place.file("idiome.sqlite"),
        "batch",
        Long.toString(one.batch()),
        "recorded",
        one.recorded(),
        "pages",
        Figures.count(one.pages(), "page"),
        "tree",
        one.tree().isEmpty() ? "unknown" : one.tree(),
        "said",
        one.what());
  }

  /// What was looked at, in words.
  static String counts(StoreCheck.Checked checked) {
    return Figures.count(checked.batches())
        + (checked.batches() == 1 ? " batch, " : " batches, ")
        + Figures.count(checked.intakes(), "input")
        + ", "
        + Figures.count(checked.segments(), "segment")
        + " and "
        + Figures.count(checked.parts(), "dense file");
  }

  /// Says where the store is.
  @Command(
      name = "where",
      mixinStandardHelpOptions = true,
      description = "Says which folder the store is.",
      footer = {"", "Example: idiome store where"})
  static final class Where implements Callable<Integer>, Faults.Asked {
    private final Shell shell;

    @Mixin private final StoreOptions store = new StoreOptions();
    @Mixin private final CommonOptions common = new CommonOptions();

    Where(Shell shell) {
      this.shell = shell;
    }

    @Override
    public CommonOptions common() {
      return common;
    }

    @Override
    public Integer call() {
      shell.print(Store.at(store.folder()).root() + "\n");
      return ExitCode.DONE;
    }
  }
}
