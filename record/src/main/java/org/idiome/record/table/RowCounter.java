package org.idiome.record.table;

import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;

/// Takes or refuses rows, and counts them.
final class RowCounter {
  private final OpenTable table;
  private final RowTarget target;
  private final int valuesBefore;
  private final int statementsBefore;
  private long read;
  private long noted;
  private long refused;
  private int remains;

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
    boolean isSound = false;
    try {
      requireSound(row);
      isSound = true;
      reader.read(row);
      if (target.problems().count() > problems) {
        noted++;
      }
    } catch (RowRefused e) {
      target.quantities().shrinkTo(values);
      target.statements().subList(statements, target.statements().size()).clear();
      target.problems().add(e.problem());
      refused++;
      if (isSound) {
        reader.refused(row);
        remains += target.quantities().size() - values;
      }
    }
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

  TableCount end() {
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
