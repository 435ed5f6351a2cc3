package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.Rows;
import org.idiome.store.Settlements;
import org.idiome.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A row that is not as it was written is never an answer, whoever asks.
class DamagedRowsTest {
  private static final String VCF =
      MadePerson.VCF_HEADER + "chr10\t94781859\t.\tG\tA\t.\tPASS\t.\tGT\t0/1\n";

  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
    assertThat(kept.run("interpret", "person:P1").exit()).isZero();
  }

  private void change(String file, String statement) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + kept.store() + "/" + file);
        var made = connection.createStatement()) {
      assertThat(made.executeUpdate(statement)).isPositive();
    }
  }

  private void refused(Ran ran) {
    assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(ExitCode.MACHINE);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("damaged", "P1").contains("store verify");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "UPDATE quantity SET value = 3.4 WHERE segment IN (SELECT segment FROM segment"
            + " WHERE person = 1)",
        "UPDATE statement SET content = replace(content, '0001250', '0001251') WHERE segment IN"
            + " (SELECT segment FROM segment WHERE person = 1)",
        "UPDATE statement SET locators = locators || '1' WHERE segment IN"
            + " (SELECT segment FROM segment WHERE person = 1)",
        "UPDATE quantity SET locator = locator + 1 WHERE segment IN (SELECT segment FROM segment"
            + " WHERE person = 1)",
        "UPDATE segment SET facts = '{}' WHERE person = 1",
        "UPDATE segment SET facts = '{' WHERE person = 1",
        "DELETE FROM intake_segment WHERE segment = (SELECT min(segment)"
            + " FROM segment WHERE person = 1)",
        "UPDATE source_row SET text = replace(text, '0001250', '0001251') WHERE intake = 1",
        "UPDATE intake SET content = replace(content, '2026', '2025') WHERE intake = 1",
        "UPDATE intake_file SET name = name || 'x' WHERE intake = 1"
      })
  void aRowOfTheRecord(String statement) throws SQLException {
    change("idiome.sqlite", statement);
    for (var command : new String[] {"show", "interpret"}) {
      refused(kept.run(command, "person:P1"));
      assertThat(kept.run(command, "person:P2").exit()).isZero();
    }
    refused(kept.run("export", "P1", "-o", folder.resolve("out")));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /// Records of a variant file are as many as were written, and in the parts that hold them.
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "DELETE FROM segment_part WHERE segment = SEGMENT",
        "UPDATE segment_part SET part = part + 1 WHERE segment = SEGMENT",
        "UPDATE segment_part SET part = part + 9 WHERE segment = SEGMENT",
        "UPDATE segment_part SET end_row = end_row - 1 WHERE segment = SEGMENT"
      })
  void whichPartHoldsTheRecordsOfAVariantFile(String statement) throws IOException, SQLException {
    for (var person : new String[] {"P1", "P2"}) {
      var file = Files.writeString(folder.resolve(person + ".vcf"), VCF);
      assertThat(kept.run("import", file, "--person", person).exit()).isZero();
    }
    assertThat(show("P1").out()).contains("94781859");
    var segment = "(SELECT segment FROM segment WHERE person = 1 AND shape = 'call')";
    change("idiome.sqlite", statement.replace("SEGMENT", segment));
    refused(show("P1"));
    refused(kept.run("interpret", "person:P1"));
    refused(kept.run("pharmacogenes", "person:P1"));
    refused(kept.run("export", "P1", "-o", folder.resolve("out")));
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(show("P2").out()).contains("94781859");
  }

  private Ran show(String person) {
    return kept.run("show", person, "--layer", "genome");
  }

  /// Nobody is read against what they took back, and nobody else is kept from being read.
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "UPDATE consent SET from_day = '2996-01-01'",
        "UPDATE consent SET said = 'given'",
        "UPDATE consent SET purpose = 'kin'",
        "UPDATE consent SET wording = 'x'",
        "UPDATE consent SET consent = 7",
        "UPDATE consent SET batch = 1",
        "UPDATE consent SET batch = 99",
        "UPDATE consent SET person = 99",
        "DELETE FROM consent"
      })
  void whatWasTakenBack(String statement) throws SQLException {
    assertThat(kept.run("consent", "P1", "--withdraw", "care", "--by", "P1").exit()).isZero();
    change("idiome.sqlite", statement);
    stopsEveryReading("P1");
    goesOn("P2");
    people("P1");
  }

  /// Both: who lost the row, and who was given it.
  @Test
  void aRowThatWasGivenToSomebodyElse() throws IOException, SQLException {
    kept.write("P3", Kept.LABORATORY);
    kept.run("import", folder.resolve("P3"));
    assertThat(kept.run("consent", "P1", "--withdraw", "care", "--by", "P1").exit()).isZero();
    change("idiome.sqlite", "UPDATE consent SET person = 2");
    stopsEveryReading("P1");
    stopsEveryReading("P2");
    goesOn("P3");
    people("P1", "P2");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "DELETE FROM settlement",
        "UPDATE settlement SET settlement = 7",
        "UPDATE settlement SET batch = 1",
        "UPDATE settlement SET person = 99",
        "UPDATE intake SET superseded = 2 WHERE person = 1",
        "UPDATE intake SET batch = 2 WHERE person = 1",
        "DELETE FROM intake WHERE person = 1",
        "UPDATE person SET rows = 99 WHERE person = 1"
      })
  void aSettlementOrInputThatIsGone(String statement) throws SQLException {
    var head = new Rows.BatchHead(Instant.EPOCH, "settle", "test");
    try (var writer = Store.at(kept.store()).write(head, "test", 0)) {
      var answer = Sha256.of(new byte[0]);
      Settlements.add(writer, 1, new Settlements.Said("finding", answer, true, "ada", "why"));
      writer.acknowledge();
    }
    change("idiome.sqlite", statement);
    stopsEveryReading("P1");
    goesOn("P2");
    people("P1");
  }

  /// The list of people looks at less.
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"id = 'P1'", "batch = 2", "digest = 'x'"})
  void theRowOfThePerson(String other) throws IOException, SQLException {
    kept.write("P3", Kept.LABORATORY);
    kept.run("import", folder.resolve("P3"));
    change("idiome.sqlite", "DELETE FROM person WHERE person = 1");
    change("idiome.sqlite", "UPDATE person SET " + other + " WHERE person = 2");
    stopsEveryReading(other.startsWith("id") ? "P1" : "P2");
    goesOn("P3");
  }

  /// What was damaged stays so, whatever is imported or said of the person later.
  @Test
  void noLaterRowHidesIt() throws IOException, SQLException {
    assertThat(kept.run("consent", "P1", "--withdraw", "care", "--by", "P1").exit()).isZero();
    change("idiome.sqlite", "DELETE FROM consent");
    refused(kept.run("consent", "P1", "--withdraw", "kin", "--by", "P1"));
    var table = Files.writeString(folder.resolve("more.vcf"), VCF);
    assertThat(kept.run("import", table, "--person", "P1").exit()).isZero();
    stopsEveryReading("P1");
    goesOn("P2");
  }

  /// An objection that is gone is not led around by giving the data another name.
  @Test
  void isNotForgottenByAnImportUnderAnotherName() throws IOException, SQLException {
    var panel = Files.writeString(folder.resolve("panel.vcf"), VCF);
    assertThat(kept.run("import", panel, "--person", "P1").exit()).isZero();
    assertThat(kept.run("consent", "P1", "--withdraw", "care", "--by", "P1").exit()).isZero();
    change("idiome.sqlite", "DELETE FROM consent");
    refused(
        kept.run("split", "P1", "--source", "panel.vcf", "--as", "P9", "--reason", "x", "--yes"));
    var withdrawn = kept.run("withdraw", "P1", "--source", "P1", "--reason", "x", "--yes");
    assertThat(withdrawn.exit()).as(withdrawn.err()).isZero();
    refused(kept.run("import", folder.resolve("P1"), "--as", "P9"));
    assertThat(kept.run("show", "P9").exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
  }

  /// Every try to read leaves a row, also one that fails before it begins.
  @Test
  void whatCouldNotBeReadIsInTheAudit() throws SQLException {
    change("idiome.sqlite", "UPDATE person SET digest = 'x' WHERE person = 1");
    long before = failed();
    kept.run("show", "P1");
    kept.run("consent", "P1");
    assertThat(failed()).isEqualTo(before + 2);
  }

  private long failed() {
    return kept.rows("audit", "P1").stream().filter(row -> row.contains("failed")).count();
  }

  private void stopsEveryReading(String person) {
    for (var ran :
        List.of(
            kept.run("show", person),
            kept.run("interpret", "person:" + person),
            kept.run("explain", "person:" + person),
            kept.run("changes", person),
            kept.run("consent", person),
            kept.run("export", person, "-o", folder.resolve("out")))) {
      assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(ExitCode.MACHINE);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).contains("damaged", person).contains("store verify");
    }
    assertThat(folder.resolve("out")).doesNotExist();
    var verified = kept.run("store", "verify", "--tsv");
    assertThat(verified.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(verified.out()).contains(person);
  }

  private void goesOn(String person) {
    for (var command : List.of("show", "interpret", "consent")) {
      var ran = kept.run(command, command.equals("interpret") ? "person:" + person : person);
      assertThat(ran.exit()).as(ran.err()).isZero();
    }
  }

  /// The list names them, and has nothing else of them.
  private void people(String... damaged) {
    var ran = kept.run("people", "--tsv");
    assertThat(ran.exit()).isEqualTo(ExitCode.MACHINE);
    for (var person : damaged) {
      assertThat(ran.out()).contains(person + "\t.\t.\t.\t.\t.\t.");
      assertThat(ran.err()).contains("what is kept of " + person).contains("store verify");
    }
    assertThat(ran.out()).contains(damaged.length == 2 ? "P3\t1" : "P2\t1");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "INSERT INTO settlement (person, finding, answer, said, by_whom, reason, batch, digest)"
            + " VALUES (1, 'finding', 'answer', 'settled', 'ada', 'why', 1, 'x')",
        "INSERT INTO gap (person, from_batch, end_batch, batch, digest) VALUES (1, 7, 8, 1, 'x')"
      })
  void aSettlementOrGapThatNobodyRecorded(String statement) throws SQLException {
    change("idiome.sqlite", statement);
    refused(kept.run("show", "P1"));
    refused(kept.run("interpret", "person:P1"));
    assertThat(kept.run("show", "P2").exit()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "DELETE FROM source_lines WHERE person = 1",
        "UPDATE source_lines SET last = 2 WHERE person = 1",
        "UPDATE source_lines SET deflated = x'00' WHERE person = 1"
      })
  void aLineOfATable(String statement) throws SQLException {
    change("idiome.sqlite", statement);
    refused(kept.run("interpret", "person:P1"));
    assertThat(kept.run("interpret", "person:P2").exit()).isZero();
    var verified = kept.run("store", "verify");
    assertThat(verified.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(verified.out() + verified.err()).contains("P1", "lines from");
  }

  @Test
  void aFindingThatWasKept() throws SQLException {
    change("journal.sqlite", "UPDATE finding SET content = replace(content, '4.4', '4.5')");
    refused(kept.run("changes", "P1"));
    refused(kept.run("explain", "person:P1"));
    refused(kept.run("export", "P1", "-o", folder.resolve("out")));
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
