package org.idiome.knowledge.source.table;

import java.util.Set;

/// How a format writes its rows.
///
/// @param hasQuotes whether fields may stand in quotes (RFC 4180); else a quote is a character
/// @param isRagged whether the publisher leaves out empty cells at the end of a row
/// @param hasComments whether lines that begin with `#` below the header are none of its rows
/// @param missing texts that mean that a cell is empty
public record Layout(
    char delimiter, boolean hasQuotes, boolean isRagged, boolean hasComments, Set<String> missing) {
  /// Tabs, no quotes, each row whole.
  public static final Layout TAB = new Layout('\t', false, false, false, Set.of());

  /// Tabs, and quotes around some fields.
  public static final Layout QUOTED_TAB = new Layout('\t', true, false, false, Set.of());

  /// Commas, and quotes around some fields.
  public static final Layout COMMA = new Layout(',', true, false, false, Set.of());

  /// Copies the set.
  public Layout {
    missing = Set.copyOf(missing);
  }

  /// With empty cells left out at the end of rows.
  public Layout ragged() {
    return new Layout(delimiter, hasQuotes, true, hasComments, missing);
  }

  /// With comments between rows.
  public Layout withComments() {
    return new Layout(delimiter, hasQuotes, isRagged, true, missing);
  }

  /// With texts that mean that a cell is empty.
  public Layout missing(String... texts) {
    return new Layout(delimiter, hasQuotes, isRagged, hasComments, Set.of(texts));
  }
}
