package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.record.door.Audit;
import org.idiome.record.door.Purpose;
import org.idiome.store.journal.AuditRow;

/// A record of processing as GDPR article 30 asks for it, made of the audit: for what, on what
/// basis, of how many persons, which kinds of data, by whom, from when to when.
final class ProcessingTable {
  static final List<String> COLUMNS =
      List.of(
          "purpose",
          "basis",
          "command",
          "who",
          "readings",
          "refused",
          "persons",
          "layers",
          "first",
          "last");

  private ProcessingTable() {}

  /// Sorted by purpose, command and reader.
  static List<List<String>> rows(Audit audit) {
    var groups = new TreeMap<String, List<AuditRow>>();
    for (var row : audit.rows()) {
      var said = row.said();
      var key = said.purpose() + "\t" + said.command() + "\t" + said.who();
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
    }
    return groups.values().stream().map(group -> row(group, audit)).toList();
  }

  private static List<String> row(List<AuditRow> rows, Audit audit) {
    var said = rows.getFirst().said();
    var persons = new TreeSet<String>();
    var layers = new TreeSet<String>();
    long refused = 0;
    long everybody = 0;
    for (var row : rows) {
      var person = row.said().person();
      var results = row.said().results();
      if (audit.isOfEverybody(row)) {
        everybody = Math.max(everybody, results == null ? 0 : results);
      } else if (person != null) {
        persons.add(person.hex());
      }
      layers.addAll(row.said().layers());
      refused += row.said().outcome() == AuditRow.Outcome.REFUSED ? 1 : 0;
    }
    return List.of(
        said.purpose(),
        basis(said.purpose()),
        said.command(),
        said.who(),
        Long.toString(rows.size()),
        Long.toString(refused),
        Long.toString(Math.max(everybody, persons.size())),
        String.join(",", layers),
        rows.getFirst().recorded(),
        rows.getLast().recorded());
  }

  /// Articles of the GDPR, as ADR 0013 lays them to purposes.
  private static String basis(String code) {
    var purpose = Purpose.of(code);
    if (purpose == null) {
      return "5(2)";
    }
    return switch (purpose) {
      case CARE -> "6(1)(c,e), 9(2)(h)";
      case OWN_USE -> "15, 20";
      case RESEARCH, SECONDARY_FINDINGS, KIN, SHARING -> "6(1)(a), 9(2)(a)";
    };
  }
}
