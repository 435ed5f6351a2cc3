package org.idiome.care.pharmacogenes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.care.pharmacogenes.observe.Evidence;
import org.idiome.core.concept.Citation;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.SourceRow;
import org.idiome.knowledge.Knowledge;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// Cites rows: those of the person's files, and those of the tables.
final class Rows {
  private static final int FIRST_SAMPLE = 9;
  private static final String UNRELEASED = "unreleased";

  private final Profile profile;
  private final Map<String, String> releases = new HashMap<>();

  Rows(Profile profile, Knowledge knowledge) {
    this.profile = profile;
    knowledge.releases().forEach(one -> releases.put(one.source(), one.release()));
  }

  /// A record of a variant file, the sample's column marked.
  Explanation.Row record(Evidence evidence) {
    return record(evidence.row());
  }

  /// A record of a variant file, the sample's column marked.
  Explanation.Row record(SourceRow row) {
    var whole = profile.cite(row, null);
    var columns = whole.row().text().split("\t", -1);
    return columns.length == FIRST_SAMPLE + 1
        ? new Explanation.Row(whole.row().marked(columns[FIRST_SAMPLE]))
        : whole;
  }

  /// A row of a table.
  static Explanation.Row known(CitedRow row) {
    return new Explanation.Row(row);
  }

  /// A rule of a table: its row, the table's release, the publication that the row names.
  Explanation.Rule rule(String code, CitedRow row, Details details, List<Explanation> children) {
    return new Explanation.Rule(code, release(row), citation(row), details, row, children);
  }

  private String release(CitedRow row) {
    var name = row.file().name();
    int dot = name.lastIndexOf('.');
    var release = releases.get(dot < 0 ? name : name.substring(0, dot));
    return release == null ? UNRELEASED : release;
  }

  /// What a row of a table names in its column `citation`.
  ///
  /// @throws IllegalArgumentException where it names none
  static Citation citation(CitedRow row) {
    var cell = cell(row, "citation");
    if (cell == null) {
      throw new IllegalArgumentException("no citation in " + row.file().name());
    }
    return Citation.of(cell);
  }

  private static @Nullable String cell(CitedRow row, String column) {
    var header = row.header();
    if (header == null) {
      return null;
    }
    int place = Arrays.asList(header.split("\t", -1)).indexOf(column);
    var cells = row.text().split("\t", -1);
    return place < 0 || place >= cells.length ? null : cells[place];
  }
}
