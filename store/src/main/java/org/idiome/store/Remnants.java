package org.idiome.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;

/// What other persons once had of somebody: inputs that are no longer in force with them, after a
/// split, a withdrawal or a later input. What they say decides, not the file that it came in. They
/// are erased with the person whose they are.
///
/// What goes leaves a *gap*: a stretch of batches as of which the other person cannot be told any
/// more. Runs that rested on it go, too ([Clearing]).
public final class Remnants {
  /// Inputs that say of the same subject, from the same source or the same. `?1` is the person.
  private static final String OF_SUBJECT =
      "EXISTS (SELECT 1 FROM intake j WHERE j.person = ?1 AND " + Sharing.SAME_SUBJECT + ")";

  /// Files that came alone, with values or calls that are the person's, too.
  private static final String ALONE =
      "(i.subject = '' AND EXISTS (SELECT 1 FROM intake_segment a JOIN segment s"
          + " ON s.segment = a.segment JOIN segment t ON "
          + Sharing.ALIKE
          + " WHERE a.intake = i.intake AND t.person = ?1 AND s.shape <> 'statement'))";

  /// That a later input of the same source took the place: bytes alone do not tell whose it was.
  private static final String REPLACED =
      "EXISTS (SELECT 1 FROM intake k WHERE k.person = i.person AND k.source = i.source"
          + " AND k.batch = i.superseded)";

  /// Whether intake `i` of another is one of them.
  static String theirs(boolean isWithReplaced) {
    return "i.person <> ?1 AND i.superseded IS NOT NULL AND ("
        + OF_SUBJECT
        + " OR ("
        + ALONE
        + (isWithReplaced ? "" : " AND NOT " + REPLACED)
        + "))";
  }

  private static final String GAPS =
      "SELECT p.id, g.from_batch, g.end_batch, g.batch FROM gap g JOIN person p USING (person)";
  private static final String IN_ORDER = " ORDER BY p.id, g.from_batch, g.end_batch, g.batch";
  private static final Sql.Mapping<Gap> GAP =
      row -> new Gap(row.text(1), row.number(2), row.number(3), row.number(4));

  /// An input.
  ///
  /// @param end the batch in which it ended; 0 where it is in force
  record Remnant(long intake, long person, String inputs, long batch, long end) {}

  /// A stretch of batches as of which a person cannot be told.
  ///
  /// @param id of the person
  /// @param from first batch
  /// @param end first batch behind it
  /// @param batch that erased what was in force then
  public record Gap(String id, long from, long end, long batch) {}

  private Remnants() {}

  /// Those of a person, by number.
  ///
  /// @param isWithReplaced whether what others replaced by a later input counts as well
  static List<Remnant> of(Sql sql, long person, boolean isWithReplaced) {
    return sql.list(
        "SELECT i.intake, i.person, i.inputs, i.batch, i.superseded FROM intake i WHERE "
            + theirs(isWithReplaced)
            + " ORDER BY i.intake",
        row -> new Remnant(row.number(1), row.number(2), row.text(3), row.number(4), row.number(5)),
        person);
  }

  /// The ids of others who had the same bytes and replaced them by a later input, sorted: it may be
  /// their own history, or somebody corrected a mix-up so.
  public static List<String> replaced(StoreReader store, long person) {
    return replaced(store.sql(), person);
  }

  static List<String> replaced(Sql sql, long person) {
    return sql.list(
        "SELECT DISTINCT p.id FROM intake i JOIN person p USING (person)"
            + " WHERE i.person <> ?1 AND i.superseded IS NOT NULL AND "
            + ALONE
            + " AND "
            + REPLACED
            + " ORDER BY p.id",
        row -> row.text(1),
        person);
  }

  /// Deletes some, with everything that nothing else of their persons needs, and notes the gaps.
  ///
  /// @param batch in which this is done
  static void delete(
      Sql sql, Sealing sealing, Resealing resealing, List<Remnant> remnants, long batch) {
    if (remnants.isEmpty()) {
      return;
    }
    remnants.forEach(remnant -> sealing.touch(remnant.person()));
    var numbers = String.join(", ", remnants.stream().map(one -> "" + one.intake()).toList());
    var hanging = Hanging.on(sql, "intake", "intake IN (" + numbers + ")");
    resealing.touch(hanging.batches());
    hanging.delete();
    var persons = new TreeSet<Long>();
    for (var remnant : remnants) {
      persons.add(remnant.person());
      long end = remnant.end() == 0 ? batch : remnant.end();
      Gaps.add(sql, remnant.person(), remnant.batch(), end, batch);
    }
    for (long person : persons) {
      var unused =
          Hanging.on(
              sql,
              "segment",
              "person = " + person + " AND segment NOT IN (SELECT segment FROM intake_segment)");
      resealing.touch(unused.batches());
      unused.delete();
      sql.change(
          "DELETE FROM source_lines WHERE person = ?1 AND sha256 NOT IN (SELECT sha256"
              + " FROM intake_file JOIN intake USING (intake) WHERE person = ?1"
              + " AND sha256 IS NOT NULL)",
          person);
    }
  }

  /// The gaps of erasures that are pending: runs that were made of what stood there go.
  static List<Gap> pending(Sql sql) {
    return sql.list(
        GAPS + " WHERE g.batch IN (SELECT batch FROM erasure WHERE finished IS NULL)" + IN_ORDER,
        GAP);
  }

  /// The ids of the persons in whose record a batch left gaps, sorted.
  static List<String> cut(Sql sql, long batch) {
    return sql.list(
        "SELECT DISTINCT p.id FROM gap g JOIN person p USING (person) WHERE g.batch = ?"
            + " ORDER BY p.id",
        row -> row.text(1),
        batch);
  }

  /// The ids of the persons who cannot be told as of a batch.
  public static Set<String> untold(StoreReader store, long batch) {
    return new TreeSet<>(
        store
            .sql()
            .list(
                "SELECT DISTINCT p.id FROM gap g JOIN person p USING (person)"
                    + " WHERE g.from_batch <= ?1 AND g.end_batch > ?1",
                row -> row.text(1),
                batch));
  }

  /// The gaps of a person, in order.
  public static List<Gap> gaps(StoreReader store, String id) {
    return store.sql().list(GAPS + " WHERE p.id = ?" + IN_ORDER, GAP, id);
  }

  /// Looks whether a person can be told as of a batch.
  ///
  /// @throws StoreFault where something that was in force then was erased since
  public static void requireTold(StoreReader store, Rows.PersonRow person, long batch) {
    for (var gap : gaps(store, person.id())) {
      if (gap.from() <= batch && batch < gap.end()) {
        throw fault(gap);
      }
    }
  }

  private static StoreFault fault(Gap gap) {
    return new StoreFault(
        ProblemCode.STORE_INPUTS_ERASED,
        gap.id(),
        "erased",
        Long.toString(gap.batch()),
        "from",
        Long.toString(gap.from()),
        "end",
        Long.toString(gap.end()));
  }
}
