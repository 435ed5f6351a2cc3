package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.idiome.core.observation.Layer;
import org.idiome.record.kept.KeptPerson;
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

  @Mixin private final StoreOptions store = new StoreOptions();
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
    var wanted = layer();
    try (var reader = store.read()) {
      KeptPerson person = Persons.read(reader, who, store.batch(reader), wanted);
      var table = new ShowTable(person, reader);
      var rows = new ArrayList<List<String>>(table.rows());
      if (wanted != null) {
        rows.addAll(table.calls(wanted));
      } else if (!common.quiet && !person.variants().isEmpty()) {
        shell.say("records of variant files are shown with --layer genome or --layer tumour");
      }
      shell.print(
          isJson
              ? Tables.json(ShowTable.COLUMNS, rows).pretty()
              : isTsv
                  ? Tables.tsv(ShowTable.COLUMNS, rows)
                  : Tables.forEyes(ShowTable.COLUMNS, rows));
      return ExitCode.DONE;
    }
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
