package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damage makes numbers of batches that no batch had, and takes the row that says who somebody is.
class OddNumbersTest {
  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
    kept.write("P3", Kept.LABORATORY);
    done(kept.run("import", folder.resolve("P3")));
  }

  private static Ran done(Ran ran) {
    assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
    return ran;
  }

  private void change(String statement) throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + kept.store() + "/idiome.sqlite");
        var made = connection.createStatement()) {
      made.execute("PRAGMA foreign_keys = OFF");
      assertThat(made.executeUpdate(statement)).as(statement).isPositive();
    }
  }

  private long count(String file, String question) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + kept.store() + "/" + file);
        var made = connection.createStatement();
        var rows = made.executeQuery("SELECT count(*) FROM " + question)) {
      return rows.getLong(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {10_000_000_000L, 1_000_011, 77, 0, -5})
  void aNumberThatNoBatchHadIsOneDamage(long number) throws SQLException {
    change("UPDATE batch SET batch = " + number + " WHERE batch = 2");
    var verified = kept.run("store", "verify");
    assertThat(verified.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(verified.err()).contains("numbers of batch", "batch 2");
    assertThat(verified.err().lines().count()).isLessThan(30);
    assertThat(kept.run("show", "P1").err()).contains("idiome store accept 2 ");
    done(kept.run("store", "accept", "2", "--author", "Ada", "--reason", "one bit"));
    done(kept.run("store", "verify"));
    done(kept.run("show", "P3"));
    kept.run("consent", "P1", "--withdraw", "care", "--by", "P1");
    assertThat(kept.rows("show", "P2", "--sources")).isNotEmpty();
    done(kept.run("store", "backup", folder.resolve("backup")));
  }

  @Test
  void whoseRowIsGoneIsErasedAllTheSame() throws SQLException {
    done(kept.run("interpret", "person:P3"));
    change("DELETE FROM person WHERE id = 'P3'");
    var erased = kept.run("erase", "P3", "--yes");
    assertThat(erased.exit()).as(erased.err()).isIn(0, ExitCode.MACHINE);
    assertThat(erased.err()).contains("taken out of the record").doesNotContain("no person");
    assertThat(count("idiome.sqlite", "intake WHERE subject = 'P3'")).isZero();
    assertThat(count("journal.sqlite", "run WHERE person = 'P3'")).isZero();
    assertThat(kept.run("erase", "P3", "--yes").exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    done(kept.run("people"));
  }
}
