package org.idiome.genomics.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is made of a source.
///
/// @param columns keys or columns that are kept; all where none is named
/// @param places columns of a table of scores that say where, by their role: `chrom`, `pos`, `ref`,
///   `alt`; those found by their names where none is named
/// @param isZeroBased whether a table of scores counts positions from 0
/// @param several what is made of several rows of one allele; null for what is usual of the source
/// @param folder where rows are sorted that come in any order; null where they must come sorted
public record TableChoice(
    List<String> columns,
    Map<String, String> places,
    boolean isZeroBased,
    @Nullable Several several,
    @Nullable Path folder) {

  /// Copies the lists.
  public TableChoice {
    columns = List.copyOf(columns);
    places = Map.copyOf(places);
  }

  /// Some columns of a sorted source.
  public static TableChoice of(List<String> columns) {
    return new TableChoice(columns, Map.of(), false, null, null);
  }

  boolean isSorted() {
    return folder == null;
  }

  RowOrder order(String file, RowOrder.Taker taker) {
    return folder == null ? new RowWindow(file, taker) : new RowSort(folder, taker);
  }
}
