package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A dense file that is damaged keeps the rows in it from going, and nothing else.
class ErasedBesideBadPartTest {
  private static final String IN_IT = "Plantedperson";
  private static final String BESIDE = "besideperson";

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void damageAPartOfTwo() throws IOException {
    root = folder.resolve("store");
    MadePeople.keep(root, "otherperson", IN_IT);
    MadePeople.keepSmall(root, BESIDE);
    MadePeople.run(root, IN_IT);
    MadePeople.run(root, BESIDE);
    try (var files = Files.walk(root.resolve("layers").resolve("genome"))) {
      var part = files.filter(Files::isRegularFile).findFirst().orElseThrow();
      var bytes = Files.readAllBytes(part);
      bytes[bytes.length / 2] ^= 1;
      Files.write(part, bytes);
    }
  }

  private Upkeep.Erased erase(String id) {
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      var person = Objects.requireNonNull(upkeep.person(id));
      return upkeep.erase(person, MadePeople.head("erase"), false, false, 0);
    }
  }

  @Test
  void allElseGoesAtOnceAndTheFileIsNamed() throws Exception {
    var erased = erase(IN_IT);
    assertThat(erased.isPending()).isTrue();
    assertThat(Objects.requireNonNull(erased.why()).toString()).contains("genome");
    try (var journal = Store.at(root).journal()) {
      assertThat(journal.runs().persons()).doesNotContain(IN_IT);
    }
    try (var files = Files.walk(root.resolve("layers").resolve("transcriptome"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(ByteSearch.search(Objects.requireNonNull(file.getParent()), List.of(IN_IT)))
            .isEmpty();
      }
    }
    var beside = erase(BESIDE);
    assertThat(beside.isPending()).as("they have no row in it").isFalse();
    assertThat(beside.othersPending()).as("but somebody else has").isEqualTo(1);
    assertThat(ByteSearch.search(root, List.of(BESIDE))).isEmpty();
    assertThat(Store.at(root).pendingErasures()).isEqualTo(1);
  }
}
