package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a command tells from few rows, without reading a person whole, is held to what was written,
/// too: that an input is there already, how much the newest run found, between which days data are,
/// and how two variant files fit each other.
class ToldDamagedTest {
  /// Column of `people`.
  private static final int FOUND = 6;

  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
  }

  private void change(String file, String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + kept.store() + "/" + file);
        var made = connection.createStatement()) {
      for (var statement : statements) {
        assertThat(made.executeUpdate(statement)).as(statement).isPositive();
      }
    }
  }

  private void damaged(Ran ran, String what) {
    assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(ExitCode.MACHINE);
    assertThat(ran.err()).contains("damaged", what).contains("store verify");
  }

  private Path genome(String name, String genotype) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        MadePerson.VCF_HEADER + "chr10\t94781859\t.\tG\tA\t.\tPASS\t.\tGT\t" + genotype + "\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "UPDATE quantity SET value = 3.4 WHERE segment IN"
            + " (SELECT segment FROM segment WHERE person = 1)",
        "UPDATE statement SET content = replace(content, '0001250', '0001251') WHERE segment IN"
            + " (SELECT segment FROM segment WHERE person = 1)",
        "UPDATE statement SET locators = locators || '1' WHERE segment IN"
            + " (SELECT segment FROM segment WHERE person = 1)",
        "UPDATE source_row SET text = replace(text, '0001250', '0001251') WHERE intake = 1",
        "UPDATE intake_file SET name = name || 'x' WHERE intake = 1",
        "UPDATE source_lines SET deflated = x'00' WHERE person = 1",
        "DELETE FROM source_lines WHERE person = 1"
      })
  void ofWhatCannotBeReadItIsNotSaidThatItIsThere(String statement)
      throws IOException, SQLException {
    change("idiome.sqlite", statement);
    kept.write("P3", Kept.LABORATORY);
    var ran = kept.run("import", folder.resolve("P1"), folder.resolve("P2"), folder.resolve("P3"));
    damaged(ran, "P1");
    assertThat(ran.err())
        .contains("P2: already imported", "imported 1 person,")
        .doesNotContain("P1: already imported");
    assertThat(kept.run("show", "P3").exit()).isZero();
  }

  @Test
  void norOfRecordsOfAVariantFile() throws IOException {
    var file = genome("a.vcf", "0/1");
    assertThat(kept.run("import", file, "--person", "P1").exit()).isZero();
    assertThat(kept.run("import", file, "--person", "P1").err()).contains("already imported");
    try (var layers = Files.walk(kept.store().resolve("layers"))) {
      var part = layers.filter(Files::isRegularFile).findFirst().orElseThrow();
      var bytes = Files.readAllBytes(part);
      bytes[bytes.length / 2] ^= 1;
      Files.write(part, bytes);
    }
    var ran = kept.run("import", file, "--person", "P1");
    damaged(ran, "P1");
    assertThat(ran.err()).doesNotContain("already imported a.vcf", "a.vcf: already imported");
  }

  private void twoRuns() throws IOException {
    assertThat(kept.run("interpret", "person:P1").exit()).isZero();
    kept.write("P1", Kept.LABORATORY + "2026-06-05\tLOINC:2823-3\t6.9\tmmol/L\n");
    assertThat(kept.run("import", folder.resolve("P1")).exit()).isZero();
    assertThat(kept.run("interpret", "person:P1").exit()).isZero();
    assertThat(kept.run("interpret", "person:P2").exit()).isZero();
    assertThat(kept.rows("show", "P1", "--runs")).hasSize(2);
  }

  private static String found(Ran people, String id) {
    var row = people.out().lines().filter(line -> line.startsWith(id + "\t")).toList();
    assertThat(row).hasSize(1);
    return row.getFirst().split("\t", -1)[FOUND];
  }

  /// Its person is known, and nobody else is kept from anything.
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "DELETE FROM run WHERE run = 1",
        "DELETE FROM run WHERE run = 2",
        "DELETE FROM run WHERE run < 3",
        "UPDATE run SET digest = lower(hex(randomblob(32))) WHERE run = 2",
        "UPDATE run SET run = 7 WHERE run = 2",
        "DELETE FROM run_end WHERE person = 'P1'",
        "UPDATE run_end SET runs = 1 WHERE person = 'P1'",
        "UPDATE run_end SET digest = 'x' WHERE person = 'P1'"
      })
  void aRunThatIsGoneIsMissedByItsPersonAlone(String statement) throws IOException, SQLException {
    twoRuns();
    change("journal.sqlite", statement);
    var people = kept.run("people", "--tsv");
    damaged(people, "of P1");
    assertThat(found(people, "P1")).isEqualTo(".");
    assertThat(found(people, "P2")).isNotEqualTo(".");
    damaged(kept.run("show", "P1", "--runs"), "P1");
    damaged(kept.run("changes", "P1"), "P1");
    damaged(kept.run("export", "P1", "-o", folder.resolve("out")), "P1");
    assertThat(kept.run("show", "P2", "--runs").exit()).isZero();
    assertThat(kept.run("changes", "P2").exit()).isNotEqualTo(ExitCode.MACHINE);
    assertThat(kept.run("export", "P2", "-o", folder.resolve("two")).exit()).isZero();
    damaged(kept.run("store", "verify"), "of P1");
    // It is missed still once both were kept again, and somebody else was erased.
    kept.run("interpret", "person:P1");
    assertThat(kept.run("interpret", "person:P2").exit()).isZero();
    damaged(kept.run("people"), "of P1");
    kept.run("erase", "P2", "--yes");
    damaged(kept.run("people"), "of P1");
    // And it goes with whose it was.
    assertThat(kept.run("erase", "P1", "--yes").exit()).isZero();
    var after = kept.run("people");
    assertThat(after.exit()).as(after.err()).isZero();
    var verified = kept.run("store", "verify");
    assertThat(verified.exit()).as(verified.err()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "DELETE FROM run WHERE run = 3; DELETE FROM run_end WHERE person = 'P2'",
        "UPDATE chain SET runs_digest = 'x'",
        "UPDATE chain SET people = 1"
      })
  void aRunThatIsGoneWithWhatWasNotedOfItIsMissedByAll(String statements)
      throws IOException, SQLException {
    twoRuns();
    change("journal.sqlite", statements.split("; "));
    var people = kept.run("people", "--tsv");
    damaged(people, "runs");
    assertThat(found(people, "P1") + found(people, "P2"))
        .as("nobody knows whose newest run is gone")
        .isEqualTo("..");
    damaged(kept.run("show", "P1", "--runs"), "runs");
    damaged(kept.run("changes", "P1"), "runs");
    damaged(kept.run("export", "P1", "-o", folder.resolve("out")), "runs");
    assertThat(kept.run("show", "P1").exit()).isZero();
    assertThat(kept.run("interpret", "person:P1").exit()).isZero();
    damaged(kept.run("people"), "runs");
    kept.run("erase", "P2", "--yes");
    damaged(kept.run("people"), "runs");
    damaged(kept.run("store", "verify"), "runs");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "first_day = '1911-01-01'",
        "first_day = NULL",
        "last_day = '2099-01-01'",
        "layer = 'proteome'",
        "observations = observations + 1",
        "shape = 'statement'",
        "batch = 2"
      })
  void whatThePeopleAreListedWith(String what) throws IOException, SQLException {
    kept.write("P3", Kept.LABORATORY);
    assertThat(kept.run("import", folder.resolve("P3")).exit()).isZero();
    change(
        "idiome.sqlite",
        "UPDATE segment SET " + what + " WHERE person = 1 AND first_day IS NOT NULL");
    var people = kept.run("people", "--tsv");
    damaged(people, "P1");
    assertThat(people.out()).contains("P1\t.\t.\t.\t.\t.\t.").contains("P2\t1");
    damaged(kept.run("show", "P1", "--sources"), "P1");
    assertThat(kept.run("show", "P2", "--sources").exit()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "UPDATE comparison SET different = 0",
        "UPDATE comparison SET compared = compared + 1",
        "UPDATE comparison SET places = replace(places, '94781', '94782')",
        "UPDATE comparison SET batch = 1",
        "UPDATE comparison SET two = 1",
        "UPDATE comparison SET one = 1",
        "DELETE FROM comparison",
        "INSERT INTO comparison SELECT two, one, batch, compared, 0, '[]' FROM comparison"
      })
  void howTwoVariantFilesFitEachOther(String statement) throws IOException, SQLException {
    assertThat(kept.run("import", genome("a.vcf", "0/1"), "--person", "P1").exit()).isZero();
    kept.run("import", genome("b.vcf", "1/1"), "--person", "P1");
    assertThat(kept.run("explain", "person:P1", "CYP2C19").out()).contains("Not assessed");
    change("idiome.sqlite", statement);
    for (var ran :
        List.of(
            kept.run("show", "P1"),
            kept.run("interpret", "person:P1"),
            kept.run("explain", "person:P1", "CYP2C19"),
            kept.run("pharmacogenes", "person:P1"),
            kept.run("changes", "P1"),
            kept.run("export", "P1", "-o", folder.resolve("out")))) {
      damaged(ran, "P1");
      assertThat(ran.out()).isEmpty();
    }
    damaged(kept.run("people"), "P1");
    damaged(kept.run("store", "verify"), "P1");
    assertThat(kept.run("interpret", "person:P2").exit()).isZero();
    kept.run("import", genome("c.vcf", "0/1"), "--person", "P1");
    damaged(kept.run("show", "P1"), "P1");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "UPDATE intake SET source = 'other' WHERE person = 1",
        "UPDATE intake_file SET name = 'other' WHERE intake = 1 AND ordinal = 1"
      })
  void whereItIsFrom(String statement) throws SQLException {
    change("idiome.sqlite", statement);
    damaged(kept.run("show", "P1", "--sources"), "P1");
    assertThat(kept.run("show", "P2", "--sources").exit()).isZero();
  }
}
