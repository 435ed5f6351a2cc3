package org.idiome.record.table;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;

/// What became of the rows of a table.
///
/// @param name of the file
/// @param rowsRead rows below the header
/// @param rowsKept rows taken, those with a note among them
/// @param rowsNoted rows taken with something to be said
/// @param rowsRefused rows not taken, each with a problem
/// @param values quantities made of them, missing ones among them
/// @param statements statements made of them
public record TableCount(
    String name,
    long rowsRead,
    long rowsKept,
    long rowsNoted,
    long rowsRefused,
    long values,
    long statements)
    implements Canonical {

  /// Refuses counts that do not add up.
  public TableCount {
    if (rowsKept + rowsRefused != rowsRead || rowsNoted > rowsKept) {
      throw new IllegalArgumentException("rows do not add up");
    }
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("name", name)
        .put("rows_read", rowsRead)
        .put("rows_kept", rowsKept)
        .put("rows_noted", rowsNoted)
        .put("rows_refused", rowsRefused)
        .put("values", values)
        .put("statements", statements)
        .end();
  }
}
