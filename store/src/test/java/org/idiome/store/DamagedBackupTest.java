package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is left of a damaged backup, or of a damaged store without one, is restored: everybody who
/// is whole is read, what is not is named, and nobody who was erased comes back.
@Tag("slow")
class DamagedBackupTest {
  private static final String DENSE = "Plantedperson";
  private static final List<String> SMALL =
      IntStream.range(0, 40).mapToObj("small-%02d"::formatted).toList();
  private static final String PART = "layers/genome/00000001-0001.parquet";

  @TempDir static Path once;
  private static final Map<String, String> TOLD = new TreeMap<>();

  @TempDir Path folder;
  private Path root;
  private Path backup;
  private Path to;
  private final List<String> noted = new ArrayList<>();

  @BeforeAll
  static void keepPeople() {
    var made = once.resolve("store");
    MadePeople.keep(made, DENSE, "other");
    for (int from = 0; from < SMALL.size(); from += 20) {
      try (var writer = Store.orNew(made).write(MadePeople.head("import"), "test", 0)) {
        SMALL.subList(from, from + 20).forEach(id -> MadePeople.keepSmall(writer, id));
        writer.acknowledge();
      }
    }
    MadePeople.audit(made, 3);
    MadePeople.run(made, "small-01");
    try (var reader = Store.at(made).read()) {
      everybody().forEach(id -> TOLD.put(id, MadePeople.told(reader, id)));
    }
  }

  @BeforeEach
  void copyThem() throws IOException {
    root = folder.resolve("store");
    backup = folder.resolve("backup");
    to = folder.resolve("to");
    Copies.folder(once.resolve("store"), root);
  }

  private static List<String> everybody() {
    var all = new ArrayList<>(SMALL);
    all.addAll(List.of(DENSE, "other"));
    return all;
  }

