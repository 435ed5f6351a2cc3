package org.idiome.care.laboratory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.idiome.testkit.Checkout;
import org.junit.jupiter.api.Test;

/// Holds the generated parts of the page to the tables; `-Dgolden.update` renews them and fails
/// once.
class LaboratoryPageTest {
  @Test
  void showsTheTablesThatShip() throws IOException {
    var page = Checkout.root().resolve("docs/methods/laboratory.md");
    var written = Files.readString(page, UTF_8);
    var right = renewed(renewed(written, "thresholds"), "calibration");
    if (!right.equals(written) && System.getProperty("golden.update") != null) {
      Files.writeString(page, right, UTF_8);
      fail("rewrote " + page + ": look at the difference, then run without -Dgolden.update");
    }
    assertThat(written).as("%s; -Dgolden.update renews it", page).isEqualTo(right);
  }

  private static String renewed(String page, String part) throws IOException {
    int begin = page.indexOf("\n", page.indexOf("<!-- " + part + ": ")) + 1;
    int end = page.indexOf("<!-- end of " + part + " -->");
    assertThat(begin).as(part).isPositive().isLessThanOrEqualTo(end);
    return page.substring(0, begin) + table(part + ".tsv") + page.substring(end);
  }

  private static String table(String name) throws IOException {
    try (var in = LaboratoryPageTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError(name);
      }
      var lines = new String(in.readAllBytes(), UTF_8).lines().toList();
      var text = new StringBuilder(row(lines.getFirst()));
      text.append("|").append("---|".repeat(cells(lines.getFirst()).size())).append("\n");
      lines.stream().skip(1).forEach(line -> text.append(row(line)));
      return text.toString();
    }
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\t", -1));
  }

  private static String row(String line) {
    return "| " + String.join(" | ", cells(line)) + " |\n";
  }
}
