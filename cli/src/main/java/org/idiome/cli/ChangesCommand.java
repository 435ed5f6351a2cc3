package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.idiome.profile.change.Change;
import org.idiome.report.FindingWords;
import org.idiome.report.text.ChangesText;
import org.idiome.report.text.Ink;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome changes PERSON [RUN1 RUN2]`: what changed between two runs, and what caused it.
@Command(
    name = "changes",
    mixinStandardHelpOptions = true,
    header = "What changed between two runs of a person, and what caused it.",
    description = {
      "Compares two runs of a person by finding, and names the cause of each change by replaying",
      "with one factor swapped. Without runs: what is said now, and the run before it that was",
      "asked the same; runs that were asked with --at or --known-by are named, not compared."
    },
    footer = {"", "Example: idiome changes lung-01 1 now"})
final class ChangesCommand implements Callable<Integer>, Faults.Asked {
  private static final List<String> COLUMNS =
      List.of(
          "person",
          "change",
          "key",
          "claim",
          "before",
          "after",
          "cause",
          "source",
          "run_before",
          "run",
          "snapshot",
          "software",
          "claim_before",
          "batches",
          "commands",
          "authors",
          "reasons",
          "question_before",
          "question");

  private final Shell shell;

  @Parameters(index = "0", paramLabel = "PERSON", description = "Id in the store.")
  private String who = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RUN",
      description = "Number or beginning of the id of a kept run ('show --runs'), or 'now'.")
  private @Nullable String before;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run it is compared with (default: 'now').")
  private @Nullable String after;

  @Option(names = "--tsv", description = "A table with a header line.")
  private boolean isTsv;

  @Option(names = "--json", description = "One JSON document.")
  private boolean isJson;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final DoorOptions asking = new DoorOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  ChangesCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public boolean isJsonWanted() {
    return isJson;
  }

  @Override
  public Integer call() {
    Tables.checkForms(isJson, isTsv, spec);
    if (store.knownBy != null) {
      throw new ParameterException(
          spec.commandLine(), "--known-by is a setting of a run; name two runs instead");
    }
    try (var door = asking.open(store);
        var open = Persons.open(door, who, store.batch(door))) {
      var choice = new RunChoice(open, common);
      var runs = before == null ? choice.newest() : choice.named(before, after);
      var compared = runs.compare();
      open.answered(compared.changes().size());
      if ((isJson || isTsv) && compared.isOfTwoQuestions()) {
        shell.say(ChangesText.lead(compared));
      }
      shell.print(
          isJson
              ? Tables.json(COLUMNS, rows(runs, compared)).pretty()
              : isTsv ? Tables.tsv(COLUMNS, rows(runs, compared)) : text(compared));
      return ExitCode.DONE;
    }
  }

  private String text(ChangesText.Comparison compared) {
    return ChangesText.of(compared, common.isColoured() ? Ink.COLOURED : Ink.PLAIN);
  }

  private static List<List<String>> rows(TwoRuns runs, ChangesText.Comparison compared) {
    var rows = new ArrayList<List<String>>();
    for (var caused : compared.changes()) {
      var change = caused.change();
      rows.add(
          List.of(
              compared.person(),
              change.kind().code(),
              change.key(),
              FindingWords.title(change.shown()),
              cell(change, true),
              cell(change, false),
              caused.cause().code(),
              source(caused, compared),
              runs.before().inputs().runId().hex(),
              runs.after().inputs().runId().hex(),
              runs.after().inputs().snapshot().manifest().hex(),
              runs.after().inputs().software().release(),
              change.before() == null ? "" : FindingWords.title(change.before()),
              between(compared, batch -> Long.toString(batch.batch())),
              between(compared, ChangesText.Batch::command),
              between(compared, ChangesText.Batch::author),
              between(compared, ChangesText.Batch::reason),
              runs.before().question(),
              runs.after().question()));
    }
    return rows;
  }

  /// A field of each batch between the runs, in their order; empty where none has it.
  private static String between(
      ChangesText.Comparison compared, Function<ChangesText.Batch, String> field) {
    var fields = compared.between().stream().map(field).toList();
    return fields.stream().allMatch(String::isEmpty) ? "" : String.join(" | ", fields);
  }

  private static String cell(Change change, boolean isBefore) {
    var finding = isBefore ? change.before() : change.after();
    return finding == null ? "" : ChangesText.answer(finding);
  }

  private static String source(ChangesText.Caused caused, ChangesText.Comparison compared) {
    var named = new ArrayList<String>();
    if (!caused.data().isEmpty()) {
      named.add(ChangesText.data(caused));
    }
    boolean isOfSettings =
        switch (caused.cause()) {
          case SETTINGS, DATA_OR_SETTINGS, DATA_WITH_SETTINGS -> true;
          case DATA, SOFTWARE, KNOWLEDGE, OUTSIDE, NOT_DETERMINED -> false;
        };
    if (isOfSettings) {
      named.addAll(compared.settings());
    }
    return String.join("; ", named);
  }
}
