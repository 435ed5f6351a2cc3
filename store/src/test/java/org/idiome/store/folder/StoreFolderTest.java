package org.idiome.store.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.idiome.core.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a store may lie, and who may write to it.
class StoreFolderTest {
  @ParameterizedTest
  @ValueSource(strings = {"nfs", "NFS4", "cifs", "smb2", "9p", "fuse.sshfs", "lustre", "ceph"})
  void refusesNetworkFileSystems(String type) {
    assertThat(StoreFolder.isNetwork(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext4", "xfs", "btrfs", "zfs", "apfs", "NTFS", "tmpfs", "overlay"})
  void takesFileSystemsOfThisMachine(String type) {
    assertThat(StoreFolder.isNetwork(type)).isFalse();
  }

  @Test
  void theSecondWriterIsToldWhoHoldsThePlace(@TempDir Path root) {
    var folder = StoreFolder.create(root.resolve("store"));
    try (var place = WriterPlace.take(folder, "the first, process 12", 0)) {
      assertThat(place).isNotNull();
      assertThatThrownBy(() -> WriterPlace.take(folder, "the second", 120))
          .isInstanceOfSatisfying(
              StoreFault.class,
              fault -> {
                assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_HELD);
                assertThat(fault.problem().values()).containsValue("the first, process 12");
              });
    }
    WriterPlace.take(folder, "the third", 0).close();
  }
}
