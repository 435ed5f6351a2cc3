package org.idiome.store.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.idiome.store.Elsewhere;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An older file is brought up whole or not at all. No older form was ever released: the next one
/// is made up here.
class MigrationTest {
  private static final Form NEXT =
      new Form(Form.CATALOGUE.application(), List.of("0001-first.sql", "test-0002.sql"));

  private static final int KILLS = Math.min(12, Integer.getInteger("kills", 12));
  private static final long PERSONS = 100;
  private static final long WIDENED = 200_000;

  @TempDir Path folder;

  private static Sql open(Path file) {
    var sql = new SqliteFile(file, file.toString(), NEXT).open();
    sql.run("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL");
    return sql;
  }

  /// Brings a file up, in a process of its own.
  static final class Migrating {
    private Migrating() {}

    /// Says when it begins and when it is done.
    public static void main(String[] args) {
      try (var sql = open(Path.of(args[0]))) {
        System.out.println("begin");
        Migrations.bringUp(sql, NEXT);
        System.out.println("done");
      }
    }
  }

  private Path older() {
    var file = folder.resolve("older.sqlite");
    try (var sql = open(file)) {
      Migrations.bringUp(sql, Form.CATALOGUE);
      sql.run(
          "PRAGMA foreign_keys = OFF",
          "INSERT INTO person (id, batch, digest, rows) WITH RECURSIVE some (n) AS"
              + " (SELECT 1 UNION ALL SELECT n + 1 FROM some WHERE n < "
              + PERSONS
              + ") SELECT 'P' || n, 1, '', 0 FROM some");
    }
    return file;
  }

  @Test
  void takesTheStepsThatAFileLacksAndNoOther() {
    try (var sql = open(older())) {
      Migrations.bringUp(sql, NEXT);
      requireNew(sql);
      Migrations.bringUp(sql, NEXT);
      requireNew(sql);
      assertThat(NEXT.isOf(sql)).isTrue();
      assertThat(Form.CATALOGUE.isOf(sql)).isFalse();
    }
  }

  private static void requireNew(Sql sql) {
    assertThat(sql.number("PRAGMA user_version")).isEqualTo(2);
    assertThat(sql.number("SELECT count(*) FROM widened")).isEqualTo(WIDENED);
    assertThat(sql.number("SELECT count(*) FROM person WHERE note = 'brought up'"))
        .isEqualTo(PERSONS);
  }

  @Test
  @Tag("slow")
  void oneThatIsKilledLeavesTheOldFormOrTheNew() throws Exception {
    var older = older();
    var random = new SplittableRandom(20261121);
    var file = folder.resolve("killed.sqlite");
    long fullMillis = 0;
    int old = 0;
    for (int kill = 0; kill <= KILLS; kill++) {
      for (var end : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(folder.resolve("killed.sqlite" + end));
      }
      Files.copy(older, file);
      var process = Elsewhere.start(Migrating.class, file);
      try (var out = process.inputReader(UTF_8)) {
        assertThat(out.readLine()).isEqualTo("begin");
        long from = System.nanoTime();
        if (kill == 0) {
          assertThat(out.readLine()).isEqualTo("done");
          fullMillis = 1 + (System.nanoTime() - from) / 1_000_000;
        } else {
          process.waitFor(random.nextLong(fullMillis), TimeUnit.MILLISECONDS);
          process.destroyForcibly();
        }
      }
      process.waitFor();
      try (var sql = open(file)) {
        if (sql.number("PRAGMA user_version") == 1) {
          old++;
          assertThat(Form.CATALOGUE.isOf(sql)).isTrue();
          assertThat(sql.number("SELECT count(*) FROM person")).isEqualTo(PERSONS);
          Migrations.bringUp(sql, NEXT);
        }
        requireNew(sql);
        assertThat(sql.list("PRAGMA integrity_check", row -> row.text(1))).containsExactly("ok");
      }
    }
    assertThat(old).as("killed in the middle").isPositive();
  }
}
