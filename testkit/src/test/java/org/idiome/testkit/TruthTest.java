package org.idiome.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class TruthTest {
  private final TruthCount count = new TruthCount();

  @Test
  void findsWhatIsThere(@TempDir Path folder) throws IOException {
    var file = Files.createDirectories(folder.resolve("data/pgx")).resolve("cases.tsv");
    Files.writeString(file, "case\n");
    assertThat(new Truth(folder, false, count).find("pgx/cases.tsv")).isEqualTo(file);
    assertThat(count.foundSinceLastAsked()).isTrue();
  }

  @Test
  void skipsWhereNothingIs(@TempDir Path folder) {
    assertThatThrownBy(() -> new Truth(folder, false, count).find("pgx"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("IDIOME_TRUTH");
    assertThat(count.foundSinceLastAsked()).isFalse();
  }

  @Test
  void failsWhereNothingIsAndItIsRequired(@TempDir Path folder) {
    assertThatThrownBy(() -> new Truth(folder, true, count).find("pgx"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dtruth=required");
  }

  @Test
  void liesBesideTheCheckoutUnlessTheEnvironmentSaysElse() {
    var checkout = Path.of("/home/ada/idiome");
    assertThat(Truth.folder(checkout, null)).isEqualTo(Path.of("/home/ada/shared"));
    assertThat(Truth.folder(checkout, " ")).isEqualTo(Path.of("/home/ada/shared"));
    assertThat(Truth.folder(checkout, "../truth")).isEqualTo(Path.of("/home/ada/truth"));
    assertThat(Truth.folder(checkout, "/srv/truth")).isEqualTo(Path.of("/srv/truth"));
  }

  @Test
  void knowsTheCheckout() {
    assertThat(Checkout.root().resolve("mvnw")).isRegularFile();
    assertThat(Checkout.module(TruthTest.class)).isEqualTo(Checkout.root().resolve("testkit"));
  }
}
