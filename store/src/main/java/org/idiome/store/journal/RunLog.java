package org.idiome.store.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.form.Recorded;
import org.jspecify.annotations.Nullable;

/// The runs of a journal. For one thread.
public final class RunLog {
  private static final String COLUMNS =
      "SELECT run, id, person, recorded, batch, record, purpose, profile_state, snapshot, software,"
          + " settings, asked, problems, findings, found, findings_digest FROM run";

  private final Sql sql;

  RunLog(Sql sql) {
    this.sql = sql;
  }

  /// A run to be kept.
  ///
  /// @param person id in the store
  /// @param findings sorted by key
  public record New(
      Sha256 id,
      String person,
      RunRow.Head head,
      long found,
      Sha256 findingsDigest,
      List<RunRow.FindingRow> findings) {
    /// Copies the list.
    public New {
      findings = List.copyOf(findings);
    }
  }

  /// Keeps a run, unless it is there; answers with the row that stands, be it with other findings.
  public RunRow keep(Instant now, New run) {
    sql.run("BEGIN IMMEDIATE");
    try {
      var known = find(run.person(), run.id());
      var kept = known == null ? insert(now, run) : known;
      sql.run("COMMIT");
      return kept;
    } catch (RuntimeException e) {
      sql.forget();
      sql.run("ROLLBACK");
      throw e;
    }
  }

  private RunRow insert(Instant now, New run) {
    long number = 1 + sql.number("SELECT max(run) FROM run");
    var row =
        new RunRow(
            number,
            run.id(),
            run.person(),
            Recorded.text(now),
            run.head(),
            run.findings().size(),
            run.found(),
            run.findingsDigest());
    sql.change(
        "INSERT INTO run (run, id, person, recorded, batch, record, purpose, profile_state,"
            + " snapshot, software, settings, asked, problems, findings, found, findings_digest,"
            + " digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        number,
        row.id().hex(),
        row.person(),
        row.recorded(),
        row.head().batch(),
        row.head().record().hex(),
        row.head().purpose(),
        row.head().profileState().hex(),
        row.head().snapshot(),
        row.head().software(),
        row.head().settings(),
        row.head().asked(),
        row.head().problems(),
        row.findings(),
        row.found(),
        row.findingsDigest().hex(),
        row.digest(run.findings()).hex());
    for (var finding : run.findings()) {
      sql.add(
          "INSERT INTO finding (run, key, state, content) VALUES (?, ?, ?, ?)",
          number,
          finding.key(),
          finding.state(),
          finding.content());
    }
    sql.flush();
    sql.change(
        "UPDATE chain SET runs = runs + 1, runs_digest = ? WHERE chain = 1",
        behind(end(), number, row.digest(run.findings()).hex()));
    return row;
  }

  private String end() {
    var end = sql.one("SELECT runs_digest FROM chain", row -> row.text(1));
    return end == null ? AuditRow.START.hex() : end;
  }

  private static String behind(String before, long run, String digest) {
    return new Digester().text(before).integer(run).text(digest).end().hex();
  }

  /// Says anew how many runs there are and what they are; within a transaction that changed them.
  void seal() {
    var all = all();
    sql.change(
        "UPDATE chain SET runs = ?, runs_digest = ? WHERE chain = 1", all.count(), all.digest());
  }

  private record All(long count, String digest) {}

  private All all() {
    var all = new All[] {new All(0, AuditRow.START.hex())};
    sql.each(
        "SELECT run, digest FROM run ORDER BY run",
        row ->
            all[0] =
                new All(all[0].count() + 1, behind(all[0].digest(), row.number(1), row.text(2))));
    return all[0];
  }

  /// A run of a person by its id, or null.
  public @Nullable RunRow find(String person, Sha256 id) {
    return sql.one(COLUMNS + " WHERE person = ? AND id = ?", RunLog::row, person, id.hex());
  }

  /// The runs of a person, in the order in which they were kept.
  public List<RunRow> of(String person) {
    return sql.list(COLUMNS + " WHERE person = ? ORDER BY run", RunLog::row, person);
  }

  /// The findings of a run, by key.
  public List<RunRow.FindingRow> findings(long run) {
    return sql.list(
        "SELECT key, state, content FROM finding WHERE run = ? ORDER BY key",
        row -> new RunRow.FindingRow(row.text(1), row.text(2), row.text(3)),
        run);
  }

  /// Whether a run and its findings are as they were kept.
  public boolean isWhole(RunRow run, List<RunRow.FindingRow> findings) {
    var digest = sql.one("SELECT digest FROM run WHERE run = ?", row -> row.text(1), run.number());
    return run.digest(findings).hex().equals(digest);
  }

  /// How much the newest run of each person found, of those that were asked of everything that is
  /// known: what was asked of an earlier day does not stand for today.
  public SortedMap<String, Long> found() {
    var found = new TreeMap<String, Long>();
    sql.list(
        "SELECT person, found FROM run WHERE asked = '{}' ORDER BY run",
        row -> found.put(row.text(1), row.number(2)));
    return found;
  }

  /// Which runs are not as they were kept: `run N` with whose it is.
  List<Journal.Damage> damaged() {
    var damage = new ArrayList<Journal.Damage>();
    record Kept(RunRow run, String digest) {}
    for (var kept :
        sql.list(
            COLUMNS.replace(" FROM run", ", digest FROM run") + " ORDER BY run",
            row -> new Kept(row(row), row.text(17)))) {
      var run = kept.run();
      if (!run.digest(findings(run.number())).hex().equals(kept.digest())) {
        damage.add(new Journal.Damage(run.person(), "run " + run.number()));
      }
    }
    var all = all();
    if (sql.number("SELECT runs FROM chain") != all.count() || !end().equals(all.digest())) {
      damage.add(new Journal.Damage("", "runs are missing, or others are there"));
    }
    return damage;
  }

  private static RunRow row(Sql.Row row) throws SQLException {
    return new RunRow(
        row.number(1),
        new Sha256(row.text(2)),
        row.text(3),
        row.text(4),
        new RunRow.Head(
            row.number(5),
            new Sha256(row.text(6)),
            row.text(7),
            new Sha256(row.text(8)),
            row.text(9),
            row.text(10),
            row.text(11),
            row.text(12),
            row.text(13)),
        row.number(14),
        row.number(15),
        new Sha256(row.text(16)));
  }
}
