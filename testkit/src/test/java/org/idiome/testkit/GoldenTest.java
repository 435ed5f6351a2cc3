package org.idiome.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
  @TempDir Path module;

  private Path file(String name) {
    return module.resolve("src/test/resources/org/idiome/testkit").resolve(name);
  }

  @Test
  void holdsToTheFile() throws IOException {
    Files.createDirectories(file(".").normalize());
    Files.writeString(file("case.txt"), "one\ntwo\n");
    Golden.in(module, GoldenTest.class, false).holds("case.txt", "one\ntwo\n");
  }

  @Test
  void namesTheFirstLineThatDiffers() throws IOException {
    Files.createDirectories(file(".").normalize());
    Files.writeString(file("case.txt"), "one\ntwo\n");
    assertThatThrownBy(
            () -> Golden.in(module, GoldenTest.class, false).holds("case.txt", "one\n2\nthree"))
        .hasMessageContaining("case.txt:2\nexpected: two\n but got: 2\n");
    assertThat(module.resolve("target/golden/org/idiome/testkit/case.txt"))
        .hasContent("one\n2\nthree");
    assertThat(file("case.txt")).hasContent("one\ntwo\n");
  }

  @Test
  void doesNotTakeANewFileForTruth() {
    assertThatThrownBy(() -> Golden.in(module, GoldenTest.class, false).holds("new.txt", "x"))
        .hasMessageContaining("-Dgolden.update writes it");
  }

  @Test
  void rewritesWhenAskedAndFailsOnce() {
    var golden = Golden.in(module, GoldenTest.class, true);
    assertThatThrownBy(() -> golden.holds("new.txt", "é\n")).hasMessageContaining("rewrote");
    assertThat(file("new.txt")).hasContent("é\n");
    golden.holds("new.txt", "é\n");
  }

  @Test
  void liesBesideTheTest() {
    Golden.beside(GoldenTest.class).holds("golden.txt", "held\n");
  }
}
