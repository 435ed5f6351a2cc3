package org.idiome.cli;

import java.util.List;
import org.idiome.record.door.OpenPerson;
import org.idiome.store.Rows;
import org.jspecify.annotations.Nullable;

/// The rows of `show --sources`: what is in force of a person, a row for each source, as `split`
/// and `withdraw` call it.
final class SourcesTable {
  static final List<String> COLUMNS =
      List.of(
          "person",
          "source",
          "subject",
          "observations",
          "files",
          "batch",
          "recorded",
          "command",
          "author",
          "reason");

  private SourcesTable() {}

  static List<List<String>> rows(OpenPerson open) {
    var id = open.id();
    return open.store().sources(id, open.batch()).stream().map(line -> row(id, line)).toList();
  }

  private static List<String> row(String person, Rows.SourceLine line) {
    return List.of(
        person,
        line.source(),
        line.subject(),
        Long.toString(line.observations()),
        line.files(),
        Long.toString(line.batch()),
        line.recorded(),
        line.command(),
        text(line.author()),
        text(line.reason()));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
