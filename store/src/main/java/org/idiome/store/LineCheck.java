package org.idiome.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.journal.Journal;

/// Whether the lines of every table that is kept reach as far as any row of it cites them.
final class LineCheck {
  private final Sql sql;
  private final StoreReader reader;
  private final Set<Long> damagedSegments;
  private final Map<File, Long> cited = new HashMap<>();

  /// A file of an intake.
  private record File(long intake, long ordinal) {}

  private record Table(File file, long headerLine, String person, long last) {}

  /// @param damagedSegments those whose rows cannot be believed
  LineCheck(Sql sql, StoreReader reader, Set<Long> damagedSegments) {
    this.sql = sql;
    this.reader = reader;
    this.damagedSegments = damagedSegments;
  }

  /// Tables of which lines are missing behind the last that is kept, each with the first.
  List<Journal.Damage> damaged() {
    statements();
    quantities();
    dense();
    var damage = new ArrayList<Journal.Damage>();
    for (var table :
        sql.list(
            "SELECT f.intake, f.ordinal, f.header_line, p.id, (SELECT coalesce(max(l.last), 0)"
                + " FROM source_lines l WHERE l.person = i.person AND l.sha256 = f.sha256)"
                + " FROM intake_file f JOIN intake i USING (intake) JOIN person p USING (person)"
                + " WHERE f.header_line > 0 AND f.sha256 IS NOT NULL"
                + " ORDER BY f.intake, f.ordinal",
            row ->
                new Table(
                    new File(row.number(1), row.number(2)),
                    row.number(3),
                    row.text(4),
                    row.number(5)))) {
      var last = cited.get(table.file());
      if (last != null && table.last() < Math.max(last, table.headerLine())) {
        damage.add(new Journal.Damage(table.person(), "lines from " + (table.last() + 1)));
      }
    }
    return damage;
  }

  private void cites(long intake, long ordinal, long line) {
    cited.merge(new File(intake, ordinal), line, Math::max);
  }

  private void statements() {
    sql.each(
        "SELECT l.intake, l.segment, s.locators FROM intake_segment l"
            + " JOIN statement s USING (segment)",
        row -> {
          if (damagedSegments.contains(row.number(2))) {
            return;
          }
          for (var locator : row.text(3).split(" ", -1)) {
            int colon = locator.indexOf(':');
            cites(
                row.number(1),
                Long.parseLong(locator.substring(0, colon)),
                Long.parseLong(locator.substring(colon + 1)));
          }
        });
  }

  private void quantities() {
    sql.each(
        "SELECT l.intake, l.ordinal, l.segment, max(q.locator), group_concat(q.more, ' ')"
            + " FROM intake_segment l JOIN quantity q USING (segment)"
            + " GROUP BY l.intake, l.ordinal, l.segment",
        row -> {
          if (damagedSegments.contains(row.number(3))) {
            return;
          }
          cites(row.number(1), row.number(2), row.number(4));
          var more = row.textOrNull(5);
          for (var locator : more == null ? new String[0] : more.split(" ", -1)) {
            cites(row.number(1), row.number(2), Long.parseLong(locator));
          }
        });
  }

  private void dense() {
    record Segment(long intake, long ordinal, long segment) {}
    for (var one :
        sql.list(
            "SELECT l.intake, l.ordinal, s.segment FROM intake_segment l"
                + " JOIN segment s USING (segment) WHERE s.shape = 'quantity'"
                + " AND s.segment IN (SELECT segment FROM segment_part)",
            row -> new Segment(row.number(1), row.number(2), row.number(3)))) {
      if (damagedSegments.contains(one.segment())) {
        continue;
      }
      try {
        cites(one.intake(), one.ordinal(), reader.lastLocator(one.segment()));
      } catch (StoreFault _) {
        // Its part or segment is named.
      }
    }
  }
}
