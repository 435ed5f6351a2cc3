package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.catalogue.Catalogue;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.testkit.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store on a medium that cannot be written.
class ReadOnlyStoreTest {
  private static final long KIBIBYTES = 64 << 10;

  @TempDir Path folder;

  @Test
  void isVerifiedAndNotRead() throws Exception {
    try (var disk = SmallDisk.mount(folder.resolve("disk"), KIBIBYTES)) {
      var root = folder.resolve("disk/store");
      MadePeople.keep(root, "one");
      MadePeople.run(root, "one");
      disk.change("ro");
      var store = Store.at(root);
      assertThat(Store.check(root).isSound()).isTrue();
      refuses(ProblemCode.STORE_READ_ONLY, store::read);
      assertThatThrownBy(() -> store.write(MadePeople.head("import"), "test", 0))
          .isInstanceOf(Exception.class);
      disk.change("rw");
    }
  }

  /// What stands in the log alone would be missed in silence.
  @Test
  void isNotVerifiedWithoutItsLog() throws Exception {
    try (var disk = SmallDisk.mount(folder.resolve("disk"), KIBIBYTES)) {
      var root = folder.resolve("disk/store");
      var copy = folder.resolve("disk/copy");
      MadePeople.keepSmall(root, "one");
      try (var open = Catalogue.read(StoreFolder.existing(root))) {
        assertThat(open.number("SELECT count(*) FROM person")).isEqualTo(1);
        MadePeople.keepSmall(root, "two");
        // Copied by another process, as one who takes it along would do.
        new ProcessBuilder("cp", "-a", root.toString(), copy.toString()).start().waitFor();
      }
      disk.change("ro");
      refuses(ProblemCode.STORE_READ_ONLY, () -> Store.check(copy));
      disk.change("rw");
      assertThat(Store.check(copy).isSound()).isTrue();
      assertThat(MadePeople.told(copy, "two")).isNotEmpty();
    }
  }

  private static void refuses(ProblemCode code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            StoreFault.class, fault -> assertThat(fault.problem().code()).isEqualTo(code));
  }
}
