package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.idiome.store.Store;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An erasure that somebody's reading holds up is said by whoever writes next, until it is done.
class PendingErasureTest {
  private static final String SAID = "Bytes of somebody who was erased are still on the disk";

  @TempDir Path folder;

  @Test
  @Tag("slow")
  void isSaidByTheNextImportUntilItIsDone() throws IOException {
    var kept = Kept.in(folder);
    kept.write("P3", Kept.LABORATORY);
    kept.write("P4", Kept.LABORATORY);
    try (var reading = Store.at(kept.store()).read()) {
      assertThat(reading.personIds()).hasSize(2);
      var erased = kept.run("erase", "P1", "--yes");
      assertThat(erased.exit()).isEqualTo(ExitCode.MACHINE);
      assertThat(erased.err()).contains(SAID);
      var imported = kept.run("import", folder.resolve("P3"), "--json");
      assertThat(imported.exit()).as("what it was asked for is done").isZero();
      assertThat(imported.err()).contains(SAID).contains("idiome store compact");
      assertThat(imported.out()).contains("store-erasure-pending");
    }
    var imported = kept.run("import", folder.resolve("P4"));
    assertThat(imported.err()).doesNotContain(SAID);
    assertThat(kept.run("store", "verify").exit()).isZero();
  }

  /// Made after the erasure, and yet it holds them: that is no backup to keep.
  @Test
  @Tag("slow")
  void isSaidOfABackupThatIsMadeMeanwhile() throws IOException {
    var kept = Kept.in(folder);
    kept.run("interpret", "person:P1");
    var first = folder.resolve("first");
    try (var reading = Store.at(kept.store()).read()) {
      assertThat(reading.personIds()).hasSize(2);
      assertThat(kept.run("erase", "P1", "--yes").exit()).isEqualTo(ExitCode.MACHINE);
      var ran = kept.run("store", "backup", first);
      assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.MACHINE);
      assertThat(ran.err()).contains(SAID, "in the backup, too");
    }
    assertThat(Store.check(first).pendingErasures()).isEqualTo(1);
    var ran = kept.run("store", "backup", folder.resolve("second"));
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err()).doesNotContain(SAID);
    var restored =
        Ran.idiome("store", "restore", first, "--store", folder.resolve("to"), "--without-list");
    assertThat(restored.exit()).as(restored.err()).isZero();
    assertThat(Store.check(folder.resolve("to")).isSound()).isTrue();
  }

  /// As after a kill: nobody of that id is there any more, and bytes of them are.
  @Test
  @Tag("slow")
  void isGoneOnWithWhereItIsAskedForAgain() throws IOException {
    var kept = Kept.in(folder);
    try (var reading = Store.at(kept.store()).read()) {
      assertThat(reading.personIds()).hasSize(2);
      assertThat(kept.run("erase", "P1", "--yes").exit()).isEqualTo(ExitCode.MACHINE);
      var again = kept.run("erase", "P1", "--yes");
      assertThat(again.exit()).as(again.err()).isEqualTo(ExitCode.MACHINE);
      assertThat(again.err()).contains(SAID);
    }
    var done = kept.run("erase", "person:P1");
    assertThat(done.exit()).as("it was decided then: " + done.err()).isZero();
    assertThat(done.err())
        .contains("an erasure was begun and not finished; going on with it")
        .contains("what the store kept as theirs is gone")
        .doesNotContain(SAID);
    assertThat(kept.run("store", "verify").exit()).isZero();
    assertThat(kept.run("people").out()).contains("P2").doesNotContain("P1");
    var more = kept.run("erase", "P1", "--yes");
    assertThat(more.exit()).as("nothing is pending").isEqualTo(ExitCode.NOTHING_TO_ANSWER);
  }

  @Test
  @Tag("slow")
  void isGoneOnWithWhereSomebodyElseIsAskedForAndThatIsNoErasureOfTheirs() throws IOException {
    var kept = Kept.in(folder);
    try (var reading = Store.at(kept.store()).read()) {
      assertThat(reading.personIds()).hasSize(2);
      assertThat(kept.run("erase", "P1", "--yes").exit()).isEqualTo(ExitCode.MACHINE);
    }
    var ran = kept.run("erase", "P7", "--yes");
    assertThat(ran.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(ran.err())
        .contains("an erasure was begun and not finished; going on with it", "it is finished now")
        .contains("the store has no person P7");
    assertThat(kept.run("store", "verify").exit()).isZero();
  }
}
