package org.idiome.record.table;

/// Turns one row of a table into what it says.
sealed interface RowReader permits LongRows, WideRows {
  /// Reads a row whole, or throws [RowRefused].
  void read(RowSplitter row);

  /// Keeps what stays of a row that was refused: that something was measured, where of what can be
  /// read. Without it an older value would pass for the latest.
  void refused(RowSplitter row);
}
