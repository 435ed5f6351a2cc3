package org.idiome.store;

import java.util.List;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;

/// What damage took from a person and gave to somebody else, or to nobody: given back before the
/// person is erased, so that it goes, too. Only what a digest or a link tells to be theirs.
final class Astray {
  private static final String FOREIGN =
      "SELECT s.segment FROM intake i JOIN intake_segment l USING (intake)"
          + " JOIN segment s USING (segment) WHERE s.person <> i.person";

  /// Inputs that are gone, of whom a segment of the person is left.
  private static final String GONE =
      "SELECT l.intake FROM intake_segment l JOIN segment s USING (segment) WHERE s.person = ?"
          + " AND l.intake NOT IN (SELECT intake FROM intake)";

  /// Lines of a file that the person has, with somebody who has not.
  private static final String LINES =
      " WHERE person <> ?1 AND sha256 IN (SELECT f.sha256 FROM intake_file f"
          + " JOIN intake i USING (intake) WHERE i.person = ?1) AND NOT EXISTS (SELECT 1"
          + " FROM intake_file f JOIN intake i USING (intake)"
          + " WHERE i.person = source_lines.person AND f.sha256 = source_lines.sha256)";

  /// Rows of segments that nobody has.
  private static final List<String> OF_SEGMENTS = List.of("statement", "quantity", "segment_part");

  /// Rows of inputs.
  private static final List<String> OF_INTAKES =
      List.of("intake_file", "source_row", "intake_segment");

  /// Tables of rows, with the segments that have none there.
  private static final List<String> OUT_OF_PLACE =
      List.of(
          "SELECT 1 FROM statement WHERE segment IN"
              + " (SELECT segment FROM segment WHERE shape <> 'statement') LIMIT 1",
          "SELECT 1 FROM quantity WHERE segment IN (SELECT segment FROM segment WHERE"
              + " shape <> 'quantity' OR segment IN (SELECT segment FROM segment_part)) LIMIT 1");

  private final Sql sql;
  private final StoreReader reader;
  private final long person;

  private record Kept(Rows.IntakeRow intake, String digest) {}

  Astray(Sql sql, StoreReader reader, long person) {
    this.sql = sql;
    this.reader = reader;
    this.person = person;
  }

  /// Gives back what can be told to be theirs.
  ///
  /// @return whether they are not as they were written even so
  boolean gather() {
    if (isAsWritten()) {
      return false;
    }
    for (var kept : intakes("person <> ?")) {
      if (!isSame(kept.intake(), kept.digest()) && isSame(own(kept.intake()), kept.digest())) {
        sql.change("UPDATE intake SET person = ? WHERE intake = ?", person, kept.intake().intake());
      }
    }
    for (var kept : intakes("person = ?")) {
      if (isSame(kept.intake(), kept.digest())) {
        sql.change(
            "UPDATE segment SET person = ? WHERE segment IN"
                + " (SELECT segment FROM intake_segment WHERE intake = ?)",
            person,
            kept.intake().intake());
      }
    }
    sql.change("UPDATE OR IGNORE source_lines SET person = ?1" + LINES, person);
    for (long gone : sql.list(GONE, row -> row.number(1), person)) {
      for (var table : OF_INTAKES) {
        sql.change("DELETE FROM " + table + " WHERE intake = ?", gone);
      }
    }
    return !isAsWritten();
  }

  /// Deletes rows whose segment nobody has, once the person is gone: where theirs did not add up,
  /// they may be theirs. Of dense rows each says whose it is.
  void dropNobodys() {
    dropOfSegments(sql);
  }

  private static void dropOfSegments(Sql sql) {
    for (var table : OF_SEGMENTS) {
      sql.run("DELETE FROM " + table + " WHERE segment NOT IN (SELECT segment FROM segment)");
    }
  }

  /// Deletes rows whose segment or input nobody has.
  static void dropOrphans(Sql sql) {
    dropOfSegments(sql);
    for (var table : OF_INTAKES) {
      sql.run("DELETE FROM " + table + " WHERE intake NOT IN (SELECT intake FROM intake)");
    }
  }

  /// Whether rows are left, once the person is gone, that are somebody else's by damage, or
  /// nobody's.
  boolean isLeft() {
    // The row of the batch in the making is written last.
    return sql.list("PRAGMA foreign_key_check", row -> row.text(3)).stream()
            .anyMatch(parent -> !parent.equals("batch"))
        || !sql.list(FOREIGN + " LIMIT 1", row -> row.number(1)).isEmpty()
        || !PersonSeals.damaged(sql).isEmpty()
        || OUT_OF_PLACE.stream().anyMatch(rows -> !sql.list(rows, row -> 1).isEmpty())
        || !areIntakesAsWritten("? IS NOT NULL")
        || !areSegmentsAsWritten("<> ?");
  }

  private boolean areIntakesAsWritten(String which) {
    return intakes(which).stream().allMatch(kept -> isSame(kept.intake(), kept.digest()));
  }

  private record Asked(long segment, String layer, String shape) {}

  /// Rows of the catalogue by their digests; of dense ones which there are said to be.
  private boolean areSegmentsAsWritten(String which) {
    return sql
        .list(
            "SELECT segment, layer, shape FROM segment WHERE person " + which + " ORDER BY segment",
            row -> new Asked(row.number(1), row.text(2), row.text(3)),
            person)
        .stream()
        .allMatch(this::isAsWritten);
  }

  private boolean isAsWritten(Asked segment) {
    var rows = new HeldRows(sql);
    try {
      switch (segment.shape()) {
        case "statement" -> rows.statements(segment.segment());
        case "quantity" -> {
          if (reader.partsOf(segment.segment()).isEmpty()) {
            rows.quantities(segment.segment(), StoreCheck.layer(segment.layer()));
          }
        }
        default -> {}
      }
      reader.requireSum(segment.segment());
      return true;
    } catch (StoreFault | IllegalArgumentException | IllegalStateException _) {
      return false;
    }
  }

  private boolean isAsWritten() {
    return PersonSeals.isWhole(sql, person)
        && areIntakesAsWritten("person = ?")
        && areSegmentsAsWritten("= ?")
        && sql.list(FOREIGN + " AND ?1 IN (s.person, i.person) LIMIT 1", row -> 1, person).isEmpty()
        && sql.list("SELECT 1 FROM source_lines" + LINES + " LIMIT 1", row -> 1, person).isEmpty();
  }

  private List<Kept> intakes(String which) {
    return sql.list(
        "SELECT intake, person, source, subject, batch, inputs, content, digest FROM intake WHERE "
            + which
            + " ORDER BY intake",
        row -> new Kept(Intakes.ROW.of(row), row.text(8)),
        person);
  }

  private Rows.IntakeRow own(Rows.IntakeRow row) {
    return new Rows.IntakeRow(
        row.intake(),
        person,
        row.source(),
        row.subject(),
        row.batch(),
        row.inputs(),
        row.content());
  }

  private boolean isSame(Rows.IntakeRow intake, String digest) {
    return reader.digest(intake).hex().equals(digest);
  }
}
