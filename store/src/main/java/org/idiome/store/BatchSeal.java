package org.idiome.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.form.Recorded;

/// What a batch says of itself: how much it brought, and a digest over the rows that it wrote.
///
/// Rows whose content another digest covers (of an intake, a segment, a part) enter with that
/// digest. Where somebody is erased, the batches that brought them are sealed anew over what stays.
final class BatchSeal {
  /// Each is asked with the number of the batch.
  private static final List<String> ROWS =
      List.of(
          "SELECT recorded, command, software, author, reason, intakes, segments, observations,"
              + " people FROM batch WHERE batch = ?",
          "SELECT person, id FROM person WHERE batch = ? ORDER BY person",
          "SELECT intake, person, source, subject, inputs, digest FROM intake WHERE batch = ?"
              + " ORDER BY intake",
          "SELECT intake FROM intake WHERE superseded = ? ORDER BY intake",
          "SELECT segment, person, layer, shape, sha256, observations, digest, rest, first_day,"
              + " last_day, facts FROM segment WHERE batch = ? ORDER BY segment",
          "SELECT l.intake, l.segment, l.ordinal FROM intake i JOIN intake_segment l USING (intake)"
              + " WHERE i.batch = ? ORDER BY l.intake, l.segment, l.ordinal",
          "SELECT r.segment, r.row FROM segment s JOIN statement r USING (segment)"
              + " WHERE s.batch = ? ORDER BY r.segment, r.row",
          "SELECT r.segment, r.row FROM segment s JOIN quantity r USING (segment)"
              + " WHERE s.batch = ? ORDER BY r.segment, r.row",
          "SELECT e.erasure, e.person, e.id, e.erased, e.finished, h.hash FROM erasure e"
              + " JOIN erasure_hash h USING (erasure)"
              + " WHERE e.batch = ? ORDER BY e.erasure, h.hash");

  /// Tables with a column `batch` that are asked above, or are none of a batch's content.
  private static final Set<String> KNOWN =
      Set.of("batch", "person", "intake", "segment", "part", "erasure");

  private BatchSeal() {}

  /// How many persons fewer there are than the last batch left: damage, be it that no row of them
  /// is there any more.
  static long missingPeople(Sql sql) {
    return sql.number("SELECT people FROM batch ORDER BY batch DESC LIMIT 1")
        - sql.number("SELECT count(*) FROM person");
  }

  /// The row of a batch, last of its transaction; sealed.
  ///
  /// @param missing [#missingPeople] as the transaction began: who is gone stays missed
  static void insert(Sql sql, long batch, Rows.BatchHead head, long missing) {
    var earlier = BatchHeads.lastTime(sql);
    var now = Recorded.text(head.recorded());
    sql.change(
        "INSERT INTO batch (batch, recorded, command, software, author, reason, intakes, segments,"
            + " observations, people, digest, head) VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0,"
            + " (SELECT count(*) FROM person) + ?, '', '')",
        batch,
        // A clock that went back does not reorder what was recorded.
        earlier.compareTo(now) > 0 ? earlier : now,
        head.command(),
        head.software(),
        head.author(),
        head.reason(),
        missing);
    BatchHeads.seal(sql, batch);
    seal(sql, batch);
  }

  /// Writes counts and digest of a batch, whose row is there, from its rows.
  static void seal(Sql sql, long batch) {
    sql.change(
        "UPDATE batch SET intakes = (SELECT count(*) FROM intake WHERE batch = ?1),"
            + " segments = (SELECT count(*) FROM segment WHERE batch = ?1),"
            + " observations = (SELECT coalesce(sum(observations), 0) FROM segment"
            + " WHERE batch = ?1) WHERE batch = ?1",
        batch);
    sql.change("UPDATE batch SET digest = ? WHERE batch = ?", digest(sql, batch).hex(), batch);
  }

  /// The highest number that a batch had, as far as the catalogue tells: of a row whose digest
  /// covers it, and of rows and marks that follow on it without a gap. What damage made of a number
  /// is none.
  static long end(Sql sql) {
    long end = 0;
    var known = new TreeSet<>(sql.list("SELECT batch FROM batch", row -> row.number(1)));
    for (long batch : known.descendingSet()) {
      if (BatchHeads.isWhole(sql, batch)) {
        end = batch;
        break;
      }
    }
    known.addAll(sql.list("SELECT batch FROM journal_mark", row -> row.number(1)));
    while (known.contains(end + 1)) {
      end++;
    }
    return end;
  }

  /// Numbers of rows that no batch had.
  static List<Long> strays(Sql sql) {
    return sql.list(
        "SELECT batch FROM batch WHERE batch < 1 OR batch > ? ORDER BY batch",
        row -> row.number(1),
        end(sql));
  }

  /// The batches that are not as they were sealed, and those of whom the row is gone. Where a row
  /// has a number that no batch had, it is of one that is gone, or else of the last.
  static List<Long> damaged(Sql sql) {
    var damaged = new ArrayList<Long>();
    long end = end(sql);
    for (long batch = 1; batch <= end; batch++) {
      if (!isWhole(sql, batch)) {
        damaged.add(batch);
      }
    }
    if (damaged.isEmpty() && !strays(sql).isEmpty()) {
      damaged.add(end);
    }
    return damaged;
  }

  /// Whether a batch is as it was sealed; whatever a damaged row makes of itself is not.
  static boolean isWhole(Sql sql, long batch) {
    try {
      var kept = sql.one("SELECT digest FROM batch WHERE batch = ?", row -> row.text(1), batch);
      return digest(sql, batch).hex().equals(kept) && BatchHeads.isWhole(sql, batch);
    } catch (RuntimeException _) {
      return false;
    }
  }

  /// The digest over the rows of a batch as they are.
  static Sha256 digest(Sql sql, long batch) {
    var digester = new Digester();
    var queries = new ArrayList<>(ROWS);
    queries.addAll(others(sql));
    for (var query : queries) {
      sql.each(query, row -> row.digest(digester), batch);
      digester.text("");
    }
    return digester.end();
  }

  /// Questions for what else was written by a batch: of any table that has a column of that name.
  /// What ends a row later (`superseded`) is none of what its batch said.
  private static List<String> others(Sql sql) {
    var queries = new ArrayList<String>();
    for (var table :
        sql.list(
            "SELECT t.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c"
                + " WHERE t.schema = 'main' AND c.name = 'batch' ORDER BY t.name",
            row -> row.text(1))) {
      if (KNOWN.contains(table)) {
        continue;
      }
      var columns =
          sql.list(
              "SELECT name FROM pragma_table_info(?) WHERE name <> 'superseded' ORDER BY cid",
              row -> row.text(1),
              table);
      var all = String.join(", ", columns);
      queries.add("SELECT " + all + " FROM " + table + " WHERE batch = ? ORDER BY " + all);
    }
    return queries;
  }
}
