package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody is led in a circle: a store that lost rows, and a backup that is damaged, can be gone on
/// with, and what is lost is said from then on.
class DamagedBackupShellTest {
  private static final int PAGE = 4096;

  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
    assertThat(kept.run("consent", "P1", "--withdraw", "research", "--by", "P1").exit()).isZero();
    assertThat(kept.run("interpret", "person:P2").exit()).isZero();
  }

  private static Ran damaged(Ran ran) {
    assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(ExitCode.MACHINE);
    return ran;
  }

  private static Ran done(Ran ran) {
    assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
    return ran;
  }

  private static Ran at(Path store, Object... words) {
    var all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--store";
    all[words.length + 1] = store;
    return idiome(all);
  }

  /// All rows of a small table are on one page.
  private static void lose(Path store, String table) throws Exception {
    var file = store.resolve("idiome.sqlite");
    long page;
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var ask = connection.createStatement();
        var rows =
            ask.executeQuery("SELECT rootpage FROM sqlite_schema WHERE name = '" + table + "'")) {
      page = rows.getLong(1);
    }
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek((page - 1) * PAGE);
      bytes.write(new byte[PAGE]);
    }
  }

  @Test
  void aStoreThatLostRowsCanBeWrittenAgain() throws Exception {
    lose(kept.store(), "consent");
    assertThat(damaged(kept.run("consent", "P2", "--withdraw", "care", "--by", "P2")).err())
        .contains("The store is damaged");
    var backup = folder.resolve("backup");
    assertThat(damaged(kept.run("store", "backup", backup)).err())
        .contains("of P1", "idiome store backup DIR --with-damage");
    assertThat(backup).doesNotExist();
    assertThat(damaged(kept.run("store", "backup", backup, "--with-damage")).err())
        .contains("of P1", "Rows may be missing since batch 3", "consent");
    var to = folder.resolve("to");
    var lost = "Rows may be missing since batch 3";
    assertThat(damaged(at(to, "store", "restore", backup, "--without-list")).err()).contains(lost);
    assertThat(damaged(at(to, "store", "verify")).err()).contains(lost, "of P1");
    assertThat(damaged(at(to, "people")).err()).contains(lost, "P1");
    damaged(at(to, "interpret", "person:P1"));
    done(at(to, "show", "P2"));
    done(at(to, "store", "accept", "2", "--author", "Ada", "--reason", "the disk"));
    done(at(to, "consent", "P2", "--withdraw", "care", "--by", "P2"));
    assertThat(at(to, "show", "P2").exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    done(at(to, "erase", "P1", "--yes"));
    assertThat(done(at(to, "store", "verify")).err()).contains(lost, "Ada accepted that");
    assertThat(done(at(to, "people")).err()).as("for ever").contains(lost);
  }

  @Test
  void aBackupWithoutItsJournalIsRestoredAndThatIsSaid() throws IOException {
    var backup = folder.resolve("backup");
    done(kept.run("store", "backup", backup));
    Files.delete(backup.resolve("journal.sqlite"));
    var to = folder.resolve("to");
    var ran = damaged(at(to, "store", "restore", backup, "--erased-by", kept.store()));
    assertThat(ran.err()).contains("The backup is damaged: missing", "journal.sqlite");
    assertThat(done(at(to, "store", "verify")).err()).contains("The journal was begun anew");
    done(at(to, "show", "P2"));
    assertThat(at(to, "show", "P1", "--purpose", "research").exit())
        .isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(at(to, "audit", "--tsv").out()).contains("store restore");
  }
}
