package org.idiome.store.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.JournalFile;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.jspecify.annotations.Nullable;

/// The journal of a store, open. For one thread; several processes may have it open.
///
/// Every change is a short transaction of its own: nobody waits long for another.
public final class Journal implements AutoCloseable {
  private static final String LAST_BATCH =
      "SELECT batch, recorded, batch_digest FROM chain WHERE chain = 1";

  private final Sql sql;
  private final KeyedHash hash;
  private @Nullable String damaged;
  private boolean isUncertain;

  /// Something that is not as it was written.
  ///
  /// @param person whose it is, or empty
  /// @param what with its number
  public record Damage(String person, String what) {}

  /// What a batch of the catalogue saw of the journal beside it.
  ///
  /// @param key digest of the journal's key: no two journals have the same
  /// @param end where its audit ended
  public record Seen(long batch, String key, AuditLog.End end) {}

  /// The last batch of the catalogue of which the journal was told.
  ///
  /// @param recorded when
  public record LastBatch(long batch, String recorded) {
    private String digest() {
      return new Digester().integer(batch).text(recorded).end().hex();
    }
  }

  private Journal(Sql sql) {
    this.sql = sql;
    this.hash = new KeyedHash(key(sql));
  }

  /// Opens one that is there.
  ///
  /// @throws StoreFault where it is missing, cannot be written, is newer than this release, or
  ///   damaged
  public static Journal open(StoreFolder folder) {
    return of(JournalFile.open(folder));
  }

  /// Opens it; made where it is not there.
  ///
  /// @throws StoreFault where it cannot be written, is newer than this release, or damaged
  public static Journal make(StoreFolder folder) {
    return of(JournalFile.make(folder));
  }

  /// Opens one that is there to be looked at, also where nothing can be written.
  ///
  /// @throws StoreFault where it cannot be read for what it is
  public static Journal look(StoreFolder folder) {
    return of(JournalFile.read(folder));
  }

