package org.idiome.store.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.form.Recorded;
import org.jspecify.annotations.Nullable;

/// The runs of a journal. For one thread.
public final class RunLog {
  private static final String COLUMNS =
      "SELECT run, id, person, recorded, batch, record, purpose, profile_state, snapshot, software,"
          + " settings, asked, problems, findings, found, findings_digest FROM run";

  private static final String ALL =
      "SELECT run, digest, person, asked, found, listed FROM run ORDER BY run";

  private static final String NOT_ALL = "runs are missing, or others are there";

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
  /// A row that is not as it was kept does not stand: it stays, and another is kept beside it.
  public RunRow keep(Instant now, New run) {
    sql.run("BEGIN IMMEDIATE");
    try {
      var known = find(run.person(), run.id());
      var kept = known == null ? insert(now, run) : known;
      sql.run("COMMIT");
      return kept;
    } catch (RuntimeException e) {
      sql.forget();
      sql.rollBack();
      throw e;
    }
  }

  private RunRow insert(Instant now, New run) {
    long number = 1 + lastNumber();
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
            + " digest, listed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
        row.digest(run.findings()).hex(),
        listed(number, row.person(), row.head().asked(), row.found()));
    for (var finding : run.findings()) {
      sql.add(
          "INSERT INTO finding (run, key, state, content) VALUES (?, ?, ?, ?)",
          number,
          finding.key(),
          finding.state(),
          finding.content());
    }
    sql.flush();
    ends().add(row.person(), number, row.digest(run.findings()).hex());
    sql.change("UPDATE chain SET last_run = ? WHERE chain = 1", number);
    return row;
  }

  /// The highest number that was ever given to a run, be it that the run was erased.
  public long lastNumber() {
    return sql.number(
        "SELECT max((SELECT last_run FROM chain), (SELECT coalesce(max(run), 0) FROM run))");
  }

  /// Gives out no number from now on that another state of the store gave out.
  public void goOnBehind(long number) {
    sql.change("UPDATE chain SET last_run = max(last_run, ?) WHERE chain = 1", number);
  }

  private static String listed(long run, String person, String asked, long found) {
    return new Digester().integer(run).text(person).text(asked).integer(found).end().hex();
  }

  private RunEnds ends() {
    return new RunEnds(sql);
  }

  /// Takes down what was missed before some runs of a person go; within a transaction.
  RunEnds.Missing missing() {
    var ends = ends();
    return ends.there().missing();
  }

  /// Gives a person the runs back that were kept of them and say another: what the list of people
  /// tells of a run is held to whose it is. Those of nobody go with whoever misses one.
  void giveBack(String person) {
    record Kept(long number, String person, boolean isTheirs, boolean isOfPerson) {}
    var ends = sql.list("SELECT person FROM run_end", row -> row.text(1));
    var nobodys = new ArrayList<Long>();
    for (var kept :
        sql.list(
            ALL,
            row ->
                new Kept(
                    row.number(1),
                    row.text(3),
                    listed(row.number(1), person, row.text(4), row.number(5)).equals(row.text(6)),
                    listed(row.number(1), row.text(3), row.text(4), row.number(5))
                        .equals(row.text(6))))) {
      if (kept.isTheirs() && !kept.person().equals(person)) {
        sql.change("UPDATE run SET person = ? WHERE run = ?", person, kept.number());
      } else if (!kept.isOfPerson() && !ends.contains(kept.person())) {
        nobodys.add(kept.number());
      }
    }
    if (!nobodys.isEmpty() && missing().persons().contains(person)) {
      for (long number : nobodys) {
        sql.change("DELETE FROM finding WHERE run = ?", number);
        sql.change("DELETE FROM run WHERE run = ?", number);
      }
    }
  }

  /// Whether every run of a person that is there is as it was kept, with its findings.
  boolean areWhole(String person) {
    return newestFirst(person).stream().map(Each::run).allMatch(run -> run != null && isWhole(run));
  }

  /// Says anew which runs there are; see [RunEnds#seal].
  void seal(String person, RunEnds.Missing before, boolean isAll) {
    ends().seal(person, before, isAll);
  }

  /// Asks several questions as of one moment, while others keep more.
  private <T> T atOnce(Supplier<T> asking) {
    sql.run("BEGIN");
    try {
      return asking.get();
    } finally {
      sql.rollBack();
    }
  }

  /// A run of a person by its id that is as it was kept, or null.
  public @Nullable RunRow find(String person, Sha256 id) {
    for (var kept :
        listed(
            COLUMNS + " WHERE person = ? AND id = ? ORDER BY run",
            row -> Optional.ofNullable(readable(row)),
            person,
            id.hex())) {
      if (kept.isPresent() && isWhole(kept.get())) {
        return kept.get();
      }
    }
    return null;
  }

  private boolean isWhole(RunRow run) {
    return isWhole(run, findings(run.number()));
  }

  /// The runs of a person, in the order in which they were kept; not held to their digests.
  ///
  /// @throws StoreFault where one cannot be read for what it is
  public List<RunRow> of(String person) {
    return listed(
        COLUMNS + " WHERE person = ? ORDER BY run",
        row -> {
          var run = readable(row);
          if (run == null) {
            throw damaged(row.number(1), person);
          }
          return run;
        },
        person);
  }

  /// Looks whether every run of a person that was kept is there, and no other.
  ///
  /// @throws StoreFault where one is missing, or one of nobody knows whom
  public void requireAll(String person) {
    var missing = atOnce(this::missing);
    if (missing.isOf(person)) {
      throw new StoreFault(
          ProblemCode.STORE_DAMAGED,
          "journal.sqlite",
          "said",
          missing.persons().contains(person) ? of(person, NOT_ALL) : NOT_ALL);
    }
  }

  private static String of(String person, String what) {
    return "of " + person + ", " + what;
  }

  /// The ids of those of whom runs are kept, sorted, be it that they are nobody's any more.
  public SortedSet<String> persons() {
    return new TreeSet<>(
        sql.list(
            "SELECT person FROM run NOT INDEXED UNION SELECT person FROM run_end",
            row -> row.text(1)));
  }

  /// A run of a person.
  ///
  /// @param run null where it cannot be read for what it is
  public record Each(long number, @Nullable RunRow run) {}

  /// The runs of a person, the newest first; not held to their digests.
  public List<Each> newestFirst(String person) {
    return listed(
        COLUMNS + " WHERE person = ? ORDER BY run DESC",
        row -> new Each(row.number(1), readable(row)),
        person);
  }

  /// Runs as an index lists them; where that is damaged, as they lie in their table. Each is held
  /// to its digest.
  private <T> List<T> listed(String query, Sql.Mapping<T> mapping, Object... values) {
    try {
      return sql.list(query, mapping, values);
    } catch (StoreFault fault) {
      if (fault.problem().code() != ProblemCode.STORE_DAMAGED) {
        throw fault;
      }
      return sql.list(query.replace(" FROM run ", " FROM run NOT INDEXED "), mapping, values);
    }
  }

  /// Whether another run of a person than this was kept.
  public boolean hasOther(String person, Sha256 id) {
    return listed(
            "SELECT count(*) FROM run WHERE person = ? AND id <> ?",
            row -> row.number(1) > 0,
            person,
            id.hex())
        .contains(true);
  }

  /// What is said of a run that is not as it was kept.
  public static StoreFault damaged(long run, String person) {
    return new StoreFault(
        ProblemCode.STORE_DAMAGED, "journal.sqlite", "said", "run " + run + " of " + person);
  }

  private static @Nullable RunRow readable(Sql.Row row) throws SQLException {
    try {
      return row(row);
    } catch (IllegalArgumentException _) {
      return null;
    }
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

  /// How much the newest run of each person found.
  ///
  /// @param found of those that were asked of everything that is known: what was asked of an
  ///   earlier day does not stand for today
  /// @param damaged runs of which that cannot be told, as [#damaged] says them
  public record Listed(SortedMap<String, Long> found, List<String> damaged) {
    /// Copies the list.
    public Listed {
      damaged = List.copyOf(damaged);
    }
  }

  /// What the list of people tells of runs; each is held to what was kept of that.
  public Listed listed() {
    var found = new TreeMap<String, Long>();
    var damaged = new ArrayList<String>();
    var unsure = new TreeSet<String>();
    var there = ends().new There();
    var missing =
        atOnce(() -> {
          sql.each(
              ALL,
              row -> {
                there.add(row.number(1), row.text(3), row.text(2));
                var person = row.text(3);
                var kept = listed(row.number(1), person, row.text(4), row.number(5));
                if (!kept.equals(row.text(6))) {
                  damaged.add("run " + row.number(1) + " of " + person);
                  unsure.add(person);
                } else if (row.text(4).equals("{}")) {
                  found.put(person, row.number(5));
                }
              });
          return there.missing();
        });
    missing.persons().forEach(person -> damaged.add(of(person, NOT_ALL)));
    if (missing.isOfAnybody()) {
      // Nobody knows whose newest run that was.
      damaged.add(NOT_ALL);
      found.clear();
    }
    found.keySet().removeAll(unsure);
    found.keySet().removeAll(missing.persons());
    return new Listed(found, damaged);
  }

  /// Which runs are not as they were kept: `run N` with whose it is.
  List<Journal.Damage> damaged() {
    var damage = new ArrayList<Journal.Damage>();
    record Kept(long number, String person, @Nullable RunRow run, String listed) {}
    for (var kept :
        sql.list(
            COLUMNS.replace(" FROM run", ", listed FROM run") + " ORDER BY run",
            row -> new Kept(row.number(1), row.text(3), readable(row), row.text(17)))) {
      var run = kept.run();
      if (run == null
          || !isWhole(run)
          || !listed(kept.number(), kept.person(), run.head().asked(), run.found())
              .equals(kept.listed())) {
        damage.add(new Journal.Damage(kept.person(), "run " + kept.number()));
      }
    }
    var missing = atOnce(this::missing);
    missing.persons().forEach(person -> damage.add(new Journal.Damage(person, NOT_ALL)));
    if (missing.isOfAnybody()) {
      damage.add(new Journal.Damage("", NOT_ALL));
    }
    if (sql.number("SELECT last_run FROM chain") < sql.number("SELECT max(run) FROM run")) {
      damage.add(new Journal.Damage("", "numbers of runs"));
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
