package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.idiome.cli.demo.DemoPeople;
import org.idiome.record.door.Asker;
import org.idiome.record.door.Door;
import org.idiome.record.door.Purpose;
import org.idiome.record.kept.KeptAnswer;
import org.idiome.report.FindingWords;
import org.idiome.store.Store;
import org.idiome.store.StoreReader;
import org.idiome.store.journal.RunRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An explanation comes from the run that was kept while nothing has changed, and only then.
class StandingAnswerTest {
  @TempDir Path folder;

  private void change(Path store, String statement) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store + "/journal.sqlite");
        var made = connection.createStatement()) {
      assertThat(made.executeUpdate(statement)).isPositive();
    }
  }

  private static String runs(Kept kept) {
    return String.valueOf(kept.rows("show", "P1", "--runs").size());
  }

  @Test
  void whatWasKeptIsToldAgain() throws IOException {
    var kept = Kept.in(folder);
    var made = kept.run("explain", "person:P1", "2823-3");
    assertThat(made.exit()).isZero();
    assertThat(kept.run("explain", "person:P1", "2823-3")).isEqualTo(made);
    assertThat(kept.run("explain", "person:P1").out()).isNotEmpty();
    assertThat(runs(kept)).isEqualTo("1");
  }

  /// For pipelines, too: the run that was kept gives the rows and the document of a new one.
  @Test
  void aTableAndADocumentSayTheSame() throws IOException {
    var kept = Kept.in(folder);
    var table = kept.run("explain", "person:P1", "--tsv").out();
    assertThat(kept.run("explain", "person:P1", "--tsv").out()).isEqualTo(table);
    assertThat(table).startsWith("person\tfinding\tstate\tclaim\tvalue\trun\tsnapshot\tsoftware\n");
    assertThat(table.lines().skip(1)).allMatch(row -> row.startsWith("P1\t"));
    var one = kept.run("explain", "person:P1", "2823-3", "--json");
    assertThat(one.exit()).isZero();
    assertThat(kept.run("explain", "person:P1", "2823-3", "--json")).isEqualTo(one);
    var document = JsonTree.of(one.out());
    assertThat(document.at("/findings/0/key").toString()).contains("2823-3");
    assertThat(table).contains("\t" + document.get("run").asString() + "\t");
    assertThat(table.lines().filter(row -> row.contains("2823-3")))
        .hasSize(document.get("findings").size());
    assertThat(kept.run("explain", "person:P1", "--tsv", "--json").exit())
        .isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(
            JsonTree.of(Ran.idiome("explain", folder.resolve("none"), "--json").out())
                .get("problems"))
        .hasSize(1);
  }

  @Test
  void whatWasMetOnTheWayIsSaidAgain() throws IOException {
    var kept = Kept.in(folder);
    kept.write("P1", Kept.LABORATORY + "2026-06-05\tLOINC:2823-3\tmuch\tmmol/L\n");
    kept.run("import", folder.resolve("P1"));
    var made = kept.run("explain", "person:P1", "2823-3");
    assertThat(made.err()).contains("laboratory.tsv:4");
    assertThat(kept.run("explain", "person:P1", "2823-3")).isEqualTo(made);
  }

  @Test
  void aKeptRunThatWasAlteredIsNotTold() throws IOException, SQLException {
    var kept = Kept.in(folder);
    assertThat(kept.run("explain", "person:P1").exit()).isZero();
    change(kept.store(), "UPDATE finding SET content = replace(content, '4.4', '4.5')");
    var ran = kept.run("explain", "person:P1");
    assertThat(ran.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("run 1 of P1").contains("store verify");
  }

  @Test
  void whatCameSinceIsSaid() throws IOException {
    var kept = Kept.in(folder);
    var before = kept.run("explain", "person:P1", "|").out();
    kept.write("P1", Kept.LABORATORY + "2026-06-05\tLOINC:2823-3\t6.9\tmmol/L\n");
    kept.run("import", folder.resolve("P1"));
    var after = kept.run("explain", "person:P1", "|").out();
    assertThat(before).doesNotContain("6.9");
    assertThat(after).contains("6.9");
    assertThat(kept.run("explain", "person:P1", "|", "--at", "2026-05-30").out())
        .doesNotContain("6.9");
    assertThat(runs(kept)).isEqualTo("3");
  }

  @Test
  void consentIsPartOfTheQuestion() throws IOException {
    var kept = Kept.in(folder);
    kept.run("explain", "person:P1");
    assertThat(
            kept.run(
                    "consent", "P1", "--give", "research", "--wording", kept.wording(), "--by", "x")
                .exit())
        .isZero();
    kept.run("explain", "person:P1");
    kept.run("explain", "person:P1", "--purpose", "research");
    assertThat(runs(kept)).isEqualTo("2");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"course-01", "lung-01", "rare-01"})
  void everyFindingIsReadBackToTheLetter(String person) throws IOException {
    new DemoPeople().writeInto(folder);
    var kept = new Kept(folder);
    kept.run("import", folder.resolve(person));
    kept.run("interpret", "person:" + person);
    var asker = new Asker("x", null, Purpose.CARE, "explain", InstantSource.system());
    try (var door = Door.open(Store.at(kept.store()), asker);
        var open = Objects.requireNonNull(door.person(person, StoreReader.NEWEST, null))) {
      var standing =
          Objects.requireNonNull(open.standing(new TreeMap<>(), Release.software()), "a run");
      var whole = Objects.requireNonNull(standing.findings(standing.keys()), "findings");
      assertThat(whole).hasSameSizeAs(standing.keys()).isNotEmpty();
      var claims = Objects.requireNonNull(standing.claims(standing.keys()), "claims");
      assertThat(claims).hasSameSizeAs(whole).allMatch(one -> one.why().children().isEmpty());
      for (int i = 0; i < whole.size(); i++) {
        assertThat(FindingWords.title(claims.get(i))).isEqualTo(FindingWords.title(whole.get(i)));
        assertThat(FindingWords.value(claims.get(i))).isEqualTo(FindingWords.value(whole.get(i)));
      }
    }
  }

  /// What this release would have written otherwise is computed anew, be it told whole or in a
  /// line.
  @Test
  void aFindingThatIsNotToTheLetterIsNotTold() throws IOException {
    var kept = Kept.in(folder);
    kept.run("explain", "person:P1");
    var asker = new Asker("x", null, Purpose.CARE, "explain", InstantSource.system());
    try (var door = Door.open(Store.at(kept.store()), asker);
        var open = Objects.requireNonNull(door.person("P1", StoreReader.NEWEST, null))) {
      var standing =
          Objects.requireNonNull(open.standing(new TreeMap<>(), Release.software()), "a run");
      var row = standing.rows().getFirst();
      for (var change :
          List.of(
              Map.entry("\"version\":", "\"version\": "),
              Map.entry("\"state\":\"", "\"state\":\"not_"),
              Map.entry("{\"answer\"", "{\"a\":1,\"answer\""))) {
        var changed = row.content().replace(change.getKey(), change.getValue());
        assertThat(changed).isNotEqualTo(row.content());
        var other = new RunRow.FindingRow(row.key(), row.state(), changed);
        var answer = new KeptAnswer(standing.run(), List.of(other));
        assertThat(answer.findings(answer.keys())).as(changed).isNull();
        assertThat(answer.claims(answer.keys())).as(changed).isNull();
      }
    }
  }
}
