package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.idiome.record.door.Asker;
import org.idiome.record.door.Door;
import org.idiome.record.door.Purpose;
import org.idiome.record.export.ExportTarget;
import org.idiome.record.export.PersonExport;
import org.idiome.record.kept.Correcting;
import org.idiome.store.Rows;
import org.idiome.store.Store;
import org.idiome.store.StoreReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Erasing somebody while a split and an export of the same person are under way.
class EraseBesideOthersTest {
  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
  }

  private Ran erase() {
    return kept.run("erase", "P1", "--yes", "--wait=1");
  }

  private List<String> people() {
    return kept.rows("people").stream().map(List::getFirst).sorted().toList();
  }

  /// A split has the writer's place: the erasure is refused, and neither undoes the other.
  @Test
  void aSplitUnderWayIsNotCutAcross() {
    var head = new Rows.BatchHead(Instant.now(), "split", "test", "ada", "a mix-up");
    try (var writer = Store.at(kept.store()).write(head, "idiome split", 0)) {
      new Correcting(writer).split("P1", "P1", "P9");
      var ran = erase();
      assertThat(ran.exit()).isEqualTo(ExitCode.MACHINE);
      assertThat(ran.err()).contains("idiome split");
      assertThat(people()).as("nothing of either").containsExactly("P1", "P2");
      writer.acknowledge();
    }
    assertThat(people()).contains("P9");
    var copy = RoundTripTest.said(kept.store(), "P9");
    assertThat(erase().exit()).isZero();
    assertThat(people()).containsExactly("P2", "P9");
    assertThat(RoundTripTest.said(kept.store(), "P9")).isEqualTo(copy);
    assertThat(kept.run("store", "verify").exit()).isZero();
  }

  /// Inputs of another call them so: who was erased is not found under that name again.
  @Test
  void onlyTheIdInTheStoreErases() {
    assertThat(kept.run("import", folder.resolve("P1"), "--as", "P9").exit()).isZero();
    assertThat(erase().exit()).isZero();
    assertThat(people()).containsExactly("P2", "P9");
    var again = erase();
    assertThat(again.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(again.err()).contains("inputs call P9 so");
    assertThat(people()).containsExactly("P2", "P9");
  }

  /// A split that was begun and given up leaves a person who is erased whole.
  @Test
  void aSplitThatWasGivenUpLeavesNothingBehindAnErasure() {
    var head = new Rows.BatchHead(Instant.now(), "split", "test", "ada", "a mix-up");
    try (var writer = Store.at(kept.store()).write(head, "idiome split", 0)) {
      new Correcting(writer).split("P1", "P1", "P9");
    }
    assertThat(erase().exit()).isZero();
    assertThat(people()).containsExactly("P2");
    assertThat(kept.run("store", "verify").exit()).isZero();
  }

  /// An export that was begun is of the state that it began with, to its last file; the erasure is
  /// pending until it ends, and then is whole.
  @Test
  void anExportUnderWayEndsWholeAndTheErasureWaitsForIt() throws IOException {
    var before = folder.resolve("before");
    assertThat(kept.run("export", "P1", "-o", before).exit()).isZero();
    var during = folder.resolve("during");
    var erasures = new ArrayList<Ran>();
    var asker = new Asker("ada", null, Purpose.OWN_USE, "export", InstantSource.system());
    try (var door = Door.open(Store.at(kept.store()), asker);
        var open = Objects.requireNonNull(door.person("P1", StoreReader.NEWEST, null))) {
      var export = PersonExport.of(open);
      open.answered(export.count());
      export.write(new Slow(during, () -> erasures.add(erase())));
      assertThat(kept.run("show", "P1").exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    }
    assertThat(erasures).hasSize(1);
    assertThat(erasures.getFirst().exit()).isEqualTo(ExitCode.MACHINE);
    for (var name : List.of("statements.jsonl", "quantities.tsv", "record/phenopacket.json")) {
      assertThat(Files.readString(during.resolve(name)))
          .as(name)
          .isEqualTo(Files.readString(before.resolve(name)));
    }
    assertThat(kept.run("store", "compact").exit()).isZero();
    assertThat(kept.run("store", "verify").exit()).isZero();
    assertThat(people()).containsExactly("P2");
  }

  /// Does something else when the first file is begun.
  private static final class Slow implements ExportTarget {
    private final Path root;
    private final Runnable meanwhile;
    private boolean isBegun;

    Slow(Path root, Runnable meanwhile) {
      this.root = root;
      this.meanwhile = meanwhile;
    }

    @Override
    public OutputStream file(String name) throws IOException {
      if (!isBegun) {
        isBegun = true;
        meanwhile.run();
      }
      var file = root.resolve(name);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      return Files.newOutputStream(file);
    }

    @Override
    public Path aside() throws IOException {
      return Files.createDirectories(root.resolve("aside"));
    }
  }
}
