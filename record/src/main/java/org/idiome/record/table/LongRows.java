package org.idiome.record.table;

import org.idiome.core.problem.ProblemCode;
import org.idiome.core.time.When;
import org.idiome.genomics.row.RowSplitter;
import org.jspecify.annotations.Nullable;

/// Reads rows that hold one value each.
final class LongRows implements RowReader {
  private final OpenTable table;
  private final RowParts parts;
  private final @Nullable TimeReader times;

  LongRows(OpenTable table, Conventions conventions, RowTarget target) {
    this.table = table;
    this.parts = new RowParts(table, conventions, target);
    var kind = table.description().timeKind();
    this.times = kind == null ? null : new TimeReader(kind, conventions);
  }

  @Override
  public void read(RowSplitter row) {
    var columns = table.columns();
    var specimen = parts.specimen(row, columns.specimen.text(row));
    parts.add(row, columns.value.column(), parts.shared(row), when(row, specimen), specimen);
  }

  @Override
  public boolean isOfOneValue() {
    return true;
  }

  @Override
  public boolean refused(RowSplitter row) {
    var columns = table.columns();
    if (!parts.tellsWhatOf(row)) {
      return false;
    }
    var specimen = parts.specimen(row, columns.specimen.text(row));
    var when = stated(columns.time.text(row), specimen);
    return parts.addNothing(row, when == null ? When.notStated() : when, specimen);
  }

  @Override
  public boolean uneven(RowSplitter row) {
    var columns = table.columns();
    if (!parts.tellsWhatOf(row) || !parts.isWhole(row, columns.time) || !parts.isKnown(row)) {
      return false;
    }
    var named = columns.specimen.text(row);
    boolean isStrange = columns.specimen.isColumn() && !table.specimens().containsKey(named);
    var when = isStrange ? null : stated(columns.time.text(row), named.isEmpty() ? null : named);
    return when != null && parts.addNothing(row, when, parts.specimen(row, named));
  }

  private When when(RowSplitter row, @Nullable String specimen) {
    var text = table.columns().time.text(row);
    var when = stated(text, specimen);
    if (when == null) {
      var fits = TimeReader.fitting(text);
      var found = Quoted.of(text);
      throw fits == null
          ? parts.refuse(row, ProblemCode.TABLE_TIME_NOT_UNDERSTOOD, "found", found)
          : parts.refuse(
              row, ProblemCode.TABLE_TIME_NOT_UNDERSTOOD, "found", found, "fits", fits.code());
    }
    if (TimeReader.isUnstatedDayZero(when, table.description())) {
      parts.note(row, ProblemCode.TABLE_STUDY_DAY_ZERO);
    }
    return when;
  }

  /// As stated, or when the specimen was collected; null where the text is no time.
  private @Nullable When stated(String text, @Nullable String specimen) {
    var when = times == null ? When.notStated() : times.read(text);
    return when instanceof When.NotStated && specimen != null
        ? table.specimens().getOrDefault(specimen, when)
        : when;
  }
}
