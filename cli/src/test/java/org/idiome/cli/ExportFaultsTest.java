package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.idiome.testkit.SmallDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An export is there whole or not at all, whatever the disk does and whoever is killed.
class ExportFaultsTest {
  private static final long DISK_KIBIBYTES = 1 << 10;

  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
  }

  private static void isEmpty(Path place) throws IOException {
    try (var left = Files.list(place)) {
      assertThat(left).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"out, 0", "out, 4", "out, 16", "out.zip, 0", "out.zip, 4"})
  void aFullDiskLeavesNothing(String name, long room) throws IOException {
    var place = folder.resolve("disk");
    try (var disk = SmallDisk.mount(place, DISK_KIBIBYTES)) {
      disk.leave(room);
      var ran = kept.run("export", "P1", "-o", place.resolve(name));
      assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.MACHINE);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).doesNotContain("cannot read", "fault of Idiome");
      disk.free();
      isEmpty(place);
      assertThat(kept.run("export", "P1", "-o", place.resolve(name)).exit()).isZero();
    }
    assertThat(kept.run("store", "verify").exit()).isZero();
  }

  /// What a killed export left: nobody holds its lock.
  @ParameterizedTest
  @CsvSource({"out", "out.zip"})
  void theNextTakesAwayWhatAKilledOneLeft(String name) throws IOException {
    var place = Files.createDirectories(folder.resolve("place"));
    Files.createFile(place.resolve("." + name + ".lock"));
    var part = place.resolve("." + name + ".part");
    if (name.endsWith(".zip")) {
      Files.writeString(part, "half of it");
    } else {
      Files.writeString(Files.createDirectories(part).resolve("statements.jsonl"), "half of it");
    }
    var ran = kept.run("export", "P1", "-o", place.resolve(name));
    assertThat(ran.exit()).as(ran.err()).isZero();
    try (var left = Files.list(place)) {
      assertThat(left).containsExactly(place.resolve(name));
    }
  }

  @Test
  void whatAnotherWritesIsLeftToIt() throws IOException {
    var place = Files.createDirectories(folder.resolve("place"));
    var lock = Files.createFile(place.resolve(".out.lock"));
    var part = Files.createDirectories(place.resolve(".out.part"));
    try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      var ran = kept.run("export", "P1", "-o", place.resolve("out"));
      assertThat(ran.exit()).isEqualTo(ExitCode.MACHINE);
      assertThat(ran.err()).contains("another export of this name");
      assertThat(part).exists();
      assertThat(lock).exists();
    }
  }
}
