package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is damaged of one person never changes in silence what is said of another, who has a sample
/// or an id in common with them; nor what is told of runs, imports and times.
class OthersDamagedTest {
  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
  }

  private void change(String file, String statement) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + kept.store() + "/" + file);
        var made = connection.createStatement()) {
      assertThat(made.executeUpdate(statement)).isPositive();
    }
  }

  private void damaged(Ran ran, String what) {
    assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(ExitCode.MACHINE);
    assertThat(ran.err()).contains("damaged", what).contains("store verify");
  }

  private String genome(String person, String place) throws IOException {
    var file =
        Files.writeString(
            folder.resolve(person + ".vcf"),
            MadePerson.VCF_HEADER + "chr10\t" + place + "\t.\tG\tA\t.\tPASS\t.\tGT\t0/1\n");
    assertThat(kept.run("import", file, "--person", person).exit()).isZero();
    return person;
  }

  private String said() {
    var ran = kept.run("explain", "person:P1");
    assertThat(ran.exit()).as(ran.err()).isZero();
    return ran.out();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "DELETE FROM intake WHERE person = 2",
        "UPDATE intake SET superseded = 1 WHERE person = 2",
        "UPDATE intake SET superseded = 0 WHERE person = 2",
        "UPDATE intake SET subject = 'other' WHERE person = 2",
        "UPDATE intake SET person = 99 WHERE person = 2"
      })
  void aSampleOrIdOfAnotherIsNotForgotten(String statement) throws IOException, SQLException {
    genome("P1", "94781859");
    genome("P2", "94781859");
    assertThat(said()).contains("Sample G1 is another person’s in the store, too");
    assertThat(said()).doesNotContain("cannot be said: what is kept of others is damaged");
    change("idiome.sqlite", statement);
    var ran = kept.run("explain", "person:P1");
    if (ran.exit() != ExitCode.DONE) {
      damaged(ran, "P2"); // Found still, and named.
      return;
    }
    assertThat(ran.out())
        .contains("has the same id cannot be said: what is kept of others is damaged")
        .containsAnyOf(
            "has sample G1 cannot be said: what is kept of others is damaged",
            "Sample G1 is another person’s in the store, too");
    var gene = kept.run("explain", "person:P1", "CYP2C19").out();
    assertThat(gene).contains("Not assessed");
  }

  @Test
  void whoseRowIsGoneIsDamaged() throws IOException, SQLException {
    genome("P1", "94781859");
    genome("P2", "94781860");
    change("idiome.sqlite", "DELETE FROM person WHERE person = 2");
    damaged(kept.run("import", folder.resolve("P2")), "row of person number 2");
    damaged(kept.run("interpret", "person:P1"), "row of person number 2");
    var people = kept.run("people", "--tsv");
    damaged(people, "inputs of nobody");
    assertThat(people.out().lines()).hasSize(2).last().asString().startsWith("P1\t");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "UPDATE run SET record = 'x'",
        "UPDATE run SET profile_state = 'x'",
        "UPDATE run SET snapshot = 'x'",
        "UPDATE run SET recorded = 'gestern'",
        "UPDATE run SET settings = '{'",
        "UPDATE run SET software = '{'",
        "UPDATE run SET purpose = 'research'",
        "UPDATE run SET found = found + 1",
        "DELETE FROM finding WHERE key = (SELECT min(key) FROM finding)"
      })
  void aRunIsToldAsItWasKeptOrNotAtAll(String statement) throws SQLException {
    assertThat(kept.run("interpret", "person:P1").exit()).isZero();
    change("journal.sqlite", statement);
    damaged(kept.run("show", "P1", "--runs"), "run 1 of P1");
    damaged(kept.run("changes", "P1"), "run 1 of P1");
    damaged(kept.run("explain", "person:P1"), "run 1 of P1");
    var verified = kept.run("store", "verify", "--tsv");
    assertThat(verified.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(verified.out().lines().filter(row -> row.contains("run 1")))
        .anySatisfy(row -> assertThat(row).contains("P1"));
    var again = kept.run("interpret", "person:P1", "-o", folder.resolve("p1.html"));
    assertThat(again.exit()).as(again.err()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "UPDATE run SET found = found + 1",
        "UPDATE run SET person = 'P2'",
        "UPDATE run SET asked = '{\"at\":\"2026-01-01\"}'"
      })
  void theListCountsNoRunThatIsAnother(String statement) throws SQLException {
    assertThat(kept.run("interpret", "person:P1").exit()).isZero();
    assertThat(kept.rows("people")).anySatisfy(row -> assertThat(row.get(6)).isNotEqualTo("."));
    change("journal.sqlite", statement);
    damaged(kept.run("people"), "run 1 of P");
    assertThat(kept.rows("people"))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.getLast()).isEqualTo("."));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "UPDATE intake SET person = 2 WHERE person = 1",
        "UPDATE person SET id = 'PX' WHERE person = 1"
      })
  void whatNobodyCanReadIsNotThereAlready(String statement) throws SQLException {
    change("idiome.sqlite", statement);
    damaged(kept.run("import", folder.resolve("P1")), "list of inputs");
  }

  @Test
  void anObjectionIsNotLostWithItsInput() throws SQLException {
    assertThat(kept.run("consent", "P1", "--withdraw", "care", "--by", "P1").exit()).isZero();
    change("idiome.sqlite", "DELETE FROM intake WHERE person = 1");
    damaged(kept.run("import", folder.resolve("P1"), "--as", "P9"), "P1");
    assertThat(kept.run("show", "P9").exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
  }

  @Test
  void aTimeThatFellBackDecidesNothing() throws IOException, SQLException {
    genome("P1", "94781859");
    assertThat(kept.run("show", "P1", "--known-by", "2999-01-01").exit()).isZero();
    change(
        "idiome.sqlite",
        "UPDATE batch SET recorded = '2022' || substr(recorded, 5) WHERE batch = 2");
    damaged(kept.run("show", "P1", "--known-by", "2999-01-01"), "batch 2");
  }

  @Test
  void anOlderRunThatNobodyCanReadStopsNoNewerOne() throws IOException, SQLException {
    assertThat(kept.run("interpret", "person:P1").exit()).isZero();
    kept.write("P1", Kept.LABORATORY + "2026-09-05\tLOINC:2823-3\t6.9\tmmol/L\n");
    assertThat(kept.run("import", folder.resolve("P1")).exit()).isZero();
    assertThat(kept.run("interpret", "person:P1").exit()).isZero();
    change("journal.sqlite", "UPDATE run SET record = 'x' WHERE run = 1");
    assertThat(said()).contains("2823-3");
    damaged(kept.run("show", "P1", "--runs"), "run 1 of P1");
    change("journal.sqlite", "UPDATE run SET record = 'x' WHERE run = 2");
    damaged(kept.run("explain", "person:P1"), "run 2 of P1");
  }

  /// Who is damaged is named, and whoever else is imported is taken.
  @Test
  void anImportGoesOnBesideWhoIsDamaged() throws IOException, SQLException {
    kept.write("P3", Kept.LABORATORY);
    change("idiome.sqlite", "UPDATE intake SET person = 2 WHERE person = 1");
    var ran = kept.run("import", folder.resolve("P1"), folder.resolve("P3"));
    damaged(ran, "list of inputs");
    assertThat(ran.err()).contains("imported 1 person", "refused 1");
    assertThat(kept.run("show", "P3").exit()).isZero();
    var json = kept.run("import", folder.resolve("P1"), folder.resolve("P3"), "--json");
    assertThat(json.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(json.out()).contains("store-damaged", "already_imported");
  }
}
