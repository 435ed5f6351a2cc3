package org.idiome.record.table;

/// Turns one row of a table into what it says.
sealed interface RowReader permits LongRows, WideRows {
  /// Reads a row whole, or throws [RowRefused].
  void read(RowSplitter row);
}
