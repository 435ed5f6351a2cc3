package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.idiome.testkit.SmallDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A restore goes by no list that cannot be believed, and by none that says nothing.
class ErasureListsTest {
  @TempDir Path folder;
  private Path root;
  private Path backup;
  private Path to;

  @BeforeEach
  void keepABackupAndEraseSince() {
    root = folder.resolve("store");
    backup = folder.resolve("backup");
    to = folder.resolve("to");
    MadePeople.keepSmall(root, "planted");
    MadePeople.keepSmall(root, "other");
    backup(backup);
    withdraw();
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      var person = Objects.requireNonNull(upkeep.person("planted"));
      upkeep.erase(person, MadePeople.head("erase"), false, false, 0);
    }
  }

  private void backup(Path at) {
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      upkeep.backup(at, MadePeople.FIRST);
    }
  }

  private void withdraw() {
    try (var writer = Store.at(root).write(MadePeople.head("consent"), "test", 0)) {
      var person = Objects.requireNonNull(writer.person("other"));
      Consents.add(
          writer, person.person(), new Consents.Said("care", false, null, null, "ada", null));
      writer.acknowledge();
    }
  }

  private Restoring.Restored restore(boolean isWithoutList, Path at, Path... lists) {
    return new Restoring(backup, at, List.of(lists))
        .restore(MadePeople.head("restore"), isWithoutList, _ -> {});
  }

  private static void change(Path store, String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store + "/idiome.sqlite");
        var change = connection.createStatement()) {
      for (var statement : statements) {
        change.execute(statement);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM erasure_hash",
        "UPDATE erasure_hash SET hash = replace(hash, 'a', 'b')",
        "DELETE FROM erasure",
        "DELETE FROM consent",
        "DELETE FROM person WHERE id = 'other'",
        "DELETE FROM batch WHERE batch = 3",
        "DELETE FROM batch WHERE batch = 4",
        "UPDATE store_key SET key = again || '0'"
      })
  void oneThatLostARowIsRefused(String damage) throws SQLException {
    change(root, damage);
    assertThat(Store.check(root).isSound()).as("verify names it, too").isFalse();
    for (var at : List.of(to, root)) {
      assertThatThrownBy(() -> restore(false, at, root))
          .isInstanceOfSatisfying(
              StoreFault.class,
              fault ->
                  assertThat(fault.problem().code())
                      .isIn(ProblemCode.STORE_LIST_DAMAGED, ProblemCode.STORE_DAMAGED));
    }
    assertThat(to).doesNotExist();
    assertThat(restore(true, to, root).isListMissing()).isTrue();
  }

  @Test
  void whatADamagedOneStillSaysCountsAndTheRestIsNamed() throws SQLException {
    change(root, "DELETE FROM consent");
    var restored = restore(true, to, root);
    assertThat(restored.erased()).isEqualTo(1);
    assertThat(restored.lost()).anyMatch(one -> one.contains("rows that are damaged"));
  }

  /// That somebody goes on with what is left does not give back what was lost.
  @Test
  void whatWasAcceptedOfAListIsNamed() throws SQLException {
    change(root, "DELETE FROM erasure_hash", "DELETE FROM erasure", "DELETE FROM consent");
    var damaged = Store.check(root).damage().stream().filter(one -> one.what().startsWith("batch"));
    var batches = damaged.map(one -> Long.valueOf(one.what().substring(6))).toList();
    var said = MadePeople.said("accept");
    assertThat(Store.at(root).accept(batches, MadePeople.head("accept"), said, "test", 0).whole())
        .isEmpty();
    var restored = restore(false, to, root);
    assertThat(restored.lost()).anyMatch(one -> one.contains("somebody accepted what was left"));
    assertThat(restored.held()).isPositive();
  }

  /// No batch came in between, but the backup's making left a row in the audit of the one alone.
  @Test
  void aCopyOfBeforeTheBackupThatWentOnIsNotEnough() throws IOException {
    var beside = folder.resolve("beside");
    Copies.folder(root, beside);
    MadePeople.audit(root, 1);
    var late = folder.resolve("late");
    backup(late);
    try (var upkeep = Store.at(beside).upkeep("test", 0)) {
      var person = Objects.requireNonNull(upkeep.person("other"));
      upkeep.erase(person, MadePeople.head("erase"), false, false, 0);
    }
    assertThatThrownBy(() ->
            new Restoring(late, to, List.of(beside))
                .restore(MadePeople.head("restore"), false, _ -> {}))
        .isInstanceOfSatisfying(
            StoreFault.class,
            fault ->
                assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_NO_ERASURE_LIST));
    var unknown = folder.resolve("of a lost journal");
    Copies.folder(late, unknown);
    Files.delete(unknown.resolve("journal.sqlite"));
    assertThat(
            new Restoring(unknown, folder.resolve("again"), List.of(beside))
                .restore(MadePeople.head("restore"), false, _ -> {})
                .isListMissing())
        .as("nothing says whether it went on from the backup")
        .isTrue();
    withdraw();
    var restored =
        new Restoring(late, to, List.of(root)).restore(MadePeople.head("restore"), false, _ -> {});
    assertThat(restored.isListMissing()).isFalse();
    assertThat(restored.carried()).isNotEmpty();
  }

  @Test
  void aLaterBackupDoesInsteadOfADamagedOne() throws SQLException {
    var later = folder.resolve("later");
    backup(later);
    change(root, "DELETE FROM erasure_hash", "DELETE FROM erasure");
    assertThat(restore(false, to, later).erased()).isEqualTo(1);
    var more = folder.resolve("more");
    assertThat(restore(true, more, root, later).erased()).isEqualTo(1);
  }

  /// That it cannot be opened now is no reason to go on without it.
  @Test
  void oneOnAFullDiskIsNotTakenForDamaged() throws IOException {
    var place = folder.resolve("disk");
    try (var disk = SmallDisk.mount(place, 4096)) {
      var list = place.resolve("store");
      Copies.folder(root, list);
      for (int room : new int[] {0, 32, 40}) {
        disk.leave(room);
        for (boolean isWithoutList : new boolean[] {false, true}) {
          assertThatThrownBy(() -> restore(isWithoutList, to, list))
              .as("%s KiB left", room)
              .isInstanceOfSatisfying(
                  StoreFault.class,
                  fault -> assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_FULL));
        }
        assertThat(to).doesNotExist();
        disk.free();
      }
    }
  }

  /// Otherwise any folder at all would open what is closed on purpose.
  @Test
  void oneThatSaysNothingIsNone() {
    var stranger = folder.resolve("stranger");
    MadePeople.keepSmall(stranger, "stranger");
    refuses(() -> restore(false, to, backup));
    refuses(() -> restore(false, to, stranger));
    refuses(() -> restore(false, stranger));
    assertThat(to).doesNotExist();
    assertThat(MadePeople.told(stranger, "stranger")).isNotEmpty();
    assertThat(restore(true, to, backup, stranger).isListMissing()).isTrue();
  }

  /// An earlier backup knows less than the one that is restored.
  @Test
  void anEarlierBackupIsNone() {
    var earlier = backup;
    backup = folder.resolve("later");
    backup(backup);
    refuses(() -> restore(false, to, earlier));
    assertThat(restore(false, to, earlier, root).isListMissing()).isTrue();
  }

  /// Of two copies that go on side by side, both were given the same person, who was erased in one.
  ///
  /// @param later how much later than the erasure the other was given them, in seconds
  /// @return a backup of the other
  private Path beside(long later) throws IOException {
    var here = folder.resolve("here");
    var beside = folder.resolve("beside");
    MadePeople.keepSmall(here, "other");
    Copies.folder(here, beside);
    MadePeople.keepSmall(here, "planted");
    var head = new Rows.BatchHead(MadePeople.FIRST.plusSeconds(later), "import", "test");
    try (var writer = Store.at(beside).write(head, "test", 0)) {
      MadePeople.keepSmall(writer, "another");
      MadePeople.keepSmall(writer, "planted");
      writer.acknowledge();
    }
    try (var upkeep = Store.at(here).upkeep("test", 0)) {
      var person = Objects.requireNonNull(upkeep.person("planted"));
      upkeep.erase(person, MadePeople.head("erase"), false, false, 0);
    }
    root = beside;
    backup = folder.resolve("of beside");
    backup(backup);
    return here;
  }

  private Restoring.Restored restore(Again again, Path at, Path list) {
    return new Restoring(backup, at, List.of(list), again, NamingWords.ASK)
        .restore(MadePeople.head("restore"), true, _ -> {});
  }

  /// It may know of erasures of its own, and be younger: of those in the state of which the backup
  /// was made it knows nothing. They are applied all the same.
  @ParameterizedTest
  @ValueSource(longs = {0, 60})
  void aCopyThatWentOnBesideIsNone(long later) throws IOException {
    var here = beside(later);
    MadePeople.keepSmall(here, "came later");
    refuses(() -> restore(false, to, here));
    refuses(() -> restore(false, here));
    assertThat(to).doesNotExist();
    assertThat(restore(Again.TAKE, to, here).isListMissing()).isTrue();
  }

  /// The state that a restore made of a backup has gone on from it.
  @Test
  void whatWasRestoredOfTheBackupIsOne() {
    restore(true, to);
    assertThat(restore(false, folder.resolve("again"), to).isListMissing()).isFalse();
  }

  @Test
  void whoWasErasedInACopyIsErasedUnderAnotherNumber() throws IOException {
    var here = beside(0);
    assertThat(restore(Again.ASK, to, here).erased()).isEqualTo(1);
    assertThat(MadePeople.told(to, "planted")).isEmpty();
    assertThat(MadePeople.told(to, "another")).isNotEmpty();
    assertThat(MadePeople.told(to, "other")).isNotEmpty();
    assertThat(Store.check(to).isSound()).isTrue();
  }

  /// Else whoever was there before would look as if they had come again since.
  @Test
  void anErasureIsNoEarlierThanWhatWasRecordedBefore() throws SQLException {
    var store = folder.resolve("clock");
    var head = new Rows.BatchHead(MadePeople.FIRST.plusSeconds(90), "import", "test");
    try (var writer = Store.orNew(store).write(head, "test", 0)) {
      MadePeople.keepSmall(writer, "one");
      writer.acknowledge();
    }
    var back = new Rows.BatchHead(MadePeople.FIRST, "erase", "test");
    try (var upkeep = Store.at(store).upkeep("test", 0)) {
      var person = Objects.requireNonNull(upkeep.person("one"));
      upkeep.erase(person, back, false, false, 0);
    }
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store + "/idiome.sqlite");
        var asked = connection.createStatement();
        var rows = asked.executeQuery("SELECT erased FROM erasure")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("2026-01-01T10:01:30.000Z");
    }
  }

  @Test
  void whoCameToACopyAfterTheErasureIsAskedAbout() throws IOException {
    var here = beside(60);
    assertThatThrownBy(() -> restore(Again.ASK, to, here))
        .isInstanceOfSatisfying(
            StoreFault.class,
            fault -> {
              assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_ERASED_ELSEWHERE);
              assertThat(fault.problem().place().text()).contains("planted");
            });
    assertThat(to).doesNotExist();
    assertThat(restore(Again.LEAVE, to, here).erased()).isZero();
    assertThat(MadePeople.told(to, "planted")).isNotEmpty();
    var taken = folder.resolve("taken");
    assertThat(restore(Again.TAKE, taken, here).erased()).isEqualTo(1);
    assertThat(MadePeople.told(taken, "planted")).isEmpty();
    // Whoever knows of the erasure and has them imported them anew: nobody asks again.
    root = to;
    backup = folder.resolve("later still");
    backup(backup);
    assertThat(restore(true, folder.resolve("again"), here).erased()).isZero();
  }

  private static void refuses(ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            StoreFault.class,
            fault ->
                assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_NO_ERASURE_LIST));
  }
}