  private static Journal of(Sql sql) {
    try {
      return new Journal(sql);
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  private static byte[] key(Sql sql) {
    var known = sql.one("SELECT key FROM secret", row -> row.bytes(1));
    if (known != null) {
      return known;
    }
    var key = SecretKey.made();
    sql.change(
        "INSERT OR IGNORE INTO secret (secret, key, digest) VALUES (1, ?, ?)",
        key,
        Sha256.of(key).hex());
    // Of two that make it at once, both take the key of the first.
    var kept = sql.one("SELECT key FROM secret", row -> row.bytes(1));
    return kept == null ? key : kept;
  }

  private boolean isKeyWhole() {
    var digest = sql.one("SELECT digest FROM secret", row -> row.text(1));
    return keyDigest().equals(digest);
  }

  /// What tells this journal from any other.
  public String keyDigest() {
    return Sha256.of(key(sql)).hex();
  }

  /// Why this cannot be the journal that a batch saw, or null where it can. The row that it saw may
  /// be damaged, which is said by [#damaged], where rows that came later are sound: what is read is
  /// written down behind these.
  public @Nullable String differsFrom(Seen seen) {
    if (!seen.key().equals(keyDigest())) {
      return "another than that of batch " + seen.batch();
    }
    long rows = seen.end().rows();
    var what = "audit " + rows + ", which batch " + seen.batch() + " saw, is ";
    return switch (audit().look(seen.end())) {
      case THERE -> null;
      case OTHER -> what + "missing or changed";
      case DAMAGED -> {
        damaged = what + "damaged";
        yield null;
      }
    };
  }

  /// What is damaged of rows that a batch saw; null where nothing was found to be.
  public @Nullable String damaged() {
    return damaged;
  }

  /// Takes down that a batch is on the disk: it cannot vanish any more without being missed.
  /// Whoever is killed before this takes nothing down, and nothing is missed.
  public void tell(LastBatch last) {
    sql.change(
        "UPDATE chain SET batch = ?, recorded = ?, batch_digest = ? WHERE chain = 1",
        last.batch(),
        last.recorded(),
        last.digest());
  }

  /// The last batch of which it was told; null where it was told of none, or that is damaged.
  public @Nullable LastBatch lastBatch() {
    return isLastBatchWhole() ? sql.one(LAST_BATCH + " AND batch > 0", Journal::last) : null;
  }

  private boolean isLastBatchWhole() {
    return !Boolean.FALSE.equals(
        sql.one(
            LAST_BATCH + " AND (batch > 0 OR batch_digest <> '')",
            row -> last(row).digest().equals(row.text(3))));
  }

  private static LastBatch last(Sql.Row row) throws SQLException {
    return new LastBatch(row.number(1), row.text(2));
  }

  /// What the audit says where everybody was read: one row, not one a person. Nobody has this id.
  public Sha256 everybody() {
    return hash.of("");
  }

  /// What the audit says instead of a person's id.
  public Sha256 keyed(String person) {
    return hash.of(person);
  }

  /// Whether rows can be added behind those that are there, and laid at somebody's door.
  public boolean canGoOn() {
    return isKeyWhole() && audit().canGoOn();
  }

  /// Who read what.
  public AuditLog audit() {
    return new AuditLog(sql);
  }

  /// What was answered.
  public RunLog runs() {
    return new RunLog(sql);
  }

  /// Forgets the runs of a person, with their findings; the audit stays.
  ///
  /// Their bytes are gone from the file after [#vacuum].
  ///
  /// @return how many runs there were
  public long erase(String person) {
    return erase(person, 0, Long.MAX_VALUE);
  }

  /// Forgets the runs of a person that were made as of some batches.
  ///
  /// @param from first of them
  /// @param end first behind them
  public long erase(String person, long from, long end) {
    sql.run("BEGIN IMMEDIATE");
    try {
      runs().giveBack(person);
      boolean areWhole = runs().areWhole(person);
      var missing = runs().missing();
      var which = " FROM run WHERE person = ? AND batch >= ? AND batch < ?";
      sql.change("DELETE FROM finding WHERE run IN (SELECT run" + which + ")", person, from, end);
      long runs = sql.change("DELETE" + which, person, from, end);
      boolean isOdd = missing.isOf(person) || !areWhole;
      if (isOdd) {
        // Of a run that is gone: nobody can tell them any more, and they may be the person's.
        sql.run("DELETE FROM finding WHERE run NOT IN (SELECT run FROM run)");
      }
      runs().seal(person, missing, from == 0);
      sql.run("COMMIT");
      isUncertain |= isOdd && !runs().damaged().isEmpty();
      return runs;
    } catch (RuntimeException e) {
      sql.rollBack();
      throw e;
    }
  }

  /// Whether runs or findings may be left of whom it erased, for these were damaged, and so are
  /// others.
  public boolean isUncertain() {
    return isUncertain;
  }

  /// Writes the file anew without what was deleted, and empties its log.
  ///
  /// @param waitMillis how long to wait for those who read
  /// @return false where somebody reads an earlier state still
  public boolean vacuum(long waitMillis) {
    return sql.clear(waitMillis);
  }

  /// Copies all of it as of one moment into a file that is not there yet.
  public void backup(Path file) {
    sql.change("VACUUM INTO ?", file.toString());
  }

  /// What is not as it was written: structure, chain of the audit, runs. Empty where all is well.
  public static List<Damage> check(StoreFolder folder) {
    return check(folder, List.of());
  }

  /// What is not as it was written, or not as batches saw it.
  ///
  /// @param seen by batches that had this journal beside them
  public static List<Damage> check(StoreFolder folder, List<Seen> seen) {
    if (!Files.isRegularFile(folder.journal())) {
      return seen.isEmpty() ? List.of() : List.of(new Damage("", "missing"));
    }
    var damage = new ArrayList<Damage>();
    try (var sql = JournalFile.search(folder)) {
      if (seen.isEmpty() && isUnfinished(sql)) {
        return List.of();
      }
      look(damage, () -> structure(sql, damage));
      var journal = new Journal(sql);
      look(damage, () -> journal.audit().broken().forEach(one -> damage.add(new Damage("", one))));
      look(damage, () -> damage.addAll(journal.runs().damaged()));
      look(damage, () -> journal.unlike(seen, damage));
    } catch (StoreFault fault) {
      // Of a store that has no batch yet, it may be one that was killed before it had a table.
      if (!seen.isEmpty() || fault.problem().code() != ProblemCode.STORE_OLDER) {
        damage.add(new Damage("", structure(fault)));
      }
    } catch (IllegalArgumentException | IllegalStateException | NullPointerException broken) {
      damage.add(new Damage("", "structure " + broken.getMessage()));
    }
    return damage;
  }

  /// Whether who made it was killed before it had a key: nobody has written into it then.
  private static boolean isUnfinished(Sql sql) {
    return sql.number(
            "SELECT (SELECT count(*) FROM secret) + (SELECT count(*) FROM audit)"
                + " + (SELECT count(*) FROM run)")
        == 0;
  }

  /// One look, which does not keep the next from being taken.
  private static void look(List<Damage> damage, Runnable look) {
    try {
      look.run();
    } catch (StoreFault fault) {
      damage.add(new Damage("", structure(fault)));
    } catch (IllegalArgumentException | IllegalStateException | NullPointerException broken) {
      damage.add(new Damage("", "structure " + broken.getMessage()));
    }
  }

  private static String structure(StoreFault fault) {
    var problem = fault.problem();
    return "structure " + problem.values().getOrDefault("said", problem.code().code());
  }

  private static void structure(Sql sql, List<Damage> damage) {
    sql.structure().forEach(said -> damage.add(new Damage("", "structure " + said)));
    if (!sql.list("PRAGMA foreign_key_check", row -> row.text(1)).isEmpty()) {
      damage.add(new Damage("", "structure foreign key"));
    }
    if (!JournalFile.hasItsTables(sql)) {
      damage.add(new Damage("", "structure tables"));
    }
    if (sql.number("SELECT count(*) FROM secret") != 1
        || sql.number("SELECT count(*) FROM chain") != 1) {
      damage.add(new Damage("", "structure rows of secret or chain"));
    }
  }

  private void unlike(List<Seen> seen, List<Damage> damage) {
    if (!isKeyWhole()) {
      damage.add(new Damage("", "key"));
    }
    if (!isLastBatchWhole()) {
      damage.add(new Damage("", "note of the last batch"));
    }
    for (var one : seen) {
      var differs = differsFrom(one);
      if (differs != null) {
        damage.add(new Damage("", differs));
        return; // What later batches saw is missing with it.
      }
    }
    if (damaged != null) {
      damage.add(new Damage("", damaged));
    }
  }

  @Override
  public void close() {
    sql.close();
  }
}
