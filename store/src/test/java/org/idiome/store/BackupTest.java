package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.FolderCopy;
import org.idiome.store.folder.StoreFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup is whole or not there, and nobody who was erased comes back by it.
class BackupTest {
  private static final String PLANTED = "Plantedperson";
  private static final String OTHER = "otherperson";

  @TempDir Path folder;
  private Path root;
  private Path backup;

  @BeforeEach
  void keepPeople() {
    root = folder.resolve("store");
    backup = folder.resolve("backup");
    MadePeople.keep(root, PLANTED, OTHER);
    MadePeople.keep(root, PLANTED);
    MadePeople.run(root, PLANTED);
    MadePeople.run(root, OTHER);
  }

  private StoreCheck.Checked backup() {
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      return upkeep.backup(backup, MadePeople.FIRST);
    }
  }

  private void erase(String id) {
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      var person = Objects.requireNonNull(upkeep.person(id));
      assertThat(upkeep.erase(person, MadePeople.head("erase"), false, false, 0).isPending())
          .isFalse();
    }
  }

  private Restoring.Restored restore(Path to, Path... lists) {
    return new Restoring(backup, to, List.of(lists))
        .restore(MadePeople.head("restore"), false, _ -> {});
  }

  @Test
  void holdsEverythingForItsOwnerAlone() throws IOException {
    var told = MadePeople.told(root, PLANTED) + MadePeople.told(root, OTHER);
    assertThat(backup().isSound()).isTrue();
    try (var files = Files.walk(backup)) {
      for (var file : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
      }
    }
    var again = folder.resolve("again");
    assertThat(restore(again, root).checked().isSound()).isTrue();
    assertThat(MadePeople.told(again, PLANTED) + MadePeople.told(again, OTHER)).isEqualTo(told);
    assertThat(MadePeople.told(root, PLANTED) + MadePeople.told(root, OTHER)).isEqualTo(told);
  }

  @Test
  void isNotUsedAsItLies() {
    backup();
    refuses(ProblemCode.STORE_IS_BACKUP, () -> Store.at(backup));
    refuses(ProblemCode.STORE_IS_BACKUP, () -> Store.orNew(backup));
    assertThat(Store.check(backup).isSound()).as("but verified").isTrue();
  }

  @Test
  void takesNoFolderOfOtherThings() throws IOException {
    Files.createDirectories(backup);
    Files.writeString(backup.resolve("letter.txt"), "mine");
    refuses(ProblemCode.STORE_TARGET_TAKEN, this::backup);
    backup = root.resolve("below");
    refuses(ProblemCode.STORE_TARGET_TAKEN, this::backup);
    assertThat(folder.resolve("backup")).isDirectoryContaining(file -> file.endsWith("letter.txt"));
  }

  @Test
  void isNotMadeOfWhatIsDamaged() throws IOException {
    var part = root.resolve("layers/genome/00000001-0001.parquet");
    var bytes = Files.readAllBytes(part);
    bytes[bytes.length / 2] ^= 1;
    Files.write(part, bytes);
    refuses(ProblemCode.STORE_DAMAGED, this::backup);
    assertThat(backup).doesNotExist();
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(root);
    }
  }

  @Test
  void takesThePlaceOfOneThatWasNeverFinished() throws IOException {
    Files.createDirectories(folder.resolve(".backup.aside/layers"));
    Files.writeString(folder.resolve(".backup.aside/idiome.sqlite"), "half of it");
    Files.writeString(folder.resolve(".backup.aside/copy.lock"), "process 12");
    assertThat(backup().isSound()).isTrue();
    assertThat(folder.resolve(".backup.aside")).doesNotExist();
    assertThat(backup.resolve("copy.lock")).doesNotExist();
  }

  /// A folder of that name that somebody else made is not deleted.
  @Test
  void leavesAFolderOfItsNameThatNoCopyWas() throws IOException {
    var other = Files.createDirectories(folder.resolve(".backup.aside/photos"));
    refuses(ProblemCode.STORE_TARGET_TAKEN, this::backup);
    assertThat(other).exists();
    Files.delete(other);
    Files.delete(folder.resolve(".backup.aside"));
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("copy.lock"), "of another");
    Files.createSymbolicLink(folder.resolve(".backup.aside"), elsewhere);
    refuses(ProblemCode.STORE_TARGET_TAKEN, this::backup);
    assertThat(elsewhere.resolve("copy.lock")).exists();
  }

  /// Two that are made at one moment at one place: the second would delete what the first wrote,
  /// and the first would give its name to what there is of the second.
  @Test
  void oneThatIsBeingMadeIsLeftToItsMaker() throws IOException {
    try (var first = FolderCopy.begin(backup, false)) {
      Files.writeString(first.folder().catalogue(), "half of it");
      refuses(ProblemCode.STORE_HELD, this::backup);
      refuses(ProblemCode.STORE_HELD, () -> Store.orNew(backup));
      refuses(ProblemCode.STORE_HELD, () -> Store.at(backup));
      assertThat(first.folder().catalogue()).hasContent("half of it");
    }
    assertThat(folder.resolve(".backup.aside")).doesNotExist();
    assertThat(backup().isSound()).isTrue();
  }

  @Test
  void isNotRestoredWithoutTheListOfTheErased() {
    backup();
    var to = folder.resolve("to");
    refuses(ProblemCode.STORE_NO_ERASURE_LIST, () -> restore(to));
    assertThat(to).doesNotExist();
    var said =
        new Restoring(backup, to, List.of()).restore(MadePeople.head("restore"), true, _ -> {});
    assertThat(said.erased()).isZero();
    assertThat(MadePeople.told(to, PLANTED)).isNotEmpty();
  }

  @Test
  void whoWasErasedSinceDoesNotComeBack() throws Exception {
    backup();
    assertThat(ByteSearch.search(backup, List.of(PLANTED))).hasSizeGreaterThan(2);
    erase(PLANTED);
    MadePeople.keep(root, "newcomer");
    var other = MadePeople.told(root, OTHER);
    var restored = restore(root);
    assertThat(restored.erased()).isEqualTo(1);
    assertThat(restored.checked().isSound()).isTrue();
    assertThat(ByteSearch.search(root, List.of(PLANTED))).isEmpty();
    assertThat(MadePeople.told(root, OTHER)).isEqualTo(other);
    assertThat(MadePeople.told(root, "newcomer")).as("came later").isEmpty();
    assertThat(MadePeople.told(Objects.requireNonNull(restored.former()), "newcomer"))
        .as("the store that was is kept")
        .isNotEmpty();
    assertThat(restore(folder.resolve("more"), root).erased())
        .as("the list goes with the store")
        .isEqualTo(1);
  }

  @Test
  void aLaterBackupHasTheListToo() throws Exception {
    backup();
    var first = backup;
    erase(PLANTED);
    backup = folder.resolve("later");
    backup();
    var later = backup;
    backup = first;
    var to = folder.resolve("to");
    assertThat(restore(to, later).erased()).isEqualTo(1);
    assertThat(ByteSearch.search(to, List.of(PLANTED))).isEmpty();
  }

  /// A backup that is older than the person passes the list on.
  @Test
  void whoWasErasedDoesNotComeBackByTwoRestores() throws Exception {
    backup();
    var old = backup;
    MadePeople.keep(root, "newcomer");
    backup = folder.resolve("newer");
    backup();
    var newer = backup;
    erase("newcomer");
    backup = old;
    var first = restore(root);
    var former = Objects.requireNonNull(first.former());
    assertThat(first.erased()).as("it never had them").isZero();
    backup = folder.resolve("later");
    assertThat(backup().isSound()).isTrue();
    var later = backup;
    backup = newer;
    // What was restored did not go on from it: of whoever was erased since, the former store tells.
    refuses(ProblemCode.STORE_NO_ERASURE_LIST, () -> restore(root));
    var restored = restore(root, former);
    assertThat(restored.erased()).isEqualTo(1);
    assertThat(restored.checked().isSound()).isTrue();
    assertThat(ByteSearch.search(root, List.of("newcomer"))).isEmpty();
    assertThat(MadePeople.told(root, OTHER)).isNotEmpty();
    var to = folder.resolve("to");
    refuses(ProblemCode.STORE_NO_ERASURE_LIST, () -> restore(to, later));
    var passedOn =
        new Restoring(backup, to, List.of(later))
            .restore(MadePeople.head("restore"), true, _ -> {});
    assertThat(passedOn.erased()).as("backups pass it on, too").isEqualTo(1);
    assertThat(MadePeople.told(to, "newcomer")).isEmpty();
  }

  @Test
  void whoComesAgainAfterARestoreIsNotTakenForWhoWasErased() {
    backup();
    MadePeople.keep(root, "newcomer");
    erase("newcomer");
    var former = Objects.requireNonNull(restore(root).former());
    MadePeople.keep(root, "newcomer");
    var told = MadePeople.told(root, "newcomer");
    backup = folder.resolve("later");
    backup();
    var to = folder.resolve("to");
    var restored = restore(to, former, root);
    assertThat(restored.erased()).isZero();
    assertThat(restored.checked().isSound()).isTrue();
    assertThat(MadePeople.told(to, "newcomer")).isNotEmpty().isEqualTo(told);
  }

  /// Two stores of one backup go on, and the one of which it was made: nobody has a number twice.
  @Test
  void whoComesLaterHasNumbersThatNoOtherStateOfTheStoreGivesOut() throws SQLException {
    backup();
    var one = folder.resolve("one");
    var two = folder.resolve("two");
    for (var to : List.of(one, two)) {
      new Restoring(backup, to, List.of()).restore(MadePeople.head("restore"), true, _ -> {});
    }
    var numbers = new ArrayList<String>();
    for (var store : List.of(root, one, two)) {
      MadePeople.keep(store, "newcomer");
      assertThat(MadePeople.told(store, "newcomer")).contains("subject newcomer");
      assertThat(Store.check(store).isSound()).isTrue();
      for (var table : List.of("person", "intake", "segment", "part")) {
        try (var sql = DriverManager.getConnection("jdbc:sqlite:" + store + "/idiome.sqlite");
            var ask = sql.createStatement();
            var row = ask.executeQuery("SELECT max(" + table + ") FROM " + table)) {
          numbers.add(table + " " + row.getLong(1));
        }
      }
    }
    assertThat(numbers).doesNotHaveDuplicates();
  }

  @Test
  void theListOfAnotherStoreStaysThere() throws SQLException {
    backup();
    var other = folder.resolve("other");
    MadePeople.keep(other, "one", "two", "three");
    try (var upkeep = Store.at(other).upkeep("test", 0)) {
      var person = Objects.requireNonNull(upkeep.person("three"));
      upkeep.erase(person, MadePeople.head("erase"), false, false, 0);
    }
    var to = folder.resolve("to");
    refuses(ProblemCode.STORE_NO_ERASURE_LIST, () -> restore(to, other));
    var restored =
        new Restoring(backup, to, List.of(other))
            .restore(MadePeople.head("restore"), true, _ -> {});
    assertThat(restored.erased()).isZero();
    assertThat(restored.isListMissing()).isTrue();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + to + "/idiome.sqlite");
        var ask = connection.createStatement();
        var row =
            ask.executeQuery(
                "SELECT (SELECT count(*) FROM erasure_hash), seq FROM sqlite_sequence"
                    + " WHERE name = 'person'")) {
      assertThat(row.getLong(1)).isZero();
      assertThat(row.getLong(2)).as("far above").isGreaterThan(1L << 32);
    }
  }

  @Test
  void anInputThatWasSomebodyElsesThenIsErasedWithThem() throws Exception {
    backup();
    // As where two who were kept apart turned out to be one.
    change(
        "UPDATE segment SET person = 1 WHERE person = 2",
        "UPDATE source_lines SET person = 1 WHERE person = 2",
        "UPDATE intake SET person = 1 WHERE person = 2");
    erase(PLANTED);
    var to = folder.resolve("to");
    var lists = List.of(root);
    var restored =
        new Restoring(backup, to, lists).restore(MadePeople.head("restore"), true, _ -> {});
    assertThat(restored.erased()).isEqualTo(2);
    assertThat(Store.check(to).isSound()).isTrue();
    assertThat(ByteSearch.search(to, List.of(PLANTED, "subject " + OTHER))).isEmpty();
  }

  /// Its answer was looked into with the inputs of then: without them it is named, not recorded.
  @Test
  void whatWasSettledSinceIsRecordedAgainWhereWhatItRestsOnIsThere() {
    backup();
    settle("first");
    MadePeople.keep(root, PLANTED);
    settle("second");
    var restored = restore(root);
    assertThat(restored.carried()).containsExactly(PLANTED + ": settled, first");
    assertThat(restored.lost()).containsExactly(PLANTED + ": settled, second");
    assertThat(restored.checked().isSound()).isTrue();
    try (var reader = Store.at(root).read()) {
      var person = Objects.requireNonNull(reader.person(PLANTED));
      assertThat(Settlements.of(reader, person.person(), StoreReader.NEWEST))
          .extracting(row -> row.said().finding() + " by " + row.said().by())
          .containsExactly("first by ada");
    }
  }

  private void settle(String finding) {
    try (var writer = Store.at(root).write(MadePeople.head("settle"), "test", 0)) {
      var person = Objects.requireNonNull(writer.person(PLANTED));
      var answer = Sha256.of(finding.getBytes(StandardCharsets.UTF_8));
      var said = new Settlements.Said(finding, answer, true, "ada", "looked into it");
      Settlements.add(writer, person.person(), said);
      writer.acknowledge();
    }
  }

  private void change(String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root + "/idiome.sqlite");
        var change = connection.createStatement()) {
      for (var statement : statements) {
        change.execute(statement);
      }
    }
  }

  private static void refuses(ProblemCode code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            StoreFault.class, fault -> assertThat(fault.problem().code()).isEqualTo(code));
  }
}
