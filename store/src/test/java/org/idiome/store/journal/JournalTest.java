package org.idiome.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String PLANTED = "planted-text-of-one-finding";

  @TempDir Path root;
  private StoreFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = StoreFolder.create(root.resolve("store"));
  }

  private static AuditRow.Said said(Journal journal, String person, long results) {
    return new AuditRow.Said(
        "ada",
        null,
        journal.keyed(person),
        "care",
        "show",
        List.of("genome", "laboratory"),
        AuditRow.Outcome.ANSWERED,
        results);
  }

  private static RunLog.New run(String person, String claim) {
    var id = Sha256.of(("inputs of " + person).getBytes(StandardCharsets.UTF_8));
    var digest = Sha256.of(claim.getBytes(StandardCharsets.UTF_8));
    return new RunLog.New(
        id,
        person,
        new RunRow.Head(3, id, "care", id, "snapshot", "{}", "{}", "{}", "[]"),
        1,
        digest,
        List.of(new RunRow.FindingRow("a|b|c|.", "found", "{\"text\":\"" + claim + "\"}")));
  }

  private void change(String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.journal());
        var statement = connection.createStatement()) {
      for (var text : statements) {
        statement.execute(text);
      }
    }
  }

  private List<String> damage() {
    return Journal.check(folder).stream().map(Journal.Damage::what).toList();
  }

  private void write() {
    try (var journal = Journal.make(folder)) {
      for (int i = 0; i < 4; i++) {
        journal.audit().add(NOW, said(journal, "P" + i, i));
      }
      journal.runs().keep(NOW, run("P1", PLANTED));
      journal.runs().keep(NOW, run("P2", "other"));
    }
  }

  @Test
  void givesBackWhatWasWritten() {
    write();
    try (var journal = Journal.make(folder)) {
      assertThat(journal.audit().rows())
          .extracting(AuditRow::said)
          .contains(said(journal, "P2", 2), said(journal, "P3", 3))
          .hasSize(4);
      assertThat(journal.audit().rows(journal.keyed("P1"))).hasSize(1);
      assertThat(journal.runs().of("P1")).hasSize(1);
      assertThat(journal.runs().findings(1)).isEqualTo(run("P1", PLANTED).findings());
      assertThat(journal.runs().listed().found()).containsEntry("P1", 1L).containsEntry("P2", 1L);
    }
    assertThat(damage()).isEmpty();
  }

  @Test
  void theAuditHoldsNoIdAndNoOtherStoreCanTellWhoseHashItIs() throws IOException {
    try (var journal = Journal.make(folder)) {
      journal.audit().add(NOW, said(journal, "somebody-4711", 0));
    }
    assertThat(new String(Files.readAllBytes(folder.journal()), StandardCharsets.ISO_8859_1))
        .doesNotContain("somebody-4711");
    try (var here = Journal.make(folder);
        var there = Journal.make(StoreFolder.create(root.resolve("other")))) {
      assertThat(here.keyed("somebody-4711")).isNotEqualTo(there.keyed("somebody-4711"));
    }
  }

  @Test
  void theAuditIsOnlyAddedTo() {
    write();
    assertThatThrownBy(() -> change("UPDATE audit SET who = 'eve' WHERE audit = 2"))
        .hasMessageContaining("only added to");
    assertThatThrownBy(() -> change("DELETE FROM audit WHERE audit = 2"))
        .hasMessageContaining("only added to");
  }

  @Test
  void aChangedRowIsNamed() throws SQLException {
    write();
    change("DROP TRIGGER audit_keeps", "UPDATE audit SET who = 'eve' WHERE audit = 2");
    assertThat(damage()).containsExactly("structure tables", "audit 2");
  }

  @Test
  void aRowThatWasTakenOutIsNamed() throws SQLException {
    write();
    change("DROP TRIGGER audit_stays", "DELETE FROM audit WHERE audit = 2");
    assertThat(damage()).containsExactly("structure tables", "audit 2 is missing");
  }

  @Test
  void anEndThatWasCutOffIsNamed() throws SQLException {
    write();
    change("DROP TRIGGER audit_stays", "DELETE FROM audit WHERE audit > 2");
    assertThat(damage()).containsExactly("structure tables", "audit 3 is missing");
  }

  @Test
  void aChangedFindingIsNamedWithItsPerson() throws SQLException {
    write();
    change("UPDATE finding SET state = 'excluded' WHERE run = 1");
    assertThat(Journal.check(folder)).containsExactly(new Journal.Damage("P1", "run 1"));
  }

  @Test
  void theSameRunIsKeptOnce() {
    try (var journal = Journal.make(folder)) {
      var first = journal.runs().keep(NOW, run("P1", "one"));
      var again = journal.runs().keep(NOW.plusSeconds(60), run("P1", "two"));
      assertThat(again).isEqualTo(first);
      assertThat(again.findingsDigest()).isNotEqualTo(run("P1", "two").findingsDigest());
      assertThat(journal.runs().of("P1")).hasSize(1);
    }
  }

  /// First that the search finds what was planted, then that it is in no byte.
  @Test
  void erasesThePersonsRunsAndKeepsTheAudit() throws IOException {
    write();
    assertThat(bytes()).contains(PLANTED);
    try (var journal = Journal.make(folder)) {
      assertThat(journal.erase("P1")).isEqualTo(1);
      journal.vacuum(0);
    }
    assertThat(bytes()).doesNotContain(PLANTED).contains("other");
    try (var journal = Journal.make(folder)) {
      assertThat(journal.runs().of("P1")).isEmpty();
      assertThat(journal.audit().rows(journal.keyed("P1"))).hasSize(1);
    }
    assertThat(damage()).isEmpty();
  }

  private String bytes() throws IOException {
    var all = new StringBuilder();
    try (var files = Files.list(folder.root())) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void aBackupIsAWholeJournal() {
    write();
    var copy = StoreFolder.create(root.resolve("copy"));
    try (var journal = Journal.make(folder)) {
      journal.backup(copy.journal());
    }
    assertThat(Journal.check(copy)).isEmpty();
    try (var journal = Journal.make(copy)) {
      assertThat(journal.audit().rows()).hasSize(4);
      assertThat(journal.runs().of("P2")).hasSize(1);
    }
  }

  /// Made by several at once, with one key and one chain.
  @Test
  void manyWriteAtOnceIntoOneChain() throws InterruptedException, ExecutionException {
    int many = 8;
    var written = new ArrayList<Future<Sha256>>();
    try (var pool = Executors.newFixedThreadPool(many)) {
      Callable<Sha256> writer =
          () -> {
            try (var journal = Journal.make(folder)) {
              for (int i = 0; i < 5; i++) {
                journal.audit().add(NOW, said(journal, "P", i));
              }
              return journal.keyed("P");
            }
          };
      for (int i = 0; i < many; i++) {
        written.add(pool.submit(writer));
      }
    }
    var keyed = new ArrayList<Sha256>();
    for (var one : written) {
      keyed.add(one.get());
    }
    assertThat(keyed.stream().distinct()).hasSize(1);
    try (var journal = Journal.make(folder)) {
      assertThat(journal.audit().rows()).hasSize(many * 5);
    }
    assertThat(damage()).isEmpty();
  }

  @Test
  void refusesAnotherFileAndANewerOne() throws SQLException {
    write();
    change("PRAGMA user_version = 99");
    assertThat(damage()).containsExactly("structure store-newer");
    assertThatThrownBy(() -> Journal.make(folder))
        .isInstanceOfSatisfying(
            StoreFault.class,
            fault -> assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_NEWER));
    change("PRAGMA application_id = 1");
    assertThatThrownBy(() -> Journal.make(folder))
        .isInstanceOfSatisfying(
            StoreFault.class,
            fault -> assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_NOT_ONE));
  }
}
