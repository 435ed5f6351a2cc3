package org.idiome.care.laboratory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Explanation.Note;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Statement;
import org.idiome.core.source.SourceRow;
import org.idiome.profile.Profile;

/// Rows that could not be read, of the tables that the values of a series come from. Each may have
/// been of any feature, at any time.
///
/// @param rows the first of them
record LostRows(long count, List<SourceRow> rows) {
  private static final String KIND = "row_not_read";

  LostRows {
    rows = List.copyOf(rows);
  }

  /// Whether a statement is that rows were lost.
  static boolean are(Statement statement) {
    return statement.kind().equals(KIND);
  }

  /// @param statements those that say that rows were lost
  static LostRows of(Series series, List<Statement> statements) {
    var files = new HashSet<Integer>();
    for (var readings : List.of(series.latest(), series.earlier(), series.missing())) {
      readings.forEach(reading -> reading.rows().forEach(row -> files.add(row.file())));
    }
    long count = 0;
    var rows = new ArrayList<SourceRow>();
    for (var statement : statements) {
      if (files.contains(statement.rows().getFirst().file())) {
        rows.addAll(statement.rows());
        var stated = statement.qualifier("count");
        count +=
            stated != null && stated.value() instanceof Value.Count(long number)
                ? number
                : statement.rows().size();
      }
    }
    return new LostRows(count, rows);
  }

  /// How many there are, and the first of them.
  List<Explanation> limits(Profile profile) {
    return List.of(
        new Note(Note.Kind.LIMIT, KIND, Details.NONE.count("count", count)),
        new Explanation.Row(profile.cite(rows.getFirst(), null).row()));
  }
}
