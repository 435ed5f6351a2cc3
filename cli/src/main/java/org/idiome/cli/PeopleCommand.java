package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.idiome.core.canonical.Json;
import org.idiome.store.Rows;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `idiome people`: everybody in the store.
@Command(
    name = "people",
    mixinStandardHelpOptions = true,
    header = "Everybody in the store, with what is known of them.",
    description = "Lists everybody in the store, with what is known of them.",
    footer = {"", "Example: idiome people --tsv"})
final class PeopleCommand implements Callable<Integer>, Faults.Asked {
  private static final List<String> COLUMNS =
      List.of("person", "cases", "layers", "first_date", "last_date", "batches", "findings");

  private final Shell shell;

  @Option(names = "--tsv", description = "A table with a header line.")
  private boolean isTsv;

  @Option(names = "--json", description = "One JSON document.")
  private boolean isJson;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  PeopleCommand(Shell shell) {
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
    List<Rows.PersonLine> people;
    try (var reader = store.read()) {
      people = reader.people(store.batch(reader));
    }
    if (isJson) {
      shell.print(new Json.Arr(people.stream().map(PeopleCommand::json).toList()).pretty());
      return ExitCode.DONE;
    }
    var rows = new ArrayList<List<String>>();
    people.forEach(person -> rows.add(row(person)));
    shell.print(isTsv ? Tables.tsv(COLUMNS, rows) : Tables.forEyes(COLUMNS, rows));
    return ExitCode.DONE;
  }

  /// Runs are not kept yet, so nothing is said of findings.
  private static List<String> row(Rows.PersonLine person) {
    return List.of(
        person.id(),
        Long.toString(person.cases()),
        String.join(",", person.layers()),
        text(person.firstDay()),
        text(person.lastDay()),
        Long.toString(person.batches()),
        "");
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Json json(Rows.PersonLine person) {
    return Json.object()
        .put("person", person.id())
        .put("cases", person.cases())
        .put("layers", Json.strings(person.layers()))
        .put("first_date", person.firstDay())
        .put("last_date", person.lastDay())
        .put("batches", person.batches())
        .end();
  }
}
