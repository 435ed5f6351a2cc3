package org.idiome.genomics.table;

import java.util.Locale;

/// What is kept where a source has several rows of one allele that differ.
///
/// @param choice by which rule
/// @param column whose greatest or least value decides; empty for the other rules
public record Several(Choice choice, String column) {
  /// The rules.
  public enum Choice {
    /// The first row; that others differ is a problem that is counted.
    FIRST,
    /// All rows: in each column their values in the order of the rows, `&` between, `.` for none;
    /// one value where all have the same.
    LIST,
    /// The row with the greatest number in a column, the first of equals.
    MAX,
    /// The row with the least.
    MIN
  }

  /// The rule that keeps the first row.
  public static final Several FIRST = new Several(Choice.FIRST, "");

  /// The rule that keeps all.
  public static final Several LIST = new Several(Choice.LIST, "");

  /// A rule by its words: `first`, `list`, `max=COLUMN`, `min=COLUMN`.
  ///
  /// @throws IllegalArgumentException where it is none
  public static Several of(String text) {
    int equals = text.indexOf('=');
    var word = equals < 0 ? text : text.substring(0, equals);
    var column = equals < 0 ? "" : text.substring(equals + 1);
    var choice = Choice.valueOf(word.toUpperCase(Locale.ROOT));
    if ((equals < 0) != (choice == Choice.FIRST || choice == Choice.LIST)
        || (equals >= 0 && column.isEmpty())) {
      throw new IllegalArgumentException(text);
    }
    return new Several(choice, column);
  }
}
