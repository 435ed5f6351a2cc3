package org.idiome.store;

import java.util.List;

/// How variant files of one person fit each other: rows that are only added.
public final class Comparisons {
  private Comparisons() {}

  /// A row.
  ///
  /// @param one segment that came first
  /// @param two segment that was compared with it
  /// @param compared at how many places
  /// @param different at how many of them they differ
  /// @param places the first of these, as JSON
  public record Row(long one, long two, long compared, long different, String places) {}

  /// All of a person's files, be they in force or not, by their segments.
  public static List<Row> of(StoreReader store, long person) {
    return store
        .sql()
        .list(
            "SELECT c.one, c.two, c.compared, c.different, c.places FROM comparison c"
                + " JOIN segment s ON s.segment = c.one WHERE s.person = ? ORDER BY c.one, c.two",
            row -> new Row(row.number(1), row.number(2), row.number(3), row.number(4), row.text(5)),
            person);
  }

  /// Adds a row to a batch.
  public static void add(StoreWriter writer, Row row) {
    writer.touch(writer.sql().number("SELECT person FROM segment WHERE segment = ?", row.one()));
    writer
        .sql()
        .change(
            "INSERT INTO comparison (one, two, batch, compared, different, places)"
                + " VALUES (?, ?, ?, ?, ?, ?)",
            row.one(),
            row.two(),
            writer.batch(),
            row.compared(),
            row.different(),
            row.places());
    writer.tell("comparison " + row.one() + " " + row.two());
  }
}
