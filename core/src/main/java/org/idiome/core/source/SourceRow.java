package org.idiome.core.source;

import org.jspecify.annotations.Nullable;

/// A row as two numbers: the ordinal of its file in [Sources], and where in it.
///
/// @param locator a line from 1, or a number beyond all lines for a pointer; [Sources] tells which
public record SourceRow(int file, long locator) implements Comparable<SourceRow> {
  @Override
  public int compareTo(SourceRow other) {
    int byFile = Integer.compare(file, other.file);
    return byFile != 0 ? byFile : Long.compare(locator, other.locator);
  }

  /// Written out, as rows are the keys of large maps: what a record gives is put together at the
  /// first call, which takes longer than to read a person.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceRow row && row.file == file && row.locator == locator;
  }

  @Override
  public int hashCode() {
    return 31 * file + Long.hashCode(locator);
  }
}
