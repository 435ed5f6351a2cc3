package org.idiome.genomics.table;

import java.io.Closeable;
import java.io.IOException;

/// Brings the rows of a source into the order of a table. For one thread.
interface RowOrder extends Closeable {
  /// The source got to a place, before its rows come.
  ///
  /// @throws org.idiome.core.problem.BadInputException where it must be sorted and is not
  void reached(int contig, int position1, long line) throws IOException;

  /// Takes a row of that place.
  void add(AlleleRow row) throws IOException;

  /// Gives all that is left.
  void end() throws IOException;

  /// Takes rows in their order.
  @FunctionalInterface
  interface Taker {
    /// Takes the next row.
    void take(AlleleRow row) throws IOException;
  }
}
