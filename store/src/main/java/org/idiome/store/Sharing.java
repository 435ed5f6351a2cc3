package org.idiome.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Files and samples by whose they are: one of two persons may be a mix-up.
public final class Sharing {
  private static final String TABLES =
      "SELECT DISTINCT i.person, f.name, f.sha256 FROM intake i JOIN intake_file f USING (intake)"
          + " WHERE f.header_line > 0 AND f.sha256 IS NOT NULL AND ";
  private static final String SAMPLES =
      "SELECT DISTINCT i.person, f.name, f.sha256, coalesce(json_extract(s.facts, '$.sample'), '')"
          + " FROM intake i JOIN intake_segment l USING (intake) JOIN segment s USING (segment)"
          + " JOIN intake_file f ON f.intake = i.intake AND f.ordinal = l.ordinal"
          + " WHERE s.shape = 'call' AND f.sha256 IS NOT NULL AND ";

  private Sharing() {}

  /// A table, or a sample of a variant file.
  ///
  /// @param person number of whose it is
  /// @param file its name
  /// @param sha256 of its bytes
  /// @param sample its name in a variant file, empty where it has none; null of a table
  public record Owned(long person, String file, String sha256, @Nullable String sample) {}

  /// Everybody's that are in force.
  public static List<Owned> of(StoreReader store) {
    return of(store, "i.superseded IS NULL");
  }

  /// Those of an intake.
  public static List<Owned> of(StoreReader store, long intake) {
    return of(store, "i.intake = " + intake);
  }

  private static List<Owned> of(StoreReader store, String which) {
    var owned = new ArrayList<Owned>();
    owned.addAll(
        store
            .sql()
            .list(
                TABLES + which + " ORDER BY 1, 2",
                row -> new Owned(row.number(1), row.text(2), row.text(3), null)));
    owned.addAll(
        store
            .sql()
            .list(
                SAMPLES + which + " ORDER BY 1, 2",
                row -> new Owned(row.number(1), row.text(2), row.text(3), row.text(4))));
    return owned;
  }
}
