package org.idiome.cli;

import java.util.List;
import org.idiome.core.canonical.Json;
import org.idiome.record.door.OpenPerson;
import org.idiome.record.kept.KeptRun;
import org.idiome.store.Remnants;
import org.idiome.store.journal.RunRow;

/// The rows of `show --runs`: one for each run that was kept, in that order.
final class RunsTable {
  static final List<String> COLUMNS =
      List.of(
          "person",
          "number",
          "recorded",
          "at",
          "known_by",
          "batch",
          "purpose",
          "findings",
          "found",
          "findings_digest",
          "profile_state",
          "run",
          "snapshot",
          "software");

  /// Those that one reads.
  static final List<String> SHOWN =
      List.of("number", "kept", "at", "known_by", "batch", "purpose", "findings", "found", "id");

  private RunsTable() {}

  static List<String> row(RunRow run) {
    var head = run.head();
    return List.of(
        run.person(),
        Long.toString(run.number()),
        run.recorded(),
        setting(run, "at"),
        setting(run, "known_by"),
        Long.toString(head.batch()),
        head.purpose(),
        Long.toString(run.findings()),
        Long.toString(run.found()),
        run.findingsDigest().hex(),
        head.profileState().hex(),
        run.id().hex(),
        head.snapshot(),
        KeptRun.of(run).inputs().software().release());
  }

  static List<String> shown(RunRow run) {
    return List.of(
        Long.toString(run.number()),
        run.recorded().substring(0, 16).replace('T', ' '),
        setting(run, "at"),
        setting(run, "known_by"),
        Long.toString(run.head().batch()),
        run.head().purpose(),
        Long.toString(run.findings()),
        Long.toString(run.found()),
        run.id().shortHex());
  }

  static Json json(List<RunRow> runs) {
    return Tables.json(COLUMNS, runs.stream().map(RunsTable::row).toList());
  }

  /// Words for runs that went with inputs of somebody who was erased; empty where none could.
  static String erased(OpenPerson open) {
    return open.gaps().isEmpty()
        ? ""
        : "; runs of some batches went with inputs of somebody who was erased: "
            + String.join(", ", open.gaps().stream().map(RunsTable::stretch).toList());
  }

  private static String stretch(Remnants.Gap gap) {
    long last = gap.end() - 1;
    return gap.from() == last ? Long.toString(last) : gap.from() + " to " + last;
  }

  private static String setting(RunRow run, String name) {
    return KeptRun.of(run).inputs().settings().values().getOrDefault(name, "");
  }
}
