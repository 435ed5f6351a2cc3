package org.idiome.store.journal;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.idiome.core.canonical.Digester;
import org.idiome.store.catalogue.Sql;
import org.jspecify.annotations.Nullable;

/// Which runs there are of each person: how many, and where their chain ends; over these, how many
/// persons have runs and what their ends add up to. A run that is gone is missed by its person
/// alone; one that is gone with the end of its person by everybody. For one thread.
final class RunEnds {
  private static final int DIGITS = 64;
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(4 * DIGITS);
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{" + DIGITS + "}");

  private final Sql sql;

  RunEnds(Sql sql) {
    this.sql = sql;
  }

  private record End(long runs, String digest) {
    static final End NONE = new End(0, AuditRow.START.hex());

    End with(long run, String runDigest) {
      return new End(
          runs + 1, new Digester().text(digest).integer(run).text(runDigest).end().hex());
    }

    boolean isSame(@Nullable End other) {
      return other != null && other.runs == runs && other.digest.equals(digest);
    }

    BigInteger number(String person) {
      return new BigInteger(new Digester().text(person).integer(runs).text(digest).end().hex(), 16);
    }
  }

  /// Whose runs are not all there, or others are.
  ///
  /// @param persons by id
  /// @param isOfAnybody whether nobody knows whose else
  record Missing(SortedSet<String> persons, boolean isOfAnybody) {
    boolean isOf(String person) {
      return isOfAnybody || persons.contains(person);
    }
  }

  /// The runs there are, as they are read.
  final class There {
    private final SortedMap<String, End> runs = new TreeMap<>();

    /// Adds one, in the order of their numbers.
    void add(long run, String person, String digest) {
      runs.put(person, runs.getOrDefault(person, End.NONE).with(run, digest));
    }

    /// Whose are not those that were kept; asked within one transaction.
    Missing missing() {
      var kept = kept();
      var odd = new TreeSet<String>();
      runs.forEach((person, end) -> {
        if (!end.isSame(kept.get(person))) {
          odd.add(person);
        }
      });
      kept.forEach((person, end) -> {
        if (!end.isSame(runs.get(person))) {
          odd.add(person);
        }
      });
      var all = new TreeSet<>(runs.keySet());
      all.addAll(kept.keySet());
      boolean isCounted = people() == all.size();
      return new Missing(odd, !isCounted || (odd.isEmpty() && !sum(kept).equals(total())));
    }
  }

  /// The runs that lie there.
  There there() {
    var there = new There();
    sql.each(
        "SELECT run, person, digest FROM run ORDER BY run",
        row -> there.add(row.number(1), row.text(2), row.text(3)));
    return there;
  }

  private SortedMap<String, End> kept() {
    var kept = new TreeMap<String, End>();
    sql.each(
        "SELECT person, runs, digest FROM run_end ORDER BY person",
        row -> kept.put(row.text(1), end(row)));
    return kept;
  }

  private static End end(Sql.Row row) throws SQLException {
    return new End(row.number(2), row.text(3));
  }

  private long people() {
    return sql.number("SELECT people FROM chain");
  }

  private String total() {
    var total = sql.one("SELECT runs_digest FROM chain", row -> row.text(1));
    return total == null ? "" : total;
  }

  private static String sum(SortedMap<String, End> ends) {
    var sum = BigInteger.ZERO;
    for (var end : ends.entrySet()) {
      sum = sum.add(end.getValue().number(end.getKey()));
    }
    return hex(sum);
  }

  private static String hex(BigInteger number) {
    var digits = number.mod(MODULUS).toString(16);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }

  /// Takes down a run that is kept, within its transaction. What was missed before stays so.
  void add(String person, long run, String digest) {
    var before =
        sql.one("SELECT person, runs, digest FROM run_end WHERE person = ?", RunEnds::end, person);
    var now = (before == null ? End.NONE : before).with(run, digest);
    sql.change(
        "INSERT INTO run_end (person, runs, digest) VALUES (?, ?, ?)"
            + " ON CONFLICT (person) DO UPDATE SET runs = excluded.runs, digest = excluded.digest",
        person,
        now.runs(),
        now.digest());
    if (before == null
        && sql.number("SELECT count(*) FROM run WHERE person = ? AND run <> ?", person, run) == 0) {
      sql.change("UPDATE chain SET people = people + 1 WHERE chain = 1");
    }
    var total = total();
    if (HEX.matcher(total).matches()) {
      var added = now.number(person);
      if (before != null) {
        added = added.subtract(before.number(person));
      }
      write(hex(new BigInteger(total, 16).add(added)));
    }
  }

  private void write(String total) {
    sql.change("UPDATE chain SET runs_digest = ? WHERE chain = 1", total);
  }

  /// Says anew which runs of a person there are, within a transaction that took some out. Those of
  /// whom runs were missed before are missed still, but where all of theirs went.
  ///
  /// @param before what was missed
  /// @param isAll whether all of the person's were to go
  void seal(String person, Missing before, boolean isAll) {
    var left = there().runs.get(person);
    if (left == null && (isAll || !before.isOf(person))) {
      sql.change("DELETE FROM run_end WHERE person = ?", person);
    } else if (left != null && !before.isOf(person)) {
      sql.change(
          "UPDATE run_end SET runs = ?, digest = ? WHERE person = ?",
          left.runs(),
          left.digest(),
          person);
    }
    if (!before.isOfAnybody()) {
      sql.change(
          "UPDATE chain SET people = (SELECT count(*) FROM (SELECT person FROM run NOT INDEXED"
              + " UNION SELECT person FROM run_end)) WHERE chain = 1");
      write(sum(kept()));
    }
  }
}
