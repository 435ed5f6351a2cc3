package org.idiome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.idiome.knowledge.home.KnowledgeHome;
import org.idiome.knowledge.home.Release;
import org.idiome.knowledge.starter.StarterKnowledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `idiome knowledge list`: the releases of the snapshot in force.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the releases of the snapshot in force, with dates, licences and counts.",
    footer = {"", "Example: idiome knowledge list --tsv"})
final class KnowledgeListCommand implements Callable<Integer>, Faults.Asked {
  private static final List<String> COLUMNS =
      List.of(
          "snapshot",
          "source",
          "release",
          "date",
          "licence",
          "rows_read",
          "rows_kept",
          "rows_not_understood",
          "sha256",
          "rows_repeated",
          "rows_left_out",
          "redistribution",
          "importer",
          "state");

  private static final List<String> SHOWN =
      List.of("source", "release", "date", "licence", "rows kept", "not understood", "state");

  private final Shell shell;

  @Option(names = "--tsv", description = "A table with a header line.")
  private boolean isTsv;

  @Option(names = "--json", description = "One JSON document.")
  private boolean isJson;

  @Option(
      names = "--all",
      description = "Also older and retired releases, and the tables that ship with Idiome.")
  private boolean isAll;

  @Option(names = "--snapshots", description = "The snapshots that were in force, oldest first.")
  private boolean isSnapshots;

  @Mixin private final KnowledgeOptions knowledge = new KnowledgeOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  KnowledgeListCommand(Shell shell) {
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
    try {
      if (isSnapshots) {
        var ids = new StringBuilder();
        knowledge.home().snapshots().forEach(id -> ids.append(id).append('\n'));
        shell.print(ids.toString());
      } else {
        print();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitCode.DONE;
  }

  private void print() throws IOException {
    var home = knowledge.home();
    var inForce = home.inForce();
    var snapshot = KnowledgeHome.manifest(inForce.values()).id().shortText();
    var rows = new ArrayList<List<String>>();
    if (isAll || isTsv || isJson) {
      starter(snapshot).forEach(rows::add);
    }
    for (var release : home.releases()) {
      boolean isIn = release.equals(inForce.get(release.card().source()));
      if (isIn || isAll) {
        rows.add(row(release, isIn ? snapshot : ""));
      }
    }
    if (isJson) {
      shell.print(Tables.json(COLUMNS, rows).pretty());
    } else if (isTsv) {
      shell.print(Tables.tsv(COLUMNS, rows));
    } else {
      shell.print(
          "snapshot "
              + snapshot
              + ", in "
              + home.root()
              + "\n"
              + Tables.forEyes(SHOWN, eyes(rows)));
      if (rows.isEmpty() && !common.quiet) {
        shell.say(
            "nothing but what ships with Idiome ("
                + StarterKnowledge.shipped().releases().size()
                + " tables, see --all)");
        shell.say("  bring a publisher's file: idiome knowledge import FILE");
      }
    }
  }

  private static List<List<String>> eyes(List<List<String>> rows) {
    return rows.stream()
        .map(row ->
            List.of(
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(6),
                row.get(7),
                row.get(13)))
        .toList();
  }

  private static List<List<String>> starter(String snapshot) {
    var rows = new ArrayList<List<String>>();
    for (var table : StarterKnowledge.shipped().releases()) {
      rows.add(
          List.of(
              snapshot,
              table.source(),
              table.release(),
              table.date() == null ? "" : table.date().toString(),
              table.licence(),
              Long.toString(table.rowsRead()),
              Long.toString(table.rowsKept()),
              Long.toString(table.rowsNotUnderstood()),
              table.hash().hex(),
              "0",
              "0",
              "allowed",
              table.importerVersion(),
              "in force"));
    }
    return rows;
  }

  private static List<String> row(Release release, String snapshot) {
    var card = release.card();
    var rows = card.rows();
    var date = card.statement().date();
    return List.of(
        snapshot,
        card.source(),
        card.release(),
        date == null ? "" : date.toString(),
        card.licence().name(),
        Long.toString(rows.read()),
        Long.toString(rows.kept()),
        Long.toString(rows.notUnderstood()),
        card.published().hex(),
        Long.toString(rows.duplicate()),
        Long.toString(rows.leftOut()),
        card.licence().redistribution().name().toLowerCase(Locale.ROOT),
        card.format() + " " + card.importerVersion(),
        release.isRetired() ? "retired" : snapshot.isEmpty() ? "older" : "in force");
  }
}
