package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.Store;
import org.idiome.store.journal.RunLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs are kept, and what changed between them has a cause.
class ChangesTest {
  private static final int KIND = 1;
  private static final int CAUSE = 6;
  private static final int SOURCE = 7;
  private static final int BATCHES = 13;

  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
  }

  private void importAgain(String laboratory) throws IOException {
    kept.write("P1", laboratory);
    assertThat(kept.run("import", folder.resolve("P1"), "--reason", "later").exit()).isZero();
  }

  @Test
  void theSameRunIsKeptOnce() throws IOException {
    kept.run("interpret", "person:P1");
    kept.run("interpret", "person:P1");
    assertThat(kept.rows("show", "P1", "--runs")).hasSize(1);
    importAgain(Kept.LABORATORY + "2026-09-05\tLOINC:2823-3\t6.9\tmmol/L\n");
    kept.run("interpret", "person:P1");
    assertThat(kept.rows("show", "P1", "--runs")).hasSize(2);
    assertThat(kept.rows("people").getFirst().get(6)).isNotEqualTo(".");
    assertThat(kept.rows("people").get(1).get(6)).isEqualTo(".");
  }

  /// Kept whole, so it is no damage: the same inputs once had a finding less.
  @Test
  void aRunThatFindsOtherwiseIsAFaultThatIsSaid() throws SQLException {
    kept.run("interpret", "person:P1");
    try (var journal = Store.at(kept.store()).journal()) {
      var run = journal.runs().of("P1").getFirst();
      var findings = journal.runs().findings(run.number());
      try (var connection =
              DriverManager.getConnection("jdbc:sqlite:" + kept.store() + "/journal.sqlite");
          var statement = connection.createStatement()) {
        statement.execute("DELETE FROM finding");
        statement.execute("DELETE FROM run");
      }
      var fewer = findings.subList(1, findings.size());
      var other = Sha256.of(new byte[] {1});
      journal
          .runs()
          .keep(
              Instant.EPOCH, new RunLog.New(run.id(), "P1", run.head(), run.found(), other, fewer));
    }
    var again = kept.run("interpret", "person:P1");
    assertThat(again.exit()).isEqualTo(ExitCode.FAULT);
    assertThat(again.out()).isEmpty();
    assertThat(again.err()).contains("with other findings", "please report");
  }

  @Test
  void newDataAreNamedWithTheirFileAndBatch() throws IOException {
    kept.run("interpret", "person:P1");
    importAgain(Kept.LABORATORY + "2026-09-05\tLOINC:2823-3\t6.9\tmmol/L\n");
    var changes = kept.rows("changes", "P1");
    assertThat(changes).isNotEmpty();
    assertThat(changes).allSatisfy(row -> assertThat(row.get(CAUSE)).isEqualTo("data"));
    assertThat(changes)
        .allSatisfy(row -> assertThat(row.get(SOURCE)).isEqualTo("laboratory.tsv (batch 2)"));
    kept.run("interpret", "person:P1");
    assertThat(kept.rows("changes", "P1")).hasSameSizeAs(changes);
    assertThat(kept.run("changes", "P1").out())
        .contains("before", "run 1, kept 20", "Other data: laboratory.tsv (batch 2)");
  }

  /// A correction, and a withdrawal, say who did it and why.
  @Test
  void theBatchesBetweenTwoRunsAreNamedWithTheirReasons() throws IOException {
    kept.run("interpret", "person:P1");
    kept.write("P1", Kept.LABORATORY.replace("4.4", "44"));
    var slipped = "decimal point slipped";
    kept.run("import", folder.resolve("P1"), "--reason", slipped, "--author", "Ada");
    kept.run("import", folder.resolve("P2"), "--reason", "of somebody else");
    var text = kept.run("changes", "P1").out();
    assertThat(text)
        .containsPattern("between  batch 2, 20..-..-..: import, by Ada, decimal point slipped\n")
        .doesNotContain("batch 3");
    var row = kept.rows("changes", "P1").getFirst();
    assertThat(row.subList(BATCHES, BATCHES + 4)).containsExactly("2", "import", "Ada", slipped);
    assertThat(kept.run("changes", "P1", "--json").out()).contains("\"reasons\": \"" + slipped);
  }

  /// Of two batches each is the cause of its own.
  @Test
  void theBatchThatDidItIsNamed() throws IOException {
    importAlone("high.tsv", "2026-09-05\tLOINC:2823-3\t6.9\tmmol/L\n");
    kept.run("interpret", "person:P1");
    kept.run("withdraw", "P1", "--source", "high.tsv", "--reason", "not theirs", "--yes");
    importAlone("more.tsv", "2019-01-05\tLOINC:718-7\t14\tg/dL\n");
    var changes = kept.rows("changes", "P1");
    assertThat(changes).filteredOn(row -> row.get(2).contains("2823-3")).isNotEmpty();
    for (var row : changes) {
      var source =
          row.get(2).contains("2823-3")
              ? "high.tsv, no longer counted (batch 3)"
              : row.get(2).contains("718-7") ? "more.tsv (batch 4)" : row.get(SOURCE);
      assertThat(row.get(SOURCE)).as(row.get(2)).isEqualTo(source);
    }
  }

  private void importAlone(String name, String row) throws IOException {
    var table = Files.writeString(folder.resolve(name), "date\tcode\tvalue\tunit\n" + row);
    var options =
        "--layer laboratory --feature code --value value --unit unit --time date --timeUnit date";
    var line = new ArrayList<Object>(List.of(table, "--person", "P1"));
    line.addAll(List.of(options.split(" ", -1)));
    assertThat(kept.run("import", line.toArray()).exit()).isZero();
  }

  @Test
  void otherSettingsAreNamed() {
    kept.run("interpret", "person:P1", "--at", "2026-02-01");
    kept.run("interpret", "person:P1");
    var changes = kept.rows("changes", "P1");
    assertThat(changes).isNotEmpty();
    assertThat(changes).allSatisfy(row -> assertThat(row.get(CAUSE)).isEqualTo("settings"));
    assertThat(changes.getFirst().get(SOURCE)).isEqualTo("at not given, was 2026-02-01");
  }

  /// A run that was asked of an earlier day is no answer to what holds now.
  @Test
  void aRunOfAnotherQuestionIsNotTakenForNow() throws IOException {
    kept.run("interpret", "person:P1");
    importAgain(Kept.LABORATORY + "2026-09-05\tLOINC:2823-3\t6.9\tmmol/L\n");
    kept.run("interpret", "person:P1", "--at", "2026-02-01");
    kept.run("interpret", "person:P1", "--known-by", "2099-01-01");
    var unkept = kept.run("changes", "P1").out();
    assertThat(unkept)
        .as("what holds now was not kept, so it is made")
        .containsPattern("before   run 1, kept 20..-..-.., clinical date 2026-05-05\n")
        .containsPattern("now      now, clinical date 2026-09-05\n")
        .doesNotContain("Two different");
    assertThat(unkept.replaceAll("\\s+", " "))
        .contains("other questions: run 2 (--at 2026-02-01); run 3 (--known-by 2099-01-01)");
    kept.run("interpret", "person:P1");
    assertThat(kept.run("changes", "P1").out())
        .as("the run of today's question, not the one that was kept last")
        .containsPattern("now      run 4, kept 20..-..-.., clinical date 2026-09-05\n");
    kept.run("interpret", "person:P1", "--at", "2026-02-01", "--known-by", "2099-01-01");
    assertThat(kept.rows("changes", "P1"))
        .allSatisfy(row -> assertThat(row.get(CAUSE)).isEqualTo("data"));
    var found = kept.rows("show", "P1", "--runs").get(3).get(8);
    assertThat(kept.rows("people").getFirst().get(6)).isEqualTo(found);
  }

  @Test
  void twoQuestionsAreSaidFirst() throws IOException {
    kept.run("interpret", "person:P1");
    kept.run("interpret", "person:P1", "--at", "2026-02-01");
    var two = kept.run("changes", "P1", "1", "2").out();
    assertThat(two.replaceAll("\\s+", " "))
        .startsWith("Two different questions, one asked without a date, one asked with --at");
    assertThat(two)
        .containsPattern("after    run 2, kept 20..-..-.., clinical date 2026-02-01, asked with")
        .doesNotContain("\n  now ");
    var rows = kept.rows("changes", "P1", "2", "1");
    assertThat(rows).allSatisfy(row -> assertThat(row.get(17)).isEqualTo("--at 2026-02-01"));
    assertThat(kept.run("changes", "P1", "2", "now", "--tsv").err()).startsWith("Two different");
  }

  /// What another person's data did to the store changes nobody else's answers.
  @Test
  void nothingChangedIsSaid() throws IOException {
    kept.run("interpret", "person:P1");
    kept.write("P2", Kept.LABORATORY + "2026-09-05\tLOINC:2823-3\t6.9\tmmol/L\n");
    kept.run("import", folder.resolve("P2"));
    assertThat(kept.run("changes", "P1").out()).contains("Nothing changed for P1");
    assertThat(kept.rows("changes", "P1", "1", "now")).isEmpty();
  }

  /// What two inputs contradict each other in is part of what a run rests on, though one of two
  /// births is taken for the profile.
  @Test
  void anotherContradictionIsAnotherRun() throws IOException {
    born("Q1", "1960", "");
    born("Q2", "1980", "");
    assertThat(kept.run("interpret", "person:q").exit()).isZero();
    born("Q1", "1970", "");
    born("Q2", "1980", " ");
    var run = kept.run("interpret", "person:q");
    assertThat(run.exit()).as(run.err()).isZero();
    var said = kept.rows("changes", "q");
    assertThat(said).isNotEmpty();
    assertThat(said).allSatisfy(row -> assertThat(row.get(CAUSE)).isEqualTo("data"));
  }

  private void born(String packet, String year, String space) throws IOException {
    var file =
        Files.writeString(
            folder.resolve(packet + ".json"),
            """
            {"id": "%s", "subject": {"id": "q", "dateOfBirth": "%s-05-01T00:00:00Z"},%s
             "metaData": {"phenopacketSchemaVersion": "2.0"}}
            """
                .formatted(packet, year, space));
    var ran = kept.run("import", file, "--as", "q", "--reason", "x", "--author", "Ada");
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  @Test
  void whatIsNewAndWhatIsGone() throws IOException {
    kept.run("interpret", "person:P1");
    importAgain(Kept.LABORATORY.replace("2823-3", "2951-2"));
    assertThat(kept.rows("changes", "P1")).extracting(row -> row.get(KIND)).contains("new", "gone");
    assertThat(kept.rows("changes", "P1"))
        .allSatisfy(row -> assertThat(row.get(CAUSE)).isEqualTo("data"));
  }

  @Test
  void saysWhereThereIsNoRun() {
    var none = kept.run("changes", "P1");
    assertThat(none.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(none.err()).contains("'idiome interpret' keeps one");
    kept.run("interpret", "person:P1");
    assertThat(kept.run("changes", "P1", "7").exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
  }
}
