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
}
