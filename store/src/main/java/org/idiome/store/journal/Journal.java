package org.idiome.store.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.catalogue.JournalFile;
import org.idiome.store.catalogue.Sql;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;

/// The journal of a store, open. For one thread; several processes may have it open.
///
/// Every change is a short transaction of its own: nobody waits long for another.
public final class Journal implements AutoCloseable {
  private final Sql sql;
  private final KeyedHash hash;

  /// Something that is not as it was written.
  ///
  /// @param person whose it is, or empty
  /// @param what with its number
  public record Damage(String person, String what) {}

  private Journal(Sql sql) {
    this.sql = sql;
    this.hash = new KeyedHash(key(sql));
  }

  /// Opens it; made where it is not there.
  ///
  /// @throws StoreFault where it cannot be written, is newer than this release, or damaged
  public static Journal open(StoreFolder folder) {
    var sql = JournalFile.open(folder);
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
    return digest == null || Sha256.of(key(sql)).hex().equals(digest);
  }

  /// What the audit says instead of a person's id.
  public Sha256 keyed(String person) {
    return hash.of(person);
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
    return erase(person, Long.MAX_VALUE);
  }

  /// Forgets the runs of a person that were made before a batch.
  public long erase(String person, long batch) {
    sql.run("BEGIN IMMEDIATE");
    try {
      var which = " FROM run WHERE person = ? AND batch < ?";
      sql.change("DELETE FROM finding WHERE run IN (SELECT run" + which + ")", person, batch);
      long runs = sql.change("DELETE" + which, person, batch);
      sql.run("COMMIT");
      return runs;
    } catch (RuntimeException e) {
      sql.run("ROLLBACK");
      throw e;
    }
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
    if (!Files.isRegularFile(folder.journal())) {
      return List.of();
    }
    var damage = new ArrayList<Damage>();
    try (var journal = new Journal(JournalFile.read(folder))) {
      for (var said : journal.sql.list("PRAGMA integrity_check", row -> row.text(1))) {
        if (!said.equals("ok")) {
          damage.add(new Damage("", "structure " + said));
        }
      }
      if (!journal.isKeyWhole()) {
        damage.add(new Damage("", "key"));
      }
      journal.audit().broken().forEach(what -> damage.add(new Damage("", what)));
      damage.addAll(journal.runs().damaged());
    } catch (StoreFault fault) {
      var said = fault.problem().values().getOrDefault("said", fault.problem().code().code());
      damage.add(new Damage("", "structure " + said));
    } catch (IllegalArgumentException | IllegalStateException | NullPointerException broken) {
      damage.add(new Damage("", "structure " + broken.getMessage()));
    }
    return damage;
  }

  @Override
  public void close() {
    sql.close();
  }
}
