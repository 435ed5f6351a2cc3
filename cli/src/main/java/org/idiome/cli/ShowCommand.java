package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.idiome.core.observation.Layer;
import org.idiome.record.door.OpenPerson;
import org.idiome.report.words.Quoted;
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
    description = "Shows what the store holds of a person, one row each.",
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
    if (isRuns && wanted != null) {
      throw new ParameterException(spec.commandLine(), "--runs are of all layers together");
    }
    try (var door = asking.open(store);
        var open = Persons.open(door, who, store.batch(door), wanted)) {
      if (isRuns) {
        runs(open);
      } else {
        observations(open, wanted);
      }
      return ExitCode.DONE;
    }
  }

  private void runs(OpenPerson open) {
    var runs = open.runs();
    open.answered(runs.size());
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
        spec.commandLine(), "there is no layer '" + Quoted.text(layer) + "'");
  }
}