  private void backup() {
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      upkeep.backup(backup, MadePeople.FIRST);
    }
  }

  private Restoring.Restored restore(Path... lists) {
    return new Restoring(backup, to, List.of(lists))
        .restore(
            MadePeople.head("restore"),
            lists.length == 0,
            upkeep -> upkeep.journal().audit().add(MadePeople.FIRST, MadePeople.said("restore")));
  }

  private static List<String> said(List<Problem> problems) {
    assertThat(problems).allMatch(one -> one.code() == ProblemCode.STORE_BACKUP_DAMAGED);
    return problems.stream().map(one -> one.values().get("said")).toList();
  }

  /// Who is read as they were; everybody else is refused as damaged, nobody is not there.
  private static List<String> readable(Path store) {
    var readable = new ArrayList<String>();
    try (var reader = Store.at(store).read()) {
      for (var id : everybody()) {
        try {
          assertThat(MadePeople.told(reader, id)).as(id).isEqualTo(TOLD.get(id));
          readable.add(id);
        } catch (StoreFault fault) {
          assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_DAMAGED);
        }
      }
    }
    return readable;
  }

  private void erase(Path store, String id) {
    try (var upkeep = Store.at(store).upkeep("test", 0)) {
      var person = Objects.requireNonNull(upkeep.person(id));
      upkeep.erase(person, MadePeople.head("erase"), false, false, 0);
    }
  }

  @Test
  void aDamagedIndexIsReadRowByRow() throws Exception {
    backup();
    Pages.flipRoot(backup.resolve("idiome.sqlite"), "intake_person");
    var restored = restore(root);
    assertThat(said(restored.damaged())).hasSize(1).first().asString().contains("intake_person");
    assertThat(restored.checked().isSound()).isTrue();
    assertThat(restored.checked().losses()).as("nothing is lost").isEmpty();
    assertThat(readable(to)).isEqualTo(everybody());
    MadePeople.keepSmall(to, "newcomer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "segment", "quantity", "source_lines", "person"})
  void rowsThatWereLostAreNamedForEver(String table) throws Exception {
    backup();
    Pages.clearLeaf(backup.resolve("idiome.sqlite"), table);
    var restored = restore(root);
    assertThat(said(restored.damaged())).hasSize(1).first().asString().contains(" of " + table);
    var checked = Store.check(to);
    assertThat(checked.damage()).isEqualTo(restored.checked().damage());
    assertThat(checked.losses()).extracting(Losses.Lost::tree).contains(table);
    assertThat(checked.damage()).noneMatch(one -> one.what().contains("page "));
    switch (table) {
      case "person" -> assertThat(checked.damage().toString()).contains("foreign key");
      case "source_lines" -> assertThat(checked.damage().toString()).contains("lines");
      default -> assertThat(readable(to)).hasSizeBetween(10, everybody().size() - 1);
    }
  }

  /// Nobody has a backup of before: what is left of the store becomes one, and goes on.
  @ParameterizedTest
  @ValueSource(strings = {"intake", "segment", "quantity", "consent", "journal_mark", "batch"})
  void aStoreThatLostRowsGoesOnByABackupWithDamage(String table) throws Exception {
    consent("small-02");
    Pages.clearLeaf(root.resolve("idiome.sqlite"), table);
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      assertThat(upkeep).as("cannot be written").isNull();
    } catch (StoreFault fault) {
      assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_DAMAGED);
    }
    var checked =
        Store.at(root)
            .backupOfDamaged(
                backup, MadePeople.head("store backup"), "test", 0, (_, n) -> noted.add("" + n));
    assertThat(noted).containsExactly("42");
    assertThat(Objects.requireNonNull(checked).losses())
        .extracting(Losses.Lost::tree)
        .contains(table);
    var restored = restore();
    assertThat(restored.damaged()).as("the backup holds what was written into it").isEmpty();
    accept(to);
    for (var lost : Store.check(to).losses()) {
      assertThat(lost.tree()).isIn(table, "");
    }
    assertThat(Store.check(to).losses()).isNotEmpty();
    MadePeople.keepSmall(to, "newcomer");
    consent(to, "small-03");
    assertThat(readable(to)).hasSizeGreaterThan(10);
    if (table.equals("consent")) {
      assertThat(readable(to)).doesNotContain("small-02").hasSize(41);
    }
    erase(to, "small-02");
    assertThat(Store.check(to).losses()).as("for ever").isNotEmpty();
    assertThat(Store.check(to).damage()).noneMatch(one -> one.person().equals("small-02"));
  }

  /// What `store accept` names, until nothing is left to be accepted.
  private static void accept(Path store) {
    var damaged = new ArrayList<Long>();
    for (var damage : Store.check(store).damage()) {
      if (damage.what().startsWith("batch ")) {
        damaged.add(Long.parseLong(damage.what().split(" ", 3)[1]));
      }
    }
    if (!damaged.isEmpty()) {
      var head = MadePeople.head("store accept");
      var said = MadePeople.said("store accept");
      assertThat(Store.at(store).accept(damaged, head, said, "test", 0).whole()).isEmpty();
    }
  }

  private void consent(String id) {
    consent(root, id);
  }

  private static void consent(Path store, String id) {
    try (var writer = Store.at(store).write(MadePeople.head("consent"), "test", 0)) {
      var person = Objects.requireNonNull(writer.person(id));
      Consents.add(
          writer,
          person.person(),
          new Consents.Said("research", false, null, null, "the person", null));
      writer.acknowledge();
    }
  }

  @Test
  void aMissingJournalIsBegunAnewAndThatIsNamed() throws IOException {
    backup();
    Files.delete(backup.resolve("journal.sqlite"));
    var restored = restore(root);
    assertThat(said(restored.damaged())).containsExactly("missing");
    assertThat(restored.checked().lostJournals()).hasSize(1);
    assertThat(restored.checked().isSound()).isTrue();
    assertThat(Store.check(to).lostJournals()).as("for ever").hasSize(1);
    try (var journal = Store.at(to).journal()) {
      assertThat(journal.audit().rows().getFirst().said().command()).isEqualTo("restore");
    }
    assertThat(readable(to)).isEqualTo(everybody());
  }

  @Test
  void aJournalOfAnotherStoreIsNotTaken() throws IOException {
    backup();
    var other = folder.resolve("another");
    MadePeople.keepSmall(other, "one");
    Files.copy(
        other.resolve("journal.sqlite"),
        backup.resolve("journal.sqlite"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    var restored = restore(root);
    assertThat(said(restored.damaged())).first().asString().contains("another");
    assertThat(restored.checked().lostJournals()).hasSize(1);
  }

  @Test
  void aMissingPartLeavesItsPersonsDamagedAndNobodyElse() throws IOException {
    backup();
    Files.delete(backup.resolve(PART));
    var restored = restore(root);
    assertThat(restored.damaged()).as("named by what is restored").isEmpty();
    assertThat(restored.checked().damage())
        .contains(new StoreCheck.Damage(PART, "", "part"))
        .anyMatch(one -> one.person().equals(DENSE) && one.what().startsWith("segment "));
    assertThat(readable(to)).isEqualTo(SMALL);
    MadePeople.keepSmall(to, "newcomer");
    assertThat(Store.check(to).damage()).isEqualTo(restored.checked().damage());
  }

  /// No byte of who was erased since comes back, be it in a part that cannot be written anew.
  @ParameterizedTest
  @ValueSource(strings = {"flipped", "missing"})
  void whoWasErasedSinceDoesNotComeBackInADamagedPart(String how) throws Exception {
    backup();
    erase(root, DENSE);
    var part = backup.resolve(PART);
    if (how.equals("missing")) {
      Files.delete(part);
    } else {
      var bytes = Files.readAllBytes(part);
      bytes[bytes.length - 20] ^= 1;
      Files.write(part, bytes);
    }
    assertThat(ByteSearch.search(backup, List.of(DENSE))).isNotEmpty();
    var restored = restore(root);
    assertThat(restored.erased()).isEqualTo(1);
    assertThat(ByteSearch.search(to, List.of(DENSE))).isEmpty();
    assertThat(restored.checked().pendingErasures()).as("until the part is mended").isEqualTo(1);
    assertThat(restored.checked().damage().toString()).contains(PART, "other");
    assertThat(MadePeople.told(to, DENSE)).isEmpty();
  }

  /// The row by which the list knows them may be the one that is lost.
  @ParameterizedTest
  @ValueSource(strings = {"person", "intake", "erasure_hash", "person intake segment"})
  void whoWasErasedSinceDoesNotComeBackOutOfDamagedPages(String tables) throws Exception {
    MadePeople.keepSmall(root, "Lastperson");
    erase(root, "other");
    backup();
    erase(root, "Lastperson");
    for (var table : tables.split(" ", -1)) {
      Pages.clearLeaf(backup.resolve("idiome.sqlite"), table);
    }
    assertThat(ByteSearch.search(backup, List.of("Lastperson"))).isNotEmpty();
    restore(root);
    assertThat(ByteSearch.search(to, List.of("Lastperson"))).isEmpty();
  }

  /// The journal was told of a batch that the backup has not: it may have been about anybody.
  @Test
  void whereABatchIsMissingEverybodyIsHeld() throws Exception {
    backup();
    try (var sql = DriverManager.getConnection("jdbc:sqlite:" + backup.resolve("idiome.sqlite"));
        var change = sql.createStatement()) {
      change.execute("DELETE FROM batch WHERE batch = 3");
      change.execute("DELETE FROM journal_mark WHERE batch = 3");
    }
    var restored = restore();
    assertThat(said(restored.damaged())).first().asString().startsWith("batch 3 of ");
    assertThat(restored.held()).isEqualTo(4);
    assertThat(Store.check(to).damage().toString()).contains("batch 3");
    try (var reader = Store.at(to).read()) {
      assertThat(Held.all(reader)).hasSize(42);
    }
  }

  /// The key by which the erased are known lies on one page; every state of the store has it.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLostKeyIsTakenOutOfTheStoreWhoseListCounts(boolean isPage) throws Exception {
    erase(root, "small-39");
    backup();
    erase(root, "small-07");
    var catalogue = backup.resolve("idiome.sqlite");
    if (isPage) {
      Pages.clearLeaf(catalogue, "store_key");
    } else {
      try (var sql = DriverManager.getConnection("jdbc:sqlite:" + catalogue);
          var change = sql.createStatement()) {
        change.execute("DELETE FROM store_key");
      }
    }
    var other = folder.resolve("other");
    MadePeople.keepSmall(other, "another");
    assertThatThrownBy(() -> restore(other)).isInstanceOf(StoreFault.class);
    for (var name : List.of("journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm")) {
      Files.deleteIfExists(other.resolve(name));
    }
    Files.copy(root.resolve("journal.sqlite"), other.resolve("journal.sqlite"));
    assertThatThrownBy(() ->
            new Restoring(backup, to, List.of(other))
                .restore(MadePeople.head("restore"), true, _ -> {}))
        .as("the journal beside it is not its own, and the key would be of another store")
        .isInstanceOf(StoreFault.class);
    assertThat(to).doesNotExist();
    var restored = restore(root);
    assertThat(restored.erased()).isEqualTo(1);
    assertThat(said(restored.damaged()).toString()).contains("key of the erasure list");
    assertThat(Store.check(to).damage()).isEmpty();
    try (var reader = Store.at(to).read()) {
      for (var id : everybody()) {
        var told = List.of("small-39", "small-07").contains(id) ? "" : TOLD.get(id);
        assertThat(MadePeople.told(reader, id)).as(id).isEqualTo(told);
      }
    }
    erase(to, "small-08");
    assertThat(
            new Restoring(backup, folder.resolve("more"), List.of(root, to))
                .restore(MadePeople.head("restore"), true, _ -> {})
                .erased())
        .as("its list goes on with the same key")
        .isEqualTo(2);
  }

  @Test
  void whatIsRefusedLeavesNothing() throws SQLException, IOException {
    backup();
    Pages.clearLeaf(backup.resolve("idiome.sqlite"), "store_key");
    try {
      restore();
      assertThat(to).as("refused").doesNotExist();
    } catch (StoreFault fault) {
      assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_DAMAGED);
    }
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(root, backup);
    }
  }
}
