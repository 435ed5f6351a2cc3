package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.report.words.Figures;
import org.idiome.store.Store;
import org.idiome.store.StoreCheck;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `idiome store verify|backup|restore|compact|journal|where`: the store itself.
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
      var rows = new ArrayList<List<String>>();
      for (var damage : checked.damage()) {
        rows.add(List.of(damage.file(), damage.person(), damage.what()));
        shell.say(problem(damage));
      }
      for (var file : StarterKnowledge.damaged()) {
        rows.add(List.of(file, "", "knowledge"));
        shell.say(Problem.of(ProblemCode.STORE_KNOWLEDGE_DAMAGED, Place.file(file)));
      }
      warn(checked);
      if (isTsv) {
        shell.print(Tables.tsv(COLUMNS, rows));
      }
      if (!common.quiet) {
        shell.say("looked at " + counts(checked) + "; damaged: " + rows.size());
      }
      return checked.isSound() && rows.isEmpty() ? ExitCode.DONE : ExitCode.MACHINE;
    }

    private void warn(StoreCheck.Checked checked) {
      for (var file : checked.openToOthers()) {
        shell.say(Problem.of(ProblemCode.STORE_OPEN_TO_OTHERS, Place.file(file)));
      }
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
      if (checked.pendingErasures() > 0) {
        var place = Place.file(store.folder().toString());
        shell.say(Problem.of(ProblemCode.STORE_ERASURE_PENDING, place));
      }
      if (!common.quiet) {
        checked.foreign().forEach(file -> shell.say("no file of the store: " + file));
      }
    }
  }

  /// What is damaged, as a problem.
  static Problem problem(StoreCheck.Damage damage) {
    var whose = damage.person().isEmpty() ? "" : " of " + damage.person();
    return Problem.of(
        ProblemCode.STORE_DAMAGED, Place.file(damage.file()), "said", damage.what() + whose);
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
