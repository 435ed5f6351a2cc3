package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.journal.AuditRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal that is gone, another, or shorter than a batch saw it, is missed.
class LostJournalTest {
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
      assertThat(Store.at(copy).accept(batches, head, said, "test", 0)).isEmpty();
      MadePeople.keepSmall(copy, "new");
      assertThat(Store.check(copy).isSound()).isTrue();
    }
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
