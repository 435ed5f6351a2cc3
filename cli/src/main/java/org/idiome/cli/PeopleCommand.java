package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.idiome.core.canonical.Json;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.door.PeopleList;
import org.idiome.report.words.Quoted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `idiome people`: everybody in the store.
@Command(
    name = "people",
    mixinStandardHelpOptions = true,
    header = "Everybody in the store, with what is known of them.",
    description = {
      "Lists everybody in the store, with what is known of them. Findings are those of the newest",
      "run that were found; what was excluded or not assessed is not counted."
    },
    footer = {"", "Example: idiome people --tsv"})
final class PeopleCommand implements Callable<Integer>, Faults.Asked {
  private static final List<String> COLUMNS =
      List.of(
          "person", "cases", "layers", "first_date", "last_date", "batches", "findings", "held");

  /// The same for eyes: the findings are those that were found; who is held is said in words.
  private static final List<String> SHOWN =
      List.of("person", "cases", "layers", "first_date", "last_date", "batches", "found");

  private final Shell shell;

  @Option(names = "--tsv", description = "A table with a header line.")
  private boolean isTsv;

  @Option(names = "--json", description = "One JSON document.")
  private boolean isJson;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final DoorOptions asking = new DoorOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

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
    Tables.checkForms(isJson, isTsv, spec);
    List<PeopleList.Listed> listed;
    try (var door = asking.open(store)) {
      listed = door.people(store.batch(door));
      door.losses().forEach(one -> shell.say(StoreCommand.problem(one)));
    }
    int exit = said(listed);
    var people = listed.stream().filter(person -> person.state().isOfPerson()).toList();
    if (isJson) {
      shell.print(new Json.Arr(people.stream().map(PeopleCommand::json).toList()).pretty());
      return exit;
    }
    var rows = new ArrayList<List<String>>();
    int columns = isTsv ? COLUMNS.size() : SHOWN.size();
    people.forEach(person -> rows.add(row(person).subList(0, columns)));
    shell.print(isTsv ? Tables.tsv(COLUMNS, rows) : Tables.forEyes(SHOWN, rows));
    return exit;
  }

  /// Names those who could not be looked at, and answers with the exit code.
  private int said(List<PeopleList.Listed> people) {
    int exit = ExitCode.DONE;
    for (var person : people) {
      switch (person.state()) {
        case OPEN, HELD -> {}
        case UNTOLD -> {
          var place = Place.file(Quoted.text(person.id()));
          shell.say(Problem.of(ProblemCode.STORE_INPUTS_ERASED, place));
          exit = Math.max(exit, ExitCode.PARTLY);
        }
        case DAMAGED -> {
          damaged("idiome.sqlite", "what is kept of " + Quoted.text(person.id()));
          exit = ExitCode.MACHINE;
        }
        case OF_NOBODY -> {
          damaged("idiome.sqlite", Quoted.text(person.id()));
          exit = ExitCode.MACHINE;
        }
        case RUN_DAMAGED -> {
          damaged("journal.sqlite", Quoted.text(person.id()));
          exit = ExitCode.MACHINE;
        }
      }
    }
    return Math.max(exit, held(people));
  }

  /// Names whom a restore holds, once for each restore, and how they can be read again.
  private int held(List<PeopleList.Listed> people) {
    var held = new TreeMap<Long, List<String>>();
    for (var person : people) {
      var hold = person.hold();
      if (hold != null) {
        held.computeIfAbsent(hold.batch(), _ -> new ArrayList<>()).add(person.id());
      }
    }
    held.forEach((batch, ids) -> {
      shell.say(
          "not read, for not all that was said of them could be recorded again: "
              + Persons.named(ids));
      shell.say(
          "  record what is missing, which show names (idiome consent, idiome settle --withdraw),"
              + " then: idiome store accept "
              + batch
              + " --author NAME --reason TEXT");
    });
    return held.isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
  }

  private void damaged(String file, String said) {
    shell.say(Problem.of(ProblemCode.STORE_DAMAGED, Place.file(file), "said", said));
  }

  private static List<String> row(PeopleList.Listed person) {
    var line = person.line();
    var hold = person.hold();
    return line == null
        ? List.of(
            person.id(), "", "", "", "", "", "", hold == null ? "" : Long.toString(hold.batch()))
        : List.of(
            person.id(),
            Long.toString(line.cases()),
            String.join(",", line.layers()),
            text(line.firstDay()),
            text(line.lastDay()),
            Long.toString(line.batches()),
            person.found() == null ? "" : person.found().toString(),
            "");
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Json json(PeopleList.Listed person) {
    var out = Json.object().put("person", person.id());
    var line = person.line();
    if (line != null) {
      out.put("cases", line.cases())
          .put("layers", Json.strings(line.layers()))
          .put("first_date", line.firstDay())
          .put("last_date", line.lastDay())
          .put("batches", line.batches());
    }
    var hold = person.hold();
    if (hold != null) {
      out.put("held", hold.batch());
    }
    var found = person.found();
    return (found == null ? out : out.put("findings", found)).end();
  }
}
