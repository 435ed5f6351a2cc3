package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A batch that was damaged does not close a store for good: somebody accepts what is left of it,
/// which is told from then on. A last batch that vanished is missed by the journal.
class AcceptedDamageTest {
  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
    kept.write("P3", Kept.LABORATORY);
    done(kept.run("import", folder.resolve("P3"), "--author", "ada", "--reason", "the third"));
  }

  private void change(String statement) throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + kept.store() + "/idiome.sqlite");
        var made = connection.createStatement()) {
      assertThat(made.executeUpdate(statement)).as(statement).isPositive();
    }
  }

  /// The batch that accepts gets the time of the one before, be that ahead of the clock.
  @Test
  void ofAnEarlierClockIsSaid() throws SQLException {
    change("UPDATE batch SET reason = 'another' WHERE batch = 2");
    assertThat(accept("2").err()).doesNotContain("behind");
    change("UPDATE batch SET recorded = '2999-01-01T00:00:00.000Z' WHERE batch = 3");
    var ran = accept("3");
    assertThat(ran.err()).contains("behind the last batch of the store, 2999-01-01");
  }

  private static Ran done(Ran ran) {
    assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
    return ran;
  }

  private Ran accept(String... batches) {
    return kept.run(
        "store", "accept", String.join(" ", batches), "--author", "Ada", "--reason", "one bit");
  }

  private int backup(String name) {
    return kept.run("store", "backup", folder.resolve(name)).exit();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "UPDATE batch SET reason = 'another' WHERE batch = 2",
        "UPDATE batch SET recorded = '2999-01-01T00:00:00.000Z' WHERE batch = 2",
        "UPDATE batch SET recorded = 'x' WHERE batch = 2",
        "UPDATE batch SET observations = 99 WHERE batch = 2",
        "UPDATE batch SET digest = 'x' WHERE batch = 2",
        "UPDATE batch SET people = 99 WHERE batch = 2",
        "DELETE FROM batch WHERE batch = 2"
      })
  void whatSomebodyAcceptedIsTold(String statement) throws IOException, SQLException {
    kept.write("P4", Kept.LABORATORY);
    done(kept.run("import", folder.resolve("P4")));
    change(statement);
    assertThat(backup("refused")).isEqualTo(ExitCode.MACHINE);
    done(accept("2"));
    var told = "Batch 2 is not what was recorded";
    var verified = done(kept.run("store", "verify"));
    assertThat(verified.err()).contains(told, "Ada accepted that in batch 4: one bit");
    assertThat(kept.run("show", "P3").err()).contains(told, "Ada", "one bit");
    assertThat(kept.run("show", "P1").err()).doesNotContain(told);
    done(kept.run("show", "P3", "--known-by", "2998-01-01"));
    done(kept.run("show", "P3", "--sources"));
    done(kept.run("people"));
    assertThat(backup("backup")).isZero();
    var again = kept.run("store", "restore", folder.resolve("backup"));
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(kept.run("store", "verify").err()).contains(told);
    assertThat(kept.run("audit", "--tsv").out()).contains("\taccept\t");
  }

  /// Neither in silence nor for what is whole; and it heals nobody.
  @Test
  void acceptsWhatIsNamedAlone() throws SQLException {
    assertThat(accept("1").exit()).isEqualTo(ExitCode.WRONG_INPUT);
    done(kept.run("consent", "P1", "--withdraw", "care", "--by", "P1"));
    change("DELETE FROM consent");
    done(accept("3"));
    var read = kept.run("show", "P1");
    assertThat(read.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(kept.run("store", "verify").exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(backup("refused")).isEqualTo(ExitCode.MACHINE);
    done(kept.run("erase", "P1", "--yes"));
    done(kept.run("store", "verify"));
    assertThat(backup("backup")).isZero();
  }

  /// Whatever stops at it names the way on.
  @Test
  void whereAMarkIsLostTheAcceptIsNamed() throws SQLException {
    change("DELETE FROM journal_mark WHERE batch = 2");
    for (var words : new String[][] {{"erase", "P3", "--yes"}, {"show", "P3"}}) {
      var ran = kept.run(words[0], (Object[]) Arrays.copyOfRange(words, 1, words.length));
      assertThat(ran.exit()).isEqualTo(ExitCode.MACHINE);
      assertThat(ran.err()).contains("idiome store accept 2 --author NAME --reason TEXT");
    }
    done(accept("2"));
    done(kept.run("erase", "P3", "--yes"));
  }

  @Test
  void whereTheLastBatchIsMissingOrSaysAnotherTheAcceptIsNamed() throws SQLException {
    change("UPDATE batch SET reason = 'another' WHERE batch = 2");
    assertThat(kept.run("show", "P3", "--sources").err()).contains("idiome store accept 2 ");
    done(accept("2"));
    change("DELETE FROM batch WHERE batch = 3");
    assertThat(kept.run("show", "P1").err()).contains("idiome store accept 3 --author NAME");
  }

  /// One damaged person does not keep everybody else from being backed up; who is damaged stays so.
  @Test
  void aBackupWithDamageIsAskedForAndSaysSo() throws IOException, SQLException {
    done(kept.run("consent", "P1", "--withdraw", "care", "--by", "P1"));
    change("DELETE FROM consent");
    done(accept("3"));
    var refused = kept.run("store", "backup", folder.resolve("refused"));
    assertThat(refused.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(refused.err()).contains("of P1", "idiome store backup DIR --with-damage");
    assertThat(folder.resolve("refused")).doesNotExist();
    var backup = folder.resolve("backup");
    var made = kept.run("store", "backup", backup, "--with-damage");
    assertThat(made.exit()).as(made.err()).isEqualTo(ExitCode.MACHINE);
    assertThat(made.err()).contains("of P1", "is in the backup as it is");
    assertThat(Files.readString(backup.resolve("BACKUP.txt"))).contains("was damaged");
    assertThat(Ran.idiome("store", "verify", "--store", backup).exit()).isEqualTo(ExitCode.MACHINE);
    var to = folder.resolve("to");
    var restored =
        Ran.idiome("store", "restore", backup, "--store", to, "--erased-by", kept.store());
    assertThat(restored.exit()).as(restored.err()).isEqualTo(ExitCode.MACHINE);
    assertThat(Ran.idiome("show", "P1", "--store", to).exit()).isEqualTo(ExitCode.MACHINE);
    done(Ran.idiome("show", "P2", "--store", to));
    assertThat(kept.run("store", "verify").err()).contains("Ada accepted that in batch 4");
  }

  /// An older catalogue under the journal of today: what was acknowledged since is missing.
  @Test
  void aLastBatchThatVanishedIsMissed() throws IOException {
    var catalogue = kept.store().resolve("idiome.sqlite");
    var before = folder.resolve("before");
    Files.copy(catalogue, before);
    done(kept.run("consent", "P1", "--withdraw", "care", "--by", "P1"));
    Files.copy(catalogue, folder.resolve("newer"));
    Files.copy(before, catalogue, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(kept.store().resolve("idiome.sqlite-wal"));
    Files.deleteIfExists(kept.store().resolve("idiome.sqlite-shm"));
    for (var command : new String[] {"show P1", "people", "store verify"}) {
      var words = command.split(" ", -1);
      var ran = words.length == 1 ? kept.run(words[0]) : kept.run(words[0], words[1]);
      assertThat(ran.exit()).as(command).isEqualTo(ExitCode.MACHINE);
      assertThat(ran.err()).as(command).contains("damaged", "batch 3 of ", " is missing");
    }
    assertThat(accept("3").exit()).isEqualTo(ExitCode.PARTLY);
    assertThat(done(kept.run("store", "verify")).err())
        .contains("Batch 3 is not what was recorded (missing)");
    assertThat(kept.run("show", "P1").exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    done(accept("4"));
    done(kept.run("show", "P1"));
    assertThat(kept.run("consent", "P1", "--withdraw", "care", "--by", "P1").exit()).isZero();
    assertThat(kept.rows("show", "P3", "--sources")).isNotEmpty();
  }

  /// One of them alone would be accepted as if the others had never been.
  @Test
  void lastBatchesThatVanishedAreAcceptedTogether() throws IOException {
    var catalogue = kept.store().resolve("idiome.sqlite");
    var before = folder.resolve("before");
    Files.copy(catalogue, before);
    done(kept.run("consent", "P1", "--withdraw", "care", "--by", "P1"));
    kept.write("P4", Kept.LABORATORY);
    done(kept.run("import", folder.resolve("P4")));
    Files.copy(before, catalogue, StandardCopyOption.REPLACE_EXISTING);
    for (var alone : new String[] {"3", "4"}) {
      var refused = accept(alone);
      assertThat(refused.exit()).as(alone).isEqualTo(ExitCode.MACHINE);
      assertThat(refused.err()).contains("idiome store accept 3 4 --author NAME");
    }
    var both = kept.run("store", "accept", "3", "4", "--author", "Ada", "--reason", "older copy");
    assertThat(both.exit()).as(both.err()).isEqualTo(ExitCode.PARTLY);
    assertThat(kept.run("show", "P1").exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    done(accept("5"));
    done(kept.run("people"));
    done(kept.run("store", "verify"));
  }

  /// Of somebody of whom every row is gone, runs may be kept: they go with the erasure.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoIsKnownByRunsAloneIsErased(boolean isAccepted) throws SQLException {
    done(kept.run("erase", "P2", "--yes"));
    done(kept.run("interpret", "person:P3"));
    for (var table : new String[] {"statement", "quantity", "intake_segment"}) {
      change(
          "DELETE FROM "
              + table
              + " WHERE segment IN (SELECT segment FROM segment WHERE person = 3)");
    }
    for (var table : new String[] {"intake_file", "source_row"}) {
      change(
          "DELETE FROM " + table + " WHERE intake IN (SELECT intake FROM intake WHERE person = 3)");
    }
    for (var table : new String[] {"source_lines", "segment", "intake", "person"}) {
      change("DELETE FROM " + table + " WHERE person = 3");
    }
    if (isAccepted) {
      done(accept("2"));
    } else {
      assertThat(kept.run("people").err()).contains("somebody who is not there: P3");
      var asked = kept.run("show", "P3");
      assertThat(asked.exit()).as("the audit knows that they were").isEqualTo(ExitCode.MACHINE);
      assertThat(asked.err()).contains("every row of P3, who was there, is gone");
      for (var other : new String[] {"P2", "P9"}) {
        assertThat(kept.run("show", other).exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
      }
    }
    done(kept.run("erase", "P3", "--yes"));
    assertThat(kept.run("show", "P3", "--runs").exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    var verified = kept.run("store", "verify");
    assertThat(verified.err()).doesNotContain("P3", "missing");
    if (isAccepted) {
      done(verified);
    }
    done(kept.run("people"));
    try (var journal = org.idiome.store.Store.at(kept.store()).journal()) {
      assertThat(journal.runs().persons()).doesNotContain("P3");
    }
  }

  /// Inputs of somebody whose own row is gone go, also after the batch was accepted.
  @Test
  void whoseRowIsGoneIsErasedAfterTheBatchWasAccepted() throws SQLException {
    change("DELETE FROM person WHERE person = 3");
    done(accept("2"));
    assertThat(kept.run("people").err()).contains("inputs of nobody are about P3");
    done(kept.run("erase", "P3", "--yes"));
    done(kept.run("people"));
    done(kept.run("store", "verify"));
  }

  /// No run has the number that an erased one had.
  @Test
  void aNumberOfARunIsNotGivenAgain() {
    done(kept.run("interpret", "person:P1"));
    done(kept.run("interpret", "person:P3"));
    assertThat(kept.rows("show", "P3", "--runs")).first().asString().startsWith("[P3, 2,");
    done(kept.run("erase", "P3", "--yes"));
    done(kept.run("interpret", "person:P2"));
    assertThat(kept.rows("show", "P2", "--runs")).first().asString().startsWith("[P2, 3,");
    assertThat(backup("backup")).isZero();
    done(kept.run("interpret", "person:P2", "--at", "2026-06-01"));
    assertThat(kept.rows("show", "P2", "--runs")).last().asString().startsWith("[P2, 4,");
    done(kept.run("store", "restore", folder.resolve("backup")));
    done(kept.run("interpret", "person:P2", "--at", "2026-06-02"));
    assertThat(kept.rows("show", "P2", "--runs")).last().asString().startsWith("[P2, 5,");
  }
}
