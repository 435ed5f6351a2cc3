package org.idiome.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.idiome.core.canonical.Digester;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.form.Recorded;
import org.jspecify.annotations.Nullable;

/// What batches say of themselves: when, by which command, who and why. Each is held to a digest of
/// its own, one row a command, before anything is answered by it.
final class BatchHeads {
  private static final String COLUMNS =
      "SELECT batch, head, recorded, command, software, author, reason, people FROM batch";
  private static final int FIRST = 3;
  private static final int LAST = 8;

  private BatchHeads() {}

  private record Head(long batch, boolean isWhole, String recorded) {
    static Head of(Sql.Row row) throws SQLException {
      return new Head(row.number(1), digest(row).equals(row.text(2)), row.text(FIRST));
    }
  }

  private static String digest(Sql.Row row) throws SQLException {
    var digester = new Digester().integer(row.number(1));
    for (int column = FIRST; column <= LAST; column++) {
      var text = row.textOrNull(column);
      if (text == null) {
        digester.integer(-1);
      } else {
        digester.text(text);
      }
    }
    return digester.end().hex();
  }

  /// Writes the digest of a batch whose row is there.
  static void seal(Sql sql, long batch) {
    var head =
        Objects.requireNonNull(sql.one(COLUMNS + " WHERE batch = ?", BatchHeads::digest, batch));
    sql.change("UPDATE batch SET head = ? WHERE batch = ?", head, batch);
  }

  /// Whether a batch says of itself what it said first.
  static boolean isWhole(Sql sql, long batch) {
    var head = sql.one(COLUMNS + " WHERE batch = ?", Head::of, batch);
    return head != null && head.isWhole();
  }

  /// How far a clock may go back that is set right while a machine runs.
  private static final int CLOCK_SECONDS = 60;

  /// The time of the last where the clock is behind it, UTC: that is the time that the next one
  /// gets. Null where it is not, or by no more than a clock that is set right goes back.
  static @Nullable String ahead(String last, Instant now) {
    return last.compareTo(Recorded.text(now.plusSeconds(CLOCK_SECONDS))) > 0 ? last : null;
  }

  /// When the last was recorded of which that can be told; empty where there is none.
  static String lastTime(Sql sql) {
    for (var head : sql.list(COLUMNS + " ORDER BY batch DESC", Head::of)) {
      if (head.isWhole()) {
        return head.recorded();
      }
    }
    return "";
  }

  /// Holds all of them, for a question as of a time.
  ///
  /// @throws org.idiome.store.folder.StoreFault where one is another, or missing
  static void requireAll(Sql sql) {
    long next = 1;
    for (var head : sql.list(COLUMNS + " ORDER BY batch", Head::of)) {
      if (head.batch() != next || !head.isWhole()) {
        throw damaged(next);
      }
      next++;
    }
  }

  /// Holds some.
  ///
  /// @throws org.idiome.store.folder.StoreFault where one is another, or missing
  static void require(Sql sql, Collection<Long> batches) {
    for (long batch : new TreeSet<>(batches)) {
      if (!isWhole(sql, batch)) {
        throw damaged(batch);
      }
    }
  }

  /// Holds those that brought, ended or settled something of a person.
  ///
  /// @throws org.idiome.store.folder.StoreFault where one is another, or missing
  static void requireOf(Sql sql, String person) {
    require(sql, of(sql, person));
  }

  /// Those that brought, ended or settled something of a person, or recorded their consent.
  static List<Long> of(Sql sql, String person) {
    return sql.list(
        "WITH p AS (SELECT person FROM person WHERE id = ?1)"
            + " SELECT batch FROM intake WHERE person IN p"
            + " UNION SELECT superseded FROM intake WHERE person IN p AND superseded IS NOT NULL"
            + " UNION SELECT batch FROM consent WHERE person IN p"
            + " UNION SELECT batch FROM settlement WHERE person IN p"
            + " UNION SELECT batch FROM held WHERE person IN p ORDER BY 1",
        row -> row.number(1),
        person);
  }

  private static RuntimeException damaged(long batch) {
    return new StoreFault(
        ProblemCode.STORE_DAMAGED,
        StoreFolder.CATALOGUE,
        "said",
        "when, who and why of batch " + batch,
        "batch",
        Long.toString(batch));
  }
}
