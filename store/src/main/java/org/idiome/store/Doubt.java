package org.idiome.store;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.dense.PartRewriter;

/// Of whom rows of the catalogue are damaged: dense rows may be theirs that it does not name any
/// more, so none are deleted that are.
///
/// @param persons numbers of those who are not as they were written
/// @param isOfAnybody whether persons are gone with every row of theirs
record Doubt(SortedSet<Long> persons, boolean isOfAnybody) {
  /// Whose segments are not where the catalogue says: in parts that are named, or in rows. Calls
  /// are always in parts.
  private static final String NOT_NAMED =
      "SELECT DISTINCT person FROM (SELECT s.person FROM segment s"
          + " LEFT JOIN segment_part l USING (segment) LEFT JOIN part p ON p.part = l.part"
          + " WHERE s.shape <> 'statement' GROUP BY s.segment"
          + " HAVING CASE WHEN s.shape = 'call' OR count(l.part)"
          + " THEN count(p.part) <> count(l.part)"
          + " OR coalesce(sum(l.end_row - l.first_row), 0) <> s.observations"
          + " OR coalesce(min(l.first_row), 0) <> 0"
          + " OR coalesce(max(l.end_row), 0) <> s.observations"
          + " ELSE (SELECT count(*) FROM quantity q WHERE q.segment = s.segment)"
          + " <> s.observations END)";

  /// Parts that are said to hold more than they do: what is too much there is missing elsewhere.
  static final String TOO_FULL =
      "SELECT p.part FROM part p JOIN segment_part l USING (part) GROUP BY p.part"
          + " HAVING sum(l.end_row - l.first_row) > p.observations";

  Doubt {
    persons = new TreeSet<>(persons);
  }

  /// Of the catalogue as it is; not within a transaction.
  static Doubt of(Sql sql) {
    var persons = new TreeSet<Long>(PersonSeals.notAddingUp(sql).keySet());
    persons.addAll(sql.list(NOT_NAMED, row -> row.number(1)));
    var parts = new ArrayList<>(sql.list(TOO_FULL, row -> row.number(1)));
    parts.addAll(changed(sql));
    for (long part : parts) {
      persons.addAll(
          sql.list(
              "SELECT DISTINCT person FROM segment_part JOIN segment USING (segment)"
                  + " WHERE part = ?",
              row -> row.number(1),
              part));
    }
    return new Doubt(persons, BatchSeal.missingPeople(sql) != 0);
  }

  /// Parts of which the catalogue does not say what was written.
  private static List<Long> changed(Sql sql) {
    record Kept(PartRow part, String digest) {}
    return sql
        .list(
            "SELECT " + PartRow.COLUMNS + ", digest FROM part ORDER BY part",
            row -> new Kept(PartRow.ROW.of(row), row.text(9)))
        .stream()
        .filter(kept -> !kept.part().digest().equals(kept.digest()))
        .map(kept -> kept.part().part())
        .toList();
  }

  /// Whether everything that could name a dense part is as it was written.
  boolean isNone() {
    return persons.isEmpty() && !isOfAnybody;
  }

  /// Of whom no row of a dense part is deleted.
  PartRewriter.Kept kept(Sql sql) {
    return new PartRewriter.Kept(
        persons,
        // Of a list that was taken over, the number may be somebody else's here.
        sql.list(
            "SELECT person FROM erasure WHERE person NOT IN (SELECT person FROM person)",
            row -> row.number(1)),
        isOfAnybody
            ? sql.list(
                "SELECT person FROM person UNION SELECT person FROM erasure", row -> row.number(1))
            : null);
  }
}
