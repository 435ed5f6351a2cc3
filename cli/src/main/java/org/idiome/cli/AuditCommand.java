package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.door.Audit;
import org.idiome.record.door.Door;
import org.idiome.store.journal.AuditRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome audit [PERSON]`: who read what of whom.
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    header = "Who read what of whom, when and for what.",
    description = {
      "Lists who read what of whom. Persons who are gone are named by a hash that only this store",
      "can make. Reading the audit is audited."
    },
    footer = {"", "Example: idiome audit lung-01"})
final class AuditCommand implements Callable<Integer>, Faults.Asked {
  private static final String FILE = "journal.sqlite";
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "recorded",
          "who",
          "named",
          "person",
          "purpose",
          "command",
          "layers",
          "outcome",
          "results",
          "digest");
  private static final List<String> SHOWN = COLUMNS.subList(0, COLUMNS.size() - 1);

  private final Shell shell;

  @Parameters(arity = "0..1", paramLabel = "PERSON", description = "Rows about one person only.")
  private @Nullable String who;

  @Option(
      names = "--processing",
      description = "A record of processing: one row for each purpose, command and reader.")
  private boolean isProcessing;

  @Option(names = "--tsv", description = "A table with a header line.")
  private boolean isTsv;

  @Option(names = "--json", description = "One JSON document.")
  private boolean isJson;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final DoorOptions asking = new DoorOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  AuditCommand(Shell shell) {
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
    Audit audit;
    try (var door = asking.open(store)) {
      audit = door.audit(who == null ? null : id(door, who));
    }
    if (isProcessing) {
      print(ProcessingTable.COLUMNS, ProcessingTable.COLUMNS, ProcessingTable.rows(audit));
    } else {
      print(COLUMNS, SHOWN, audit.rows().stream().map(row -> row(row, audit)).toList());
    }
    for (var broken : audit.broken()) {
      shell.say(
          Problem.of(ProblemCode.STORE_DAMAGED, Place.file(FILE), "said", "chain of " + broken));
    }
    if (!common.quiet) {
      shell.say("the chain ends at row " + audit.end().rows() + ": " + audit.end().digest().hex());
    }
    return audit.broken().isEmpty() ? ExitCode.DONE : ExitCode.MACHINE;
  }

  /// Of somebody who was erased only who knows the id can ask.
  private static String id(Door door, String argument) {
    var id = Persons.id(door, Persons.called(argument));
    if (id != null) {
      return id;
    }
    if (!door.hasAudit(Persons.called(argument))) {
      throw Persons.nobody(argument);
    }
    return Persons.called(argument);
  }

  private void print(List<String> columns, List<String> shown, List<List<String>> rows) {
    if (isJson) {
      shell.print(Tables.json(columns, rows).pretty());
    } else if (isTsv) {
      shell.print(Tables.tsv(columns, rows));
    } else {
      var cut = new ArrayList<List<String>>();
      rows.forEach(row -> cut.add(row.subList(0, shown.size())));
      shell.print(Tables.forEyes(shown, cut));
    }
  }

  private static List<String> row(AuditRow row, Audit audit) {
    var said = row.said();
    return List.of(
        Long.toString(row.number()),
        row.recorded(),
        said.who(),
        text(said.named()),
        text(audit.person(row)),
        said.purpose(),
        said.command(),
        String.join(",", said.layers()),
        said.outcome().code(),
        said.results() == null ? "" : said.results().toString(),
        row.digest().hex());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
