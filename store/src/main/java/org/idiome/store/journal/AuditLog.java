package org.idiome.store.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.form.Recorded;
import org.jspecify.annotations.Nullable;

/// The audit of a journal. For one thread.
public final class AuditLog {
  private static final String COLUMNS =
      "SELECT audit, recorded, who, named, person, purpose, command, layers, outcome, results,"
          + " digest FROM audit";

  private final Sql sql;

  AuditLog(Sql sql) {
    this.sql = sql;
  }

  /// Appends a row: when this returns, it is on the disk.
  public AuditRow add(Instant now, AuditRow.Said said) {
    sql.run("BEGIN IMMEDIATE");
    try {
      var row = append(now, said);
      sql.run("COMMIT");
      return row;
    } catch (RuntimeException e) {
      sql.rollBack();
      throw e;
    }
  }

  private AuditRow append(Instant now, AuditRow.Said said) {
    var end = end();
    long number = end.rows() + 1;
    var recorded = Recorded.text(now);
    var digest = AuditRow.digest(end.digest(), number, recorded, said);
    var person = said.person();
    sql.change(
        "INSERT INTO audit (audit, recorded, who, named, person, purpose, command, layers, outcome,"
            + " results, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        number,
        recorded,
        said.who(),
        said.named(),
        person == null ? null : person.hex(),
        said.purpose(),
        said.command(),
        String.join(",", said.layers()),
        said.outcome().code(),
        said.results(),
        digest.hex());
    sql.change(
        "UPDATE chain SET rows = ?, digest = ?, latest = max(latest, ?) WHERE chain = 1",
        number,
        digest.hex(),
        recorded);
    return new AuditRow(number, recorded, said, digest);
  }

  /// Where the chain ends.
  ///
  /// @param rows how many there are
  public record End(long rows, Sha256 digest) {}

  /// Where the chain ends, as it says itself.
  public End end() {
    var end =
        sql.one(
            "SELECT rows, digest FROM chain",
            row -> new End(row.number(1), new Sha256(row.text(2))));
    return end == null ? new End(0, AuditRow.START) : end;
  }

  /// The latest time that any row has, UTC; empty where there is none. A clock that went back does
  /// not make it earlier.
  public String latest() {
    var latest = sql.one("SELECT latest FROM chain", row -> row.text(1));
    return latest == null ? "" : latest;
  }

  /// The digest that a row has, or null where there is no such row.
  @Nullable String digest(long number) {
    return sql.one("SELECT digest FROM audit WHERE audit = ?", row -> row.text(1), number);
  }

  /// How a row is that a batch saw.
  enum Look {
    /// As it was seen.
    THERE,
    /// Gone, or another that is whole: of another journal, or of one that was cut back.
    OTHER,
    /// Damaged, and the end of the chain is sound.
    DAMAGED
  }

  /// Looks at the row at which a batch saw the chain end.
  Look look(End seen) {
    if (seen.rows() == 0) {
      return Look.THERE;
    }
    boolean isDamaged;
    try {
      var digest = digest(seen.rows());
      if (seen.digest().hex().equals(digest)) {
        return Look.THERE;
      }
      isDamaged = digest != null && !isWhole(seen.rows());
    } catch (StoreFault fault) {
      if (fault.problem().code() != ProblemCode.STORE_DAMAGED) {
        throw fault;
      }
      isDamaged = true;
    }
    return isDamaged && isEndSound(seen.rows()) ? Look.DAMAGED : Look.OTHER;
  }

  /// Whether a row is what its digest says.
  private boolean isWhole(long number) {
    var row = sql.one(COLUMNS + " WHERE audit = ?", AuditLog::row, number);
    var before = number == 1 ? AuditRow.START.hex() : digest(number - 1);
    return row != null
        && before != null
        && AuditRow.digest(new Sha256(before), number, row.recorded(), row.said())
            .equals(row.digest());
  }

  /// Whether the chain ends where it says, at a row that is whole.
  boolean canGoOn() {
    if (sql.number("SELECT count(*) FROM chain") != 1) {
      return false;
    }
    var end = end();
    long last = sql.number("SELECT max(audit) FROM audit");
    return end.rows() == last
        && (last == 0
            ? end.digest().equals(AuditRow.START)
            : end.digest().hex().equals(digest(last)) && isWhole(last));
  }

  /// Whether the last row stands behind another, and is whole: what comes next can be chained.
  private boolean isEndSound(long behind) {
    var end = end();
    return end.rows() > behind + 1
        && end.digest().hex().equals(digest(end.rows()))
        && isWhole(end.rows());
  }

  /// All rows, in order.
  public List<AuditRow> rows() {
    return sql.list(COLUMNS + " ORDER BY audit", AuditLog::row);
  }

  /// The rows about one person, in order.
  public List<AuditRow> rows(Sha256 person) {
    return sql.list(COLUMNS + " WHERE person = ? ORDER BY audit", AuditLog::row, person.hex());
  }

  /// Whether somebody asked by that name, be it that of a user of the system.
  public boolean hasAsker(String name) {
    return sql.number("SELECT count(*) FROM audit WHERE who = ?1 OR named = ?1", name) > 0;
  }

  /// Where the chain does not hold, in words for the place: `audit N`; none where it is whole.
  public List<String> broken() {
    var found = new ArrayList<String>();
    var before = AuditRow.START;
    var latest = "";
    long next = 1;
    for (var row : rows()) {
      latest = latest.compareTo(row.recorded()) < 0 ? row.recorded() : latest;
      if (row.number() != next) {
        found.add("audit " + next + " is missing");
      } else if (!AuditRow.digest(before, row.number(), row.recorded(), row.said())
          .equals(row.digest())) {
        found.add("audit " + row.number());
      }
      before = row.digest();
      next = row.number() + 1;
    }
    var end = end();
    if (end.rows() >= next) {
      found.add("audit " + next + " is missing");
    } else if (end.rows() != next - 1 || !end.digest().equals(before)) {
      found.add("audit end");
    }
    if (found.isEmpty() && !latest().equals(latest)) {
      found.add("audit latest time");
    }
    return found;
  }

  private static AuditRow row(Sql.Row row) throws SQLException {
    var layers = row.text(8);
    var results = row.textOrNull(10);
    return new AuditRow(
        row.number(1),
        row.text(2),
        new AuditRow.Said(
            row.text(3),
            row.textOrNull(4),
            hash(row.textOrNull(5)),
            row.text(6),
            row.text(7),
            layers.isEmpty() ? List.of() : List.of(layers.split(",", -1)),
            AuditRow.Outcome.valueOf(row.text(9).toUpperCase(Locale.ROOT)),
            results == null ? null : Long.valueOf(results)),
        new Sha256(row.text(11)));
  }

  private static @Nullable Sha256 hash(@Nullable String hex) {
    return hex == null ? null : new Sha256(hex);
  }
}
