package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.journal.AuditRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A journal that is gone, another, or shorter than a batch saw it, is missed.
class LostJournalTest {
  private static final int PAGE = 4096;

  @TempDir Path folder;
  private Path root;
  private Path journal;

  @BeforeEach
  void keepPeople() {
    root = folder.resolve("store");
    journal = root.resolve("journal.sqlite");
    MadePeople.keepSmall(root, "one");
    MadePeople.audit(root, 4);
    MadePeople.run(root, "one");
    MadePeople.keepSmall(root, "two");
    MadePeople.audit(root, 2);
  }

  private List<String> damage() {
    return Store.check(root).damage().stream().map(one -> one.file() + ": " + one.what()).toList();
  }

  @Test
  void comesWithTheStore() {
    var other = folder.resolve("other");
    MadePeople.keepSmall(other, "one");
    assertThat(other.resolve("journal.sqlite")).isRegularFile();
    assertThat(damage()).isEmpty();
  }

  @Test
  void nobodyIsReadAndNothingWrittenWithoutIt() throws IOException {
    Files.delete(journal);
    assertThat(damage()).containsExactly("journal.sqlite: missing");
    refusesAll("missing");
    assertThat(journal).as("none is made in silence").doesNotExist();
    Files.createFile(journal);
    refusesAll("empty");
  }

  @Test
  void anotherIsMissed() throws IOException {
    var other = folder.resolve("other");
    MadePeople.keepSmall(other, "one");
    Files.copy(other.resolve("journal.sqlite"), journal, StandardCopyOption.REPLACE_EXISTING);
    assertThat(damage()).containsExactly("journal.sqlite: another than that of batch 1");
    refusesAll("another than that of batch 2");
  }

  @Test
  void anEarlierStateOfItIsMissed() throws IOException {
    MadePeople.keepSmall(root, "three");
    var early = Files.readAllBytes(journal);
    MadePeople.audit(root, 3);
    MadePeople.keepSmall(root, "four");
    Files.write(journal, early);
    var said = "audit 9, which batch 4 saw, is missing or changed";
    assertThat(damage()).containsExactly("journal.sqlite: " + said);
    refusesAll(said);
  }

  /// It has as many rows as the batch saw, and each is whole: another state all the same.
  @Test
  void anEarlierStateThatWentOnIsMissed() throws IOException {
    var other = folder.resolve("other");
    Copies.folder(root, other);
    MadePeople.audit(other, 12);
    MadePeople.audit(root, 3);
    try (var open = Store.at(root).journal()) {
      open.audit().add(MadePeople.FIRST, MadePeople.said("people"));
    }
    MadePeople.keepSmall(root, "three");
    Files.copy(other.resolve("journal.sqlite"), journal, StandardCopyOption.REPLACE_EXISTING);
    refusesAll("audit 10, which batch 3 saw, is missing or changed");
  }

