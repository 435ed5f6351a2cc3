package org.idiome.genomics.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.idiome.testkit.Checkout;
import org.junit.jupiter.api.Test;

class RuleTablesTest {
  private static final Path RESOURCES =
      Checkout.module(RuleTablesTest.class).resolve("src/main/resources/org/idiome/genomics");

  @Test
  void namesEveryTableThatShips() throws IOException {
    try (var files = Files.walk(RESOURCES)) {
      var tables =
          files
              .filter(file -> file.toString().endsWith(".tsv"))
              .map(file -> "genomics/" + RESOURCES.relativize(file).toString().replace('\\', '/'))
              .toList();
      assertThat(RuleTables.digests().keySet()).containsExactlyInAnyOrderElementsOf(tables);
    }
  }

  @Test
  void everyRowIsCitedAndStandsOnce() throws IOException {
    try (var files = Files.walk(RESOURCES)) {
      for (var file : files.filter(path -> path.toString().endsWith(".tsv")).toList()) {
        var lines = Files.readAllLines(file);
        var columns = List.of(lines.getFirst().split("\t", -1));
        assertThat(columns).as(file.toString()).endsWith("citation");
        for (var line : lines.subList(1, lines.size())) {
          assertThat(List.of(line.split("\t", -1)).getLast()).as(line).isNotBlank();
        }
        assertThat(new HashSet<>(lines)).hasSameSizeAs(lines);
      }
    }
  }
}
