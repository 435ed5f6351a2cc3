package org.idiome.care.laboratory;

import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.ValueConflict;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// That two files say two values of what came last: no time of day settles that, but the files.
///
/// @param columns of the layer
record Contradicted(QuantityColumns columns, ValueConflict conflict) {
  static final String SETTLES = "file_that_is_right";

  /// The first of the conflicts that is about the latest values of a series, or null.
  static @Nullable Contradicted of(
      Series series, QuantityColumns columns, List<ValueConflict> conflicts) {
    for (var conflict : conflicts) {
      if (isLatest(series, columns, conflict.row())
          && isLatest(series, columns, conflict.other())) {
        return new Contradicted(columns, conflict);
      }
    }
    return null;
  }

  private static boolean isLatest(Series series, QuantityColumns columns, int row) {
    return series.feature().key().equals(columns.feature(row).key())
        && series.latest().stream().anyMatch(one -> one.rows().containsAll(columns.rows(row)));
  }

  /// Both values, and the files that say them.
  Details details(Profile profile) {
    return Details.NONE
        .with("time", new Value.Time(columns.when(conflict.row())))
        .word("detail", "files_contradict")
        .with("value", new Value.Measured(columns.quantity(conflict.row()).amount()))
        .text("file", profile.file(columns.row(conflict.row())).name())
        .with("other_value", new Value.Measured(columns.quantity(conflict.other()).amount()))
        .text("other_file", profile.file(columns.row(conflict.other())).name());
  }
}
