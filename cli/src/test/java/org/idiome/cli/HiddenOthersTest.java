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

/// What hides somebody from those who look for a sample, an id or kin is missed without any verify;
/// and so is a batch that says of itself what it did not say first.
class HiddenOthersTest {
  private static final String UNSURE = "cannot be said: what is kept of others is damaged";

  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
  }

  private void change(String... statements) throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + kept.store() + "/idiome.sqlite");
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

  private void genome(String person, String place) throws IOException {
    var file =
        Files.writeString(
            folder.resolve(person + ".vcf"),
            MadePerson.VCF_HEADER + "chr10\t" + place + "\t.\tG\tA\t.\tPASS\t.\tGT\t0/1\n");
    assertThat(kept.run("import", file, "--person", person).exit()).isZero();
  }

  private String said(String person) {
    var ran = kept.run("explain", "person:" + person);
    assertThat(ran.exit()).as(ran.err()).isZero();
    return ran.out();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "UPDATE segment SET facts = json_set(facts, '$.sample', 'other') WHERE person = 2"
            + " AND shape = 'call'",
        "UPDATE segment SET facts = '{' WHERE person = 2 AND shape = 'call'",
        "UPDATE segment SET facts = NULL WHERE person = 2 AND shape = 'call'",
        "DELETE FROM segment WHERE person = 2",
        "UPDATE segment SET person = 99 WHERE person = 2 AND shape = 'call'",
        "DELETE FROM intake_segment WHERE intake IN (SELECT intake FROM intake WHERE person = 2)",
        "UPDATE intake_segment SET intake = 99 WHERE segment ="
            + " (SELECT max(segment) FROM segment WHERE shape = 'call')"
      })
  void aSampleThatIsHiddenIsMissed(String statement) throws IOException, SQLException {
    genome("P1", "94781859");
    genome("P2", "94781859");
    assertThat(said("P1")).contains("Sample G1 is another person’s in the store, too");
    change(statement);
    if (statement.contains("99 WHERE person")) {
      damaged(kept.run("explain", "person:P1"), "99"); // Found still, and named.
      return;
    }
    assertThat(said("P1")).contains("has sample G1 " + UNSURE);
    assertThat(kept.run("explain", "person:P1", "CYP2C19").out()).contains("Not assessed");
    damaged(kept.run("people"), "P2");
  }

  @Test
  void aGenotypeOfAnotherThatIsChangedDecidesNothing() throws IOException, SQLException {
    genome("P1", "94781859");
    genome("P2", "94781860");
    change(
        "UPDATE segment SET facts = json_set(facts, '$.identity.panel', '1:1:A:G:0/1')"
            + " WHERE person = 2 AND shape = 'call'");
    damaged(kept.run("explain", "person:P1"), "P2");
  }

  private void family() throws IOException {
    var meta =
        """
        "metaData": {"created": "2026-11-01T00:00:00Z", "createdBy": "x",
          "phenopacketSchemaVersion": "2.0"}\
        """;
    var file =
        Files.writeString(
            folder.resolve("family.json"),
            "{\"id\": \"family\", \"proband\": {\"id\": \"C\", \"subject\": {\"id\": \"C\"}, "
                + meta
                + "}, \"pedigree\": {\"persons\": [{\"individualId\": \"C\","
                + " \"maternalId\": \"P1\", \"sex\": \"MALE\"},"
                + " {\"individualId\": \"P1\", \"sex\": \"FEMALE\"}]}, "
                + meta
                + "}");
    var ran = kept.run("import", file);
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "replace(content, '\"pedigree\":[{', '\"pedigree\":[],\"other\":[{')",
        "replace(content, 'P1', 'P9')",
        "replace(content, '\"pedigree\"', '\"Pedigree\"')",
        "''"
      })
  void aChildWhosePedigreeIsChangedIsMissed(String content) throws IOException, SQLException {
    genome("P1", "94781859");
    family();
    assertThat(said("P1")).contains("children").doesNotContain(UNSURE);
    change(
        "UPDATE intake SET content = " + content + " WHERE instr(content, '\"pedigree\":[{') > 0");
    var ran = kept.run("explain", "person:P1");
    if (ran.exit() == ExitCode.DONE) {
      assertThat(ran.out()).contains(UNSURE);
    } else {
      damaged(ran, "C");
    }
  }

  /// Nothing of the person is left: who looks for a sample misses somebody all the same.
  @Test
  void whoIsGoneWithEveryRowIsMissed() throws IOException, SQLException {
    genome("P1", "94781859");
    genome("P2", "94781859");
    kept.run("interpret", "person:P2");
    var people = kept.run("people");
    assertThat(people.exit()).as(people.err()).isZero();
    var intakes = " IN (SELECT intake FROM intake WHERE person = 2)";
    var segments = " IN (SELECT segment FROM segment WHERE person = 2)";
    change(
        "DELETE FROM intake_segment WHERE intake" + intakes,
        "DELETE FROM intake_file WHERE intake" + intakes,
        "DELETE FROM source_row WHERE intake" + intakes,
        "DELETE FROM statement WHERE segment" + segments,
        "DELETE FROM quantity WHERE segment" + segments,
        "DELETE FROM segment_part WHERE segment" + segments,
        "DELETE FROM source_lines WHERE person = 2",
        "DELETE FROM segment WHERE person = 2",
        "DELETE FROM intake WHERE person = 2",
        "DELETE FROM person WHERE person = 2");
    assertThat(said("P1")).contains("has sample G1 " + UNSURE);
    damaged(kept.run("people"), "missing");
    assertThat(kept.run("people").err()).contains("runs are kept of somebody who is not there: P2");
    damaged(kept.run("store", "verify"), "persons who are missing: 1");
    // A later batch does not count them as never there.
    kept.write("P3", Kept.LABORATORY);
    assertThat(kept.run("import", folder.resolve("P3")).exit()).isZero();
    damaged(kept.run("people"), "missing");
    assertThat(kept.run("erase", "P3", "--yes").exit()).isZero();
    damaged(kept.run("people"), "missing");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "UPDATE batch SET recorded = substr(recorded, 1, 20) || '000Z' WHERE batch = 2",
        "UPDATE batch SET command = 'consent' WHERE batch = 2",
        "UPDATE batch SET software = 'x' WHERE batch = 2",
        "UPDATE batch SET author = 'somebody else' WHERE batch = 2",
        "UPDATE batch SET reason = 'another' WHERE batch = 2",
        "UPDATE batch SET people = 7 WHERE batch = 1",
        "UPDATE batch SET head = '' WHERE batch = 2",
        "DELETE FROM batch WHERE batch = 1"
      })
  void nothingIsToldByABatchThatSaysAnother(String statement) throws IOException, SQLException {
    assertThat(kept.run("interpret", "person:P2").exit()).isZero();
    kept.write("P2", Kept.LABORATORY.replace("4.4", "4.5"));
    var corrected =
        kept.run("import", folder.resolve("P2"), "--author", "ada", "--reason", "a typing error");
    assertThat(corrected.exit()).as(corrected.err()).isZero();
    assertThat(kept.run("show", "P2", "--sources").out()).contains("a typing error");
    change(statement);
    var batch = statement.endsWith("2") ? "batch 2" : "batch 1";
    damaged(kept.run("show", "P1", "--known-by", "2999-01-01"), batch);
    damaged(kept.run("people", "--known-by", "2999-01-01"), batch);
    damaged(kept.run("show", "P2", "--sources"), batch);
    damaged(kept.run("export", "P2", "-o", folder.resolve("exported")), batch);
    if (batch.equals("batch 2")) {
      damaged(kept.run("changes", "P2"), batch);
      // Of whom it says nothing, nothing is stopped, and nobody's values rest on it.
      assertThat(kept.run("show", "P1", "--sources").exit()).isZero();
    }
    assertThat(kept.run("show", "P2").exit()).isZero();
    assertThat(kept.run("interpret", "person:P2").exit()).isZero();
    damaged(kept.run("store", "verify"), batch);
  }
}