  /// The page on which the last batch saw the audit end, once the audit went on behind it: who is
  /// read is written down, and it is said. Nobody is where the end itself is damaged.
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"a bit", "the page"})
  void aDamagedRowThatABatchSawKeepsNobodyFromBeingRead(String what) throws Exception {
    MadePeople.audit(root, 60);
    MadePeople.keepSmall(root, "three");
    var seen = end();
    MadePeople.audit(root, 60);
    var told = MadePeople.told(root, "one");
    var whole = Files.readAllBytes(journal);
    damage(whole, seen, what);
    assertThat(MadePeople.told(root, "one")).isEqualTo(told);
    try (var open = Store.at(root).journal()) {
      assertThat(open.damaged()).startsWith("audit 66, which batch 3 saw");
      long rows = open.audit().end().rows();
      open.audit().add(MadePeople.FIRST, MadePeople.said("people"));
      assertThat(open.audit().end().rows()).isEqualTo(rows + 1);
    }
    assertThat(damage())
        .anyMatch(one -> one.startsWith("journal.sqlite: audit 66, which batch 3 saw, is "));
    MadePeople.keepSmall(root, "new");
    try (var open = Store.at(root).journal()) {
      assertThat(open.damaged()).as("the next batch saw another").isNull();
    }
    assertThat(damage()).isNotEmpty();
  }

  private String end() {
    try (var open = Store.at(root).journal()) {
      return open.audit().end().digest().hex();
    }
  }

  private void damage(byte[] whole, String digest, String what) throws IOException {
    int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf(digest);
    assertThat(at).isPositive();
    var bytes = whole.clone();
    if (what.equals("a bit")) {
      bytes[at] ^= 1;
    } else {
      Arrays.fill(bytes, at / PAGE * PAGE, (at / PAGE + 1) * PAGE, (byte) 0);
    }
    Files.write(journal, bytes);
  }

  /// By somebody who can mend the chain behind the cut.
  @Test
  void anEndThatWasCutOffWithItsChainIsMissed() throws SQLException {
    change(
        "DROP TRIGGER audit_stays",
        "DELETE FROM audit WHERE audit > 3",
        "UPDATE chain SET rows = 3, digest = (SELECT digest FROM audit WHERE audit = 3)",
        "CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit"
            + " is only added to'); END");
    var said = "audit 4, which batch 2 saw, is missing or changed";
    assertThat(damage()).containsExactly("journal.sqlite: " + said);
    refusesAll(said);
  }

  @Test
  void aTriggerThatWasTakenAwayIsNamed() throws SQLException {
    change("DROP TRIGGER audit_stays");
    assertThat(damage()).containsExactly("journal.sqlite: structure tables");
  }

  @Test
  void aRunThatWasTakenOutIsNamed() throws SQLException {
    change("DELETE FROM finding", "DELETE FROM run");
    assertThat(damage()).containsExactly("journal.sqlite: runs are missing, or others are there");
  }

  @Test
  void anotherIsBegunAndSaysSo() throws IOException {
    var moved = folder.resolve("moved");
    assertThat(begin()).as("it is there").isFalse();
    Files.writeString(journal, "no journal at all, but text enough to be one");
    refuses(ProblemCode.STORE_DAMAGED, this::begin);
    Files.move(journal, moved);
    assertThat(begin()).isTrue();
    try (var begun = Store.at(root).journal()) {
      assertThat(begun.audit().rows())
          .extracting(AuditRow::said)
          .containsExactly(MadePeople.said("store journal"));
    }
    MadePeople.keepSmall(root, "three");
    assertThat(MadePeople.told(root, "one")).isNotEmpty();
    var checked = Store.check(root);
    assertThat(checked.isSound()).isTrue();
    assertThat(checked.lostJournals()).containsExactly(new StoreCheck.LostJournal(3, 4));
    var backup = folder.resolve("backup");
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      upkeep.backup(backup, MadePeople.FIRST);
    }
    var restored = folder.resolve("restored");
    var head = MadePeople.head("restore");
    new Restoring(backup, restored, List.of(root)).restore(head, false, _ -> {});
    assertThat(Store.check(restored).lostJournals()).isEqualTo(checked.lostJournals());
    assertThat(MadePeople.told(restored, "three")).isNotEmpty();
  }

  private boolean begin() {
    var said = MadePeople.said("store journal");
    return Store.at(root).beginJournal(MadePeople.head("store journal"), said, "test", 0);
  }

  /// A write that was lost: rows of a batch are gone with what it noted, and no digest tells whose.
  @Test
  void aBatchWithoutItsMarkIsMissedUntilThatIsAccepted() throws IOException, SQLException {
    MadePeople.keepSmall(root, "three");
    for (var lost : List.of("2, 3", "2", "1, 2, 3")) {
      var copy = folder.resolve("lost " + lost);
      Copies.folder(root, copy);
      changeIn(
          copy.resolve("idiome.sqlite"), "DELETE FROM journal_mark WHERE batch IN (" + lost + ")");
      refusesUnmarked(lost, () -> Store.at(copy).journal());
      refusesUnmarked(lost, () -> MadePeople.keepSmall(copy, "new"));
      refusesUnmarked(lost, () -> Store.at(copy).upkeep("test", 0));
      var batches = List.of(lost.split(", ")).stream().map(Long::valueOf).toList();
      var head = MadePeople.head("store accept");
      var said = MadePeople.said("store accept");
      assertThat(Store.at(copy).accept(batches, head, said, "test", 0).whole()).isEmpty();
      MadePeople.keepSmall(copy, "new");
      assertThat(Store.check(copy).isSound()).isTrue();
    }
  }

  /// With everything that would miss it: somebody says so, and accepts the rest.
  @Test
  void noneIsMadeInSilenceWhereNoBatchKnowsOfOne() throws IOException, SQLException {
    var catalogue = root.resolve("idiome.sqlite");
    changeIn(catalogue, "DELETE FROM journal_mark");
    Files.delete(journal);
    var head = MadePeople.head("store accept");
    var said = MadePeople.said("store accept");
    refusesLost("missing", () -> Store.at(root).accept(List.of(1L, 2L), head, said, "test", 0));
    assertThat(journal).doesNotExist();
    assertThat(damage()).contains("journal.sqlite: missing");
    refusesUnmarked("1, 2", () -> Store.at(root).journal());
    assertThat(journal).doesNotExist();
    assertThat(begin()).isTrue();
    refusesUnmarked("1, 2", () -> Store.at(root).journal());
    assertThat(Store.at(root).accept(List.of(1L, 2L), head, said, "test", 0).whole()).isEmpty();
    MadePeople.keepSmall(root, "new");
    assertThat(Store.check(root).accepted()).hasSize(2);
  }

  /// The journal is sound: what is damaged is the batch, which can be accepted.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rows = rows + 5",
        "rows = 2",
        "digest = 'x'",
        "digest = lower(hex(randomblob(32)))",
        "key = lower(hex(randomblob(32)))"
      })
  void aChangedMarkOfTheLastBatchIsNoLostJournal(String change) throws IOException, SQLException {
    var single = folder.resolve("single");
    MadePeople.audit(root, 3);
    MadePeople.keepSmall(single, "one");
    MadePeople.audit(single, 3);
    MadePeople.keepSmall(root, "three");
    // Before the first row of an audit no digest stands for any.
    for (var store : change.startsWith("digest") ? List.of(root) : List.of(root, single)) {
      var last = store.equals(root) ? 3L : 1L;
      changeIn(
          store.resolve("idiome.sqlite"),
          "UPDATE journal_mark SET " + change + " WHERE batch = " + last);
      refuses(ProblemCode.STORE_DAMAGED, () -> Store.at(store).journal());
      assertThat(Store.check(store).damage())
          .extracting(StoreCheck.Damage::what)
          .contains("batch " + last);
      var head = MadePeople.head("store accept");
      var said = MadePeople.said("store accept");
      assertThat(Store.at(store).accept(List.of(last), head, said, "test", 0).whole()).isEmpty();
      MadePeople.keepSmall(store, "new");
      assertThat(Store.check(store).damage()).isEmpty();
      assertThat(Store.check(store).lostJournals()).isEmpty();
    }
  }

  /// Not even where the last batch is damaged, too.
  @Test
  void aJournalThatWasCutBackIsLostAllTheSame() throws IOException, SQLException {
    Files.copy(journal, folder.resolve("older"));
    MadePeople.audit(root, 3);
    MadePeople.keepSmall(root, "three");
    MadePeople.keepSmall(root, "four");
    changeIn(root.resolve("idiome.sqlite"), "UPDATE journal_mark SET rows = 99 WHERE batch = 4");
    Files.copy(folder.resolve("older"), journal, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    refuses(ProblemCode.STORE_JOURNAL_LOST, () -> Store.at(root).journal());
  }

  private static void refusesUnmarked(String batches, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            StoreFault.class,
            fault -> {
              assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_DAMAGED);
              assertThat(fault.problem().values())
                  .containsEntry("said", "batch " + batches + " lost what it noted of the journal");
            });
  }

  private void change(String... statements) throws SQLException {
    changeIn(journal, statements);
  }

  private static void changeIn(Path file, String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      for (var text : statements) {
        statement.execute(text);
      }
    }
  }

  private void refusesAll(String said) {
    refusesLost(said, () -> Store.at(root).journal());
    refusesLost(said, () -> MadePeople.keepSmall(root, "new"));
    refusesLost(said, () -> Store.at(root).upkeep("test", 0));
  }

  private static void refusesLost(String said, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            StoreFault.class,
            fault -> {
              assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_JOURNAL_LOST);
              assertThat(fault.problem().values()).containsEntry("said", said);
            });
  }

  private static void refuses(ProblemCode code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            StoreFault.class, fault -> assertThat(fault.problem().code()).isEqualTo(code));
  }
}
