package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.idiome.core.observation.Layer;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.profile.Unresolved;
import org.idiome.record.door.OpenPerson;
import org.idiome.report.words.Quoted;
import org.idiome.store.Accepted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome show PERSON`: what the store holds of a person, a row each.
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    header = "What the store holds of one person, a row each.",
    description = {
      "Shows what the store holds of a person, one row each. The state is present, excluded,",
      "measured, below_limit, above_limit, or why there is no value: not_tested, not_detected,",
      "failed, withheld. The batch is the one in which the source first said it so."
    },
    footer = {"", "Example: idiome show lung-01 --layer laboratory"})
final class ShowCommand implements Callable<Integer>, Faults.Asked {
  private final Shell shell;

  @Parameters(paramLabel = "PERSON", description = "Id in the store.")
  private String who = "";

  @Option(names = "--layer", paramLabel = "LAYER", description = "One layer only.")
  private @Nullable String layer;

  @Option(names = "--tsv", description = "A table with a header line.")
  private boolean isTsv;

  @Option(names = "--json", description = "One JSON document.")
  private boolean isJson;

  @Option(names = "--runs", description = "The runs that were kept, instead of observations.")
  private boolean isRuns;

  @Option(
      names = "--sources",
      description = "The sources of the person, as split and withdraw call them.")
  private boolean isSources;

  @Option(
      names = "--unresolved",
      description = "Identifiers that the knowledge of this release does not resolve.")
  private boolean isUnresolved;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final DoorOptions asking = new DoorOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  ShowCommand(Shell shell) {
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
    var wanted = layer();
    long views = Stream.of(isRuns, isSources, isUnresolved).filter(one -> one).count();
    if (views > 1 || (views == 1 && wanted != null)) {
      throw new ParameterException(
          spec.commandLine(),
          "--runs, --sources, --unresolved and --layer are four views; choose one");
    }
    try (var door = asking.open(store);
        var open = Persons.open(door, who, store.batch(door), wanted)) {
      Accepted.of(open.store(), open.id()).stream()
          .flatMap(one -> AcceptCommand.problems(one).stream())
          .forEach(shell::say);
      if (isRuns) {
        runs(open);
      } else if (isSources) {
        table(open, SourcesTable.COLUMNS, SourcesTable.rows(open));
      } else if (isUnresolved) {
        unresolved(open);
      } else {
        observations(open, wanted);
      }
      return ExitCode.DONE;
    }
  }

  private void table(OpenPerson open, List<String> columns, List<List<String>> rows) {
    open.answered(rows.size());
    shell.print(
        isJson
            ? Tables.json(columns, rows).pretty()
            : isTsv ? Tables.tsv(columns, rows) : Tables.forEyes(columns, rows));
  }

  private void unresolved(OpenPerson open) {
    var found = Unresolved.of(open.person(), StarterKnowledge.shipped());
    var rows =
        found.unresolved().stream().map(one -> UnresolvedTable.row(open.person(), one)).toList();
    table(open, UnresolvedTable.COLUMNS, rows);
    if (!common.quiet) {
      shell.say(UnresolvedTable.count(found));
    }
  }

  private void runs(OpenPerson open) {
    var runs = open.runs();
    open.answered(runs.size());
    var erased = RunsTable.erased(open);
    if (!erased.isEmpty()) {
      shell.say("this is not all" + erased);
    }
    var rows = runs.stream().map(RunsTable::row).toList();
    shell.print(
        isJson
            ? RunsTable.json(runs).pretty()
            : isTsv
                ? Tables.tsv(RunsTable.COLUMNS, rows)
                : Tables.forEyes(RunsTable.SHOWN, runs.stream().map(RunsTable::shown).toList()));
  }

  private void observations(OpenPerson open, @Nullable Layer wanted) {
    var table = new ShowTable(open.person(), open.store());
    var rows = new ArrayList<List<String>>(table.rows());
    open.answered(rows.size() + (wanted == null ? 0 : table.countCalls(wanted)));
    if (wanted == null && !common.quiet && !open.person().variants().isEmpty()) {
      shell.say("records of variant files are shown with --layer genome or --layer tumour");
    }
    if (isTsv) {
      // A genome has millions of records: they go out as they come in.
      try (var out = new TsvStream(shell, ShowTable.COLUMNS)) {
        rows.forEach(out::row);
        if (wanted != null) {
          table.calls(wanted, out::row);
        }
      }
      return;
    }
    if (wanted != null) {
      table.calls(wanted, rows::add);
    }
    shell.print(
        isJson
            ? Tables.json(ShowTable.COLUMNS, rows).pretty()
            : Tables.forEyes(ShowTable.COLUMNS, rows));
  }

  private @Nullable Layer layer() {
    if (layer == null) {
      return null;
    }
    for (var known : Layer.values()) {
      if (known.code().equals(layer.toLowerCase(Locale.ROOT))) {
        return known;
      }
    }
    throw new ParameterException(
        spec.commandLine(),
        "there is no layer '" + Quoted.text(layer) + "'; there are " + Layer.codes());
  }
}
