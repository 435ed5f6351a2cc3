package org.idiome.record.table;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Absence;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.idiome.genomics.row.RowSplitter;

/// Takes or refuses rows, and counts them.
final class RowCounter {
  /// Kind of the statement that rows of a table were not read and may have been of anything in it.
  private static final String LOST = "row_not_read";

  private static final int MOST_CITED = 20;

  private final OpenTable table;
  private final RowTarget target;
  private final int valuesBefore;
  private final int statementsBefore;
  private long read;
  private long noted;
  private long refused;
  private int remains;
  private final List<SourceRow> lostRows = new ArrayList<>();
  private long lost;

  RowCounter(OpenTable table, RowTarget target) {
    this.table = table;
    this.target = target;
    this.valuesBefore = target.quantities().size();
    this.statementsBefore = target.statements().size();
  }

  /// Reads one row whole, or refuses it with a problem; of its values nothing is left behind.
  void row(RowSplitter row, RowReader reader) {
    read++;
    int values = target.quantities().size();
    int statements = target.statements().size();
    long problems = target.problems().count();
    long notPlausible = target.problems().count(ProblemCode.AMOUNT_NOT_PLAUSIBLE);
    try {
      requireSound(row);
      reader.read(row);
      if (reader.isOfOneValue()
          && target.problems().count(ProblemCode.AMOUNT_NOT_PLAUSIBLE) > notPlausible) {
        // That somebody measured is kept, and nothing else.
        refused++;
        remains += target.quantities().size() - values;
      } else if (target.problems().count() > problems) {
        noted++;
      }
    } catch (RowRefused e) {
      target.quantities().shrinkTo(values);
      target.statements().subList(statements, target.statements().size()).clear();
      target.problems().add(e.problem());
      refused++;
      boolean isTold = isEven(row) ? reader.refused(row) : reader.uneven(row);
      remains += target.quantities().size() - values;
      if (!isTold) {
        lose(row);
      }
    }
  }

  private boolean isEven(RowSplitter row) {
    return row.count() == table.columns().width() && !row.isDamaged();
  }

  private void lose(RowSplitter row) {
    if (lostRows.size() < MOST_CITED) {
      lostRows.add(target.sources().line(table.file(), row.line()));
    }
    lost++;
  }

  private void requireSound(RowSplitter row) {
    if (row.count() != table.columns().width()) {
      throw refuse(
          row,
          ProblemCode.TABLE_COLUMN_COUNT,
          "expected",
          Integer.toString(table.columns().width()),
          "found",
          Integer.toString(row.count()));
    }
    if (row.isDamaged()) {
      throw refuse(row, ProblemCode.TABLE_QUOTE_NOT_CLOSED);
    }
    // What nothing uses may hold anything.
    for (int field : table.columns().used()) {
      requireSound(row, field);
    }
  }

  private void requireSound(RowSplitter row, int field) {
    if (!row.isUtf8(field)) {
      throw refuse(row, ProblemCode.FILE_NOT_UTF8, "column", Integer.toString(field + 1));
    }
    int control = row.controlCharacter(field);
    if (control >= 0) {
      throw refuse(
          row,
          ProblemCode.FILE_CONTROL_CHARACTER,
          "character",
          "U+00" + hex(control),
          "column",
          Integer.toString(field + 1));
    }
  }

  private static String hex(int control) {
    return (control < 16 ? "0" : "") + Integer.toHexString(control);
  }

  private RowRefused refuse(RowSplitter row, ProblemCode code, String... values) {
    return new RowRefused(
        Problem.of(code, Reach.RECORD, Place.line(table.name(), row.line()), values));
  }

  /// Ends the table; rows that do not even say what they are of leave one statement that they were
  /// there, so that nobody takes what was read for all there is.
  TableCount end() {
    var count = count();
    if (lost > 0) {
      target
          .statements()
          .add(
              new Statement(
                  table.description().layer(),
                  LOST,
                  Coded.of(LOST),
                  Absence.NOT_STATED,
                  When.notStated(),
                  List.of(new Qualifier("count", new Value.Count(lost))),
                  null,
                  null,
                  lostRows));
    }
    return count;
  }

  private TableCount count() {
    return new TableCount(
        table.name(),
        read,
        read - refused,
        noted,
        refused,
        target.quantities().size() - valuesBefore - remains,
        target.statements().size() - statementsBefore);
  }
}
