package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.FolderCopy;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.folder.WriterPlace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store is one store, over which links it is called, and none is made where one is missing.
class StorePlaceTest {
  private static final String PERSON = "someone";

  @TempDir Path folder;
  private Path root;
  private Path backup;

  @BeforeEach
  void keepAndBackUp() {
    root = folder.resolve("store");
    backup = folder.resolve("backup");
    MadePeople.keep(root, PERSON);
    backUp(backup);
  }

  private void backUp(Path to) {
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      upkeep.backup(to, MadePeople.FIRST);
    }
  }

  private Restoring.Restored restore(Path to) {
    return new Restoring(backup, to, List.of()).restore(MadePeople.head("restore"), false, _ -> {});
  }

  private static void refuses(ProblemCode code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            StoreFault.class, fault -> assertThat(fault.problem().code()).isEqualTo(code));
  }

  @Test
  void aRestoreThroughALinkTakesThePlaceOfTheStoreItself() throws IOException {
    var link = Files.createSymbolicLink(folder.resolve("link"), root);
    var restored = restore(link);
    assertThat(restored.former()).isEqualTo(folder.toRealPath().resolve("store.before-1"));
    assertThat(link).isSymbolicLink();
    assertThat(Store.check(link).isSound()).isTrue();
    assertThat(root.toRealPath()).isEqualTo(link.toRealPath());
  }

  @Test
  void noBackupIsMadeInsideAStoreOverALink() throws IOException {
    var link = Files.createSymbolicLink(folder.resolve("link"), root.resolve("layers"));
    refuses(ProblemCode.STORE_TARGET_TAKEN, () -> backUp(link.resolve("backup")));
  }

  /// Killed between its two renames: the earlier store has its new name, the restored one none.
  @Test
  void aRestoreThatWasStoppedIsNoNewStore() throws IOException {
    Files.move(root, folder.resolve("store.before-1"));
    Files.createDirectory(folder.resolve(".store.aside"));
    refuses(ProblemCode.STORE_RESTORE_CUT, () -> Store.orNew(root));
    refuses(ProblemCode.STORE_RESTORE_CUT, () -> Store.at(root));
    refuses(ProblemCode.STORE_RESTORE_CUT, () -> restore(root));
    assertThat(root).doesNotExist();
    Files.move(folder.resolve("store.before-1"), root);
    assertThat(restore(root).checked().isSound()).isTrue();
  }

  /// A restore that was killed has everybody in what it left, also whom the list would have erased.
  @Test
  void aCopyThatWasStoppedIsNamedAndSwept() throws IOException {
    var left = folder.resolve(".store.aside");
    for (int round = 0; round < 2; round++) {
      Files.createDirectories(left.resolve("layers"));
      Files.writeString(left.resolve("idiome.sqlite"), "half of it, of " + PERSON);
      Files.writeString(left.resolve("copy.lock"), "process 12");
      var checked = Store.check(root);
      assertThat(checked.isSound()).isFalse();
      assertThat(checked.damage()).isEmpty();
      assertThat(checked.leftBeside())
          .containsExactly(folder.toRealPath().resolve(".store.aside").toString());
      if (round == 0) {
        MadePeople.keepSmall(root, "other");
      } else {
        Store.at(root).upkeep("test", 0).close();
      }
      assertThat(left).doesNotExist();
      assertThat(Store.check(root).isSound()).isTrue();
    }
  }

  /// Whoever waits through a restore meets no store for a moment, and then another than the one at
  /// whose door they began to wait.
  @Test
  void whoWaitsThroughARestoreWritesIntoTheRestoredStore() throws Exception {
    var restored = folder.resolve("restored");
    var made =
        new Restoring(backup, restored, List.of(root))
            .restore(MadePeople.head("restore"), false, _ -> {});
    assertThat(made.checked().isSound()).isTrue();
    Files.delete(restored.resolve("writer.lock"));
    var met = new AtomicReference<Throwable>();
    var place = WriterPlace.take(StoreFolder.existing(root), "restore", 0);
    var waiter =
        Thread.ofPlatform()
            .start(() -> {
              try (var writer = Store.at(root).write(MadePeople.head("late"), "late", 60_000)) {
                MadePeople.keepSmall(writer, "late");
                writer.acknowledge();
              } catch (RuntimeException e) {
                met.set(e);
              }
            });
    waiter.join(Duration.ofMillis(500));
    Files.move(root, folder.resolve("store.before-1"));
    place.close();
    waiter.join(Duration.ofMillis(500));
    assertThat(met.get()).isNull();
    assertThat(waiter.isAlive()).isTrue();
    Files.move(restored, root);
    waiter.join();
    assertThat(met.get()).isNull();
    try (var reader = Store.at(root).read();
        var before = Store.at(folder.resolve("store.before-1")).read()) {
      assertThat(reader.personIds()).containsExactly("late", PERSON);
      assertThat(before.personIds()).containsExactly(PERSON);
    }
  }

  /// What is being made beside a store, by a restore that waits for its disk, is no damage.
  @Test
  void aCopyInTheMakingIsNoneThatWasStopped() throws IOException {
    try (var copy = FolderCopy.begin(root, true)) {
      var checked = Store.check(root);
      assertThat(checked.isSound()).isTrue();
      assertThat(checked.makerBeside()).isNotNull();
      MadePeople.keepSmall(root, "other");
      assertThat(copy.folder().layers()).exists();
    }
    assertThat(Store.check(root).makerBeside()).isNull();
  }

  /// Whoever restored to an empty place would take the new store for what they restored.
  @Test
  void whatWasNeverFinishedIsNoPlaceForANewStore() throws IOException {
    var place = folder.resolve("new");
    var left = folder.resolve(".new.aside");
    Files.createDirectories(left.resolve("layers"));
    Files.writeString(left.resolve("copy.lock"), "process 12");
    refuses(ProblemCode.STORE_COPY_CUT, () -> Store.orNew(place));
    refuses(ProblemCode.STORE_COPY_CUT, () -> Store.at(place));
    refuses(ProblemCode.STORE_COPY_CUT, () -> Store.check(place));
    Files.createDirectory(place);
    refuses(ProblemCode.STORE_COPY_CUT, () -> Store.orNew(place));
    assertThat(left).exists();
    backUp(place);
    assertThat(left).doesNotExist();
  }

  /// A folder of that name without the sign of a copy is somebody else's.
  @Test
  void aFolderBesideThatNoCopyWasIsLeft() throws IOException {
    var other = Files.createDirectories(folder.resolve(".store.aside/photos"));
    assertThat(Store.check(root).isSound()).isTrue();
    MadePeople.keepSmall(root, "other");
    assertThat(other).exists();
    refuses(ProblemCode.STORE_TARGET_TAKEN, () -> restore(root));
    assertThat(other).exists();
  }
}
