package org.idiome.record.table;

import org.idiome.genomics.row.RowSplitter;

/// Turns one row of a table into what it says.
sealed interface RowReader permits LongRows, WideRows {
  /// Reads a row whole, or throws [RowRefused].
  void read(RowSplitter row);

  /// Whether a row says one thing alone: where its value cannot be used, nothing of it is.
  boolean isOfOneValue();

  /// Keeps what stays of a row that was refused: that something was measured, where of what can be
  /// read. Without it an older value would pass for the latest.
  ///
  /// @return whether the row says of what; else it may have been of anything
  boolean refused(RowSplitter row);

  /// The same for a row with another number of fields than the header: what it is of is taken from
  /// it only where that agrees with the rows before it, for its fields may have moved.
  boolean uneven(RowSplitter row);
}
