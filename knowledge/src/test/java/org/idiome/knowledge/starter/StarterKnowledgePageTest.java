package org.idiome.knowledge.starter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import org.idiome.testkit.Checkout;
import org.junit.jupiter.api.Test;

/// Holds the generated parts of the page to the tables; `-Dgolden.update` renews them and fails
/// once.
class StarterKnowledgePageTest {
  @Test
  void listsTheFilesAndExceptionsThatShip() throws IOException {
    var page = Checkout.root().resolve("docs/methods/starter-knowledge.md");
    var written = Files.readString(page, UTF_8);
    var right = renewed(renewed(written, "files", files()), "exceptions", exceptions());
    if (!right.equals(written) && System.getProperty("golden.update") != null) {
      Files.writeString(page, right, UTF_8);
      fail("rewrote " + page + ": look at the difference, then run without -Dgolden.update");
    }
    assertThat(written).as("%s; -Dgolden.update renews it", page).isEqualTo(right);
  }

  private static String renewed(String page, String part, String text) {
    int begin = page.indexOf("\n", page.indexOf("<!-- " + part + ": ")) + 1;
    int end = page.indexOf("<!-- end of " + part + " -->");
    assertThat(begin).as(part).isPositive().isLessThanOrEqualTo(end);
    return page.substring(0, begin) + text + page.substring(end);
  }

  private static String files() {
    var text =
        new StringBuilder(
            "| file | rows | facts of | release | licence |\n|---|--:|---|---|---|\n");
    for (var file : StarterKnowledge.shipped().files()) {
      text.append(
          "| `%s` | %d | %s | %s | %s |\n"
              .formatted(
                  file.path(), file.rows(), file.publisher(), file.release(), file.licence()));
    }
    return text.toString();
  }

  private static String exceptions() {
    var text = new StringBuilder("| gene | rule | value | citation |\n|---|---|---|---|\n");
    for (var gene : StarterKnowledge.shipped().pharmacogenes().genes()) {
      for (var rule : gene.rules()) {
        text.append(
            "| %s | %s | `%s` | %s |\n"
                .formatted(
                    gene.symbol(), rule.kind().code(), rule.value(), cell(rule.row().text())));
      }
      for (var proxy : gene.proxies()) {
        var deciding = gene.positions().get(proxy.deciding()).name();
        var spoken = gene.positions().get(proxy.proxy()).name();
        text.append(
            "| %s | proxy | `%s`: %s decides; %s only where that is missing | %s |\n"
                .formatted(
                    gene.symbol(), proxy.allele(), deciding, spoken, cell(proxy.row().text())));
      }
    }
    return text.toString();
  }

  private static String cell(String row) {
    return row.substring(row.lastIndexOf('\t') + 1);
  }
}
