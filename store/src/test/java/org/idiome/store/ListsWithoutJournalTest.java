package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which batch of a store was the last says its journal alone: without it, an older copy of the
/// catalogue would bring back who was erased since, and unsay what was withdrawn.
class ListsWithoutJournalTest {
  @TempDir Path folder;
  private Path root;
  private Path early;
  private Path backup;
  private Path to;

  @BeforeEach
  void keepABackupAndEraseSince() throws IOException {
    root = folder.resolve("store");
    early = folder.resolve("early");
    backup = folder.resolve("backup");
    to = folder.resolve("to");
    MadePeople.keepSmall(root, "planted");
    MadePeople.keepSmall(root, "other");
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      upkeep.backup(backup, MadePeople.FIRST);
    }
    Copies.folder(root, early);
    try (var writer = Store.at(root).write(MadePeople.head("consent"), "test", 0)) {
      var person = Objects.requireNonNull(writer.person("other"));
      Consents.add(
          writer, person.person(), new Consents.Said("care", false, null, null, "ada", null));
      writer.acknowledge();
    }
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      var person = Objects.requireNonNull(upkeep.person("planted"));
      upkeep.erase(person, MadePeople.head("erase"), false, false, 0);
    }
  }

  private Restoring.Restored restore(boolean isWithoutList, Path at, Path... lists) {
    return new Restoring(backup, at, List.of(lists))
        .restore(MadePeople.head("restore"), isWithoutList, _ -> {});
  }

  private void damage(Path store, String how) throws IOException {
    var journal = store.resolve("journal.sqlite");
    switch (how) {
      case "missing" -> Files.delete(journal);
      case "empty" -> Files.write(journal, new byte[0]);
      case "garbage" -> Files.write(journal, new byte[8192]);
      case "another" -> {
        var other = folder.resolve("another");
        MadePeople.keepSmall(other, "one");
        Files.copy(other.resolve("journal.sqlite"), journal, StandardCopyOption.REPLACE_EXISTING);
      }
      default -> throw new IllegalArgumentException(how);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "empty", "garbage", "another"})
  void anOlderCatalogueIsNotBelieved(String how) throws IOException {
    Files.copy(
        early.resolve("idiome.sqlite"),
        root.resolve("idiome.sqlite"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(root.resolve("idiome.sqlite-wal"));
    Files.deleteIfExists(root.resolve("idiome.sqlite-shm"));
    damage(root, how);
    refuses(root);
    refuses(to, root);
    holdsEverybody(restore(true, to, root));
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "empty", "garbage", "another"})
  void norIsOneThatIsNamed(String how) throws IOException {
    damage(early, how);
    refuses(to, early);
    holdsEverybody(restore(true, to, early));
  }

  /// Whatever the journal before was told of may be missing, too.
  @Test
  void anotherJournalSaysNothingOfWhatWasBefore() throws IOException {
    Files.delete(early.resolve("journal.sqlite"));
    var said = MadePeople.said("store journal");
    var head = MadePeople.head("store journal");
    assertThat(Store.at(early).beginJournal(head, said, "test", 0)).isTrue();
    holdsEverybody(restore(false, to, early));
  }

  private static void holdsEverybody(Restoring.Restored restored) {
    assertThat(restored.held()).isPositive();
    assertThat(restored.lost()).anyMatch(one -> one.contains("journal"));
  }

  private void refuses(Path at, Path... lists) {
    assertThatThrownBy(() -> restore(false, at, lists))
        .isInstanceOfSatisfying(
            StoreFault.class,
            fault -> assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_LIST_DAMAGED));
  }
}
