package org.idiome.record.table;

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
    long statements) {

  /// Refuses counts that do not add up.
  public TableCount {
    if (rowsKept + rowsRefused != rowsRead || rowsNoted > rowsKept) {
      throw new IllegalArgumentException("rows do not add up");
    }
  }
}
