package org.idiome.core.source;

/// A row as two numbers: the ordinal of its file in [Sources], and where in it.
///
/// @param locator a line from 1, or a number beyond all lines for a pointer; [Sources] tells which
public record SourceRow(int file, long locator) implements Comparable<SourceRow> {
  @Override
  public int compareTo(SourceRow other) {
    int byFile = Integer.compare(file, other.file);
    return byFile != 0 ? byFile : Long.compare(locator, other.locator);
  }
}
