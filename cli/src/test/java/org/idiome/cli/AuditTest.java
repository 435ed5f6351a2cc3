package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every reading of a person leaves a row, before anything is given out.
class AuditTest {
  private static final int PERSON = 4;

  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
  }

  /// Standard output that looks, before it takes its first byte, how many rows the audit has.
  private final class Watching extends ByteArrayOutputStream {
    private long rowsBefore = -1;

    private void look() {
      if (rowsBefore < 0) {
        rowsBefore = rowsOfAudit();
      }
    }

    @Override
    public synchronized void write(int b) {
      look();
      super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      look();
      super.write(bytes, from, length);
    }
  }

  private long rowsOfAudit() {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + kept.store() + "/journal.sqlite");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM audit")) {
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "show P1",
        "show P1 --layer laboratory --tsv",
        "show P1 --runs",
        "people",
        "people --tsv",
        "interpret person:P1",
        "interpret person:P1 --json",
        "interpret person:P1 -o -",
        "explain person:P1",
        "explain person:P1 inventory",
        "consent P1",
        "audit",
        "audit P1"
      })
  void theRowIsThereBeforeTheAnswer(String line) {
    assertThat(kept.run("people").exit()).isZero();
    long before = rowsOfAudit();
    var out = new Watching();
    var err = new ByteArrayOutputStream();
    var words = new ArrayList<>(List.of(line.split(" ", -1)));
    words.addAll(List.of("--store", kept.store().toString()));
    Main.run(
        new Shell(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(new byte[0])),
        words.toArray(String[]::new));
    assertThat(out.size()).as(err.toString(StandardCharsets.UTF_8)).isPositive();
    assertThat(out.rowsBefore).isEqualTo(before + 1);
    assertThat(rowsOfAudit()).isEqualTo(before + 1);
  }

  /// That nothing was known of somebody then is an answer about them.
  @Test
  void whoAsksOfAnEarlierDayLeavesARowToo() {
    int before = kept.rows("audit", "P1").size();
    var ran = kept.run("show", "P1", "--known-by", "2000-01-01");
    assertThat(ran.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(kept.rows("audit", "P1"))
        .hasSize(before + 2)
        .anyMatch(row -> row.contains("show") && row.contains("0"));
  }

  @Test
  void saysWhoReadWhatForWhat() {
    kept.run("show", "P1", "--layer", "laboratory", "--as", "Dr Ada");
    var row = kept.rows("audit", "P1").getFirst();
    assertThat(row.get(2)).isEqualTo(System.getProperty("user.name"));
    assertThat(row.subList(3, 10))
        .containsExactly("Dr Ada", "P1", "care", "show", "laboratory", "answered", "2");
  }

  @Test
  void whatWasRefusedLeavesARowToo() {
    kept.run("show", "P1", "--purpose", "sharing");
    var row = kept.rows("audit", "P1").getFirst();
    assertThat(row.subList(4, 10)).containsExactly("P1", "sharing", "show", ".", "refused", ".");
  }

  @Test
  void whatFailedLeavesARowToo() {
    kept.run("explain", "person:P1", "--at", "no date");
    assertThat(kept.rows("audit", "P1").getFirst().get(8)).isEqualTo("failed");
  }

  @Test
  void readingTheAuditIsAudited() {
    kept.run("audit");
    var rows = kept.rows("audit");
    assertThat(rows).extracting(row -> row.get(6)).containsExactly("import", "audit", "audit");
    assertThat(rows.getLast().get(9)).isEqualTo("3");
    assertThat(kept.run("audit", "P7").exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
  }

  @Test
  void aChangedChainIsNamed() throws SQLException {
    kept.run("show", "P1");
    kept.run("show", "P2");
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + kept.store() + "/journal.sqlite");
        var statement = connection.createStatement()) {
      statement.execute("DROP TRIGGER audit_keeps");
      statement.execute("UPDATE audit SET who = 'nobody' WHERE audit = 1");
    }
    var audit = kept.run("audit");
    assertThat(audit.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(audit.err()).contains("journal.sqlite", "chain of audit 1");
    var verified = kept.run("store", "verify");
    assertThat(verified.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(verified.err()).contains("journal.sqlite", "audit 1");
  }

  /// Article 30: a record of processing, made of the audit.
  @Test
  void aRecordOfProcessing() {
    kept.run("show", "P1");
    kept.run("show", "P2");
    kept.run("show", "P2", "--purpose", "research");
    var rows = kept.rows("audit", "--processing");
    assertThat(rows)
        .extracting(row -> String.join(" ", row.get(0), row.get(1), row.get(2)))
        .containsExactly(
            "accountability 5(2) audit",
            "care 6(1)(c,e), 9(2)(h) import",
            "care 6(1)(c,e), 9(2)(h) show",
            "research 6(1)(a), 9(2)(a) show");
    assertThat(rows.get(2).subList(4, 8)).containsExactly("2", "0", "2", "laboratory,phenotype");
    assertThat(rows.get(3).subList(4, 8)).containsExactly("1", "1", "1", ".");
  }

  /// An import is about whom it names itself; work on the store as a whole is told to nobody.
  @Test
  void nobodyInParticularIsNobody() {
    kept.run("store", "compact");
    var rows = kept.rows("audit");
    assertThat(rows).extracting(row -> row.get(6)).startsWith("import", "store compact");
    assertThat(rows).extracting(row -> row.get(PERSON)).startsWith(".", ".");
    assertThat(rows.getFirst().get(9)).as("of two persons").isEqualTo("2");
  }

  private List<String> commands(String person) {
    return kept.rows("audit", person).stream()
        .map(row -> row.get(6) + " " + row.get(PERSON))
        .toList();
  }

  /// Who reads everybody reads each of them: one row, which the audit of each shows.
  @Test
  void whoReadEverybodyReadThePerson() throws IOException {
    kept.run("people");
    kept.run("store", "backup", folder.resolve("backup"));
    kept.run("show", "P2");
    kept.write("P3", Kept.LABORATORY);
    kept.run("import", folder.resolve("P3"));
    kept.run("people");
    var everybody = List.of("people everybody", "store backup everybody", "people everybody");
    assertThat(commands("P1")).startsWith(everybody.toArray(String[]::new)).hasSize(4);
    assertThat(commands("P3")).as("who came later").containsExactly("people everybody", "audit P3");
    var row = kept.rows("audit").get(1);
    assertThat(row.subList(PERSON, 10))
        .containsExactly("everybody", "care", "people", ".", "answered", "2");
    assertThat(kept.rows("audit", "--processing"))
        .filteredOn(one -> one.get(2).equals("people"))
        .singleElement()
        .satisfies(one -> assertThat(one.get(6)).isEqualTo("3"));
    var out = folder.resolve("out");
    kept.run("export", "P1", "-o", out);
    assertThat(Files.readString(out.resolve("audit.tsv"))).contains("\tstore backup\t");
  }

  @Test
  void whoReadEverybodyBeforeSomebodyWasErasedIsStillToldOfThem() {
    kept.run("people");
    kept.run("erase", "P1", "--yes");
    kept.run("people");
    assertThat(commands("P1"))
        .extracting(one -> one.substring(0, one.indexOf(' ')))
        .containsExactly("people", "erase", "audit");
  }

  /// The restored store has the audit of the backup, and a row that it was made of it.
  @Test
  void aRestoredStoreSaysWhoMadeIt() {
    var backup = folder.resolve("backup");
    kept.run("store", "backup", backup);
    assertThat(kept.run("store", "restore", backup).exit()).isZero();
    assertThat(commands("P1"))
        .containsExactly("store backup everybody", "store restore everybody", "audit P1");
  }
}
