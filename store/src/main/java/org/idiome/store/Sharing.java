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

  /// Other persons, by number, who have or had what an intake says: a packet of the same source and
  /// subject, the same calls of a sample, or the same table that came alone.
  public static List<Long> alsoHad(StoreReader store, long intake) {
    return store
        .sql()
        .list(
            "SELECT o.person FROM intake i JOIN intake o ON o.source = i.source"
                + " AND o.subject = i.subject AND o.person <> i.person"
                + " WHERE i.intake = ?1 AND i.subject <> ''"
                + " UNION SELECT o.person FROM intake_segment l JOIN segment s USING (segment)"
                + " JOIN segment o ON o.shape = 'call' AND json_extract(o.facts, '$.sample')"
                + " = json_extract(s.facts, '$.sample') AND o.digest = s.digest"
                + " AND o.person <> s.person WHERE l.intake = ?1 AND s.shape = 'call'"
                + " UNION SELECT o.person FROM intake i JOIN intake_segment l USING (intake)"
                + " JOIN segment s USING (segment) JOIN segment o ON o.shape = s.shape"
                + " AND o.sha256 = s.sha256 AND o.digest = s.digest AND o.person <> s.person"
                + " WHERE i.intake = ?1 AND i.subject = '' ORDER BY 1",
            row -> row.number(1),
            intake);
  }

  /// The ids of other persons who have a file of a person: what it says of the one stands with the
  /// other, too, and an erasure of the one leaves it. Also of those who had another file alone by
  /// the name of one of theirs: nobody said whose that was.
  public static List<String> holders(StoreReader store, long person) {
    return store
        .sql()
        .list(
            "SELECT p.id FROM intake_file f JOIN intake i USING (intake)"
                + " JOIN person p USING (person) WHERE i.person <> ?1 AND i.superseded IS NULL"
                + " AND f.sha256 IN (SELECT g.sha256 FROM intake_file g JOIN intake j USING"
                + " (intake) WHERE j.person = ?1 AND g.sha256 IS NOT NULL)"
                + " UNION SELECT p.id FROM intake i JOIN person p USING (person)"
                + " WHERE i.person <> ?1 AND i.superseded IS NOT NULL AND i.subject = ''"
                + " AND i.source IN (SELECT source FROM intake WHERE person = ?1)"
                + " AND i.inputs NOT IN (SELECT inputs FROM intake WHERE person = ?1)"
                + " ORDER BY 1",
            row -> row.text(1),
            person);
  }

  /// The samples of a variant file that stand for the germline of the person who has it.
  public static List<String> samples(StoreReader store, Owned owned) {
    return store
        .sql()
        .list(
            "SELECT DISTINCT json_extract(s.facts, '$.sample') FROM intake i"
                + " JOIN intake_segment l USING (intake) JOIN segment s USING (segment)"
                + " WHERE i.person = ? AND i.superseded IS NULL AND s.shape = 'call'"
                + " AND s.layer = 'genome' AND s.sha256 = ?"
                + " AND json_extract(s.facts, '$.sample') IS NOT NULL ORDER BY 1",
            row -> row.text(1),
            owned.person(),
            owned.sha256());
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
