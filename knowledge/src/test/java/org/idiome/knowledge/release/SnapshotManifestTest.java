package org.idiome.knowledge.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.idiome.core.canonical.Sha256;
import org.junit.jupiter.api.Test;

class SnapshotManifestTest {
  private static final Sha256 A = Sha256.of("a".getBytes(UTF_8));
  private static final Sha256 B = Sha256.of("b".getBytes(UTF_8));

  /// The value that the specification of the network gives.
  @Test
  void namesTwoReleasesAsSpecifiedInAnyOrder() {
    var expected = "228bbe7d0662de29bd3f3f4b2f30881a6d7536d9f37d4b3def7e6aa5a8019d9a";
    var one = new SnapshotManifest().release("hgnc", A).release("mondo", B);
    var other = new SnapshotManifest().release("mondo", B).release("hgnc", A);
    assertThat(one.id().manifest().hex()).isEqualTo(expected);
    assertThat(other.id()).isEqualTo(one.id());
  }

  @Test
  void listsSettingsAfterReleases() {
    var manifest =
        new SnapshotManifest()
            .setting("importer.b", "2")
            .setting("importer.a", "1")
            .release("z", A);
    assertThat(manifest.text())
        .isEqualTo("z\t" + A.hex() + "\nsetting:importer.a\t1\nsetting:importer.b\t2\n");
  }

  @Test
  void sortsByCodePointNotByCodeUnit() {
    // U+FFFD stands before U+1F600, whose first code unit is smaller.
    var manifest = new SnapshotManifest().release("\uD83D\uDE00", A).release("\uFFFD", B);
    assertThat(manifest.text()).startsWith("\uFFFD\t");
  }

  @Test
  void refusesTwoReleasesOfOneNameAndTextThatBreaksALine() {
    assertThatThrownBy(() -> new SnapshotManifest().release("hgnc", A).release("hgnc", B))
        .hasMessage("two releases of hgnc in one snapshot");
    assertThatThrownBy(() -> new SnapshotManifest().setting("x", "1\n2"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
