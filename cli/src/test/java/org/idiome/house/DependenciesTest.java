package org.idiome.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.idiome.testkit.Checkout;
import org.junit.jupiter.api.Test;

/// `docs/dependencies.md` names what ships, no more and no less, and why.
class DependenciesTest {
  private static final Set<String> LICENCES =
      Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause");

  private static final Pattern SHIPPED = Pattern.compile("\\s+(\\S+?:\\S+?):jar:(\\S+?):.*");

  @Test
  void everyJarThatShipsHasItsRow() throws IOException {
    assertThat(rows().keySet()).isEqualTo(shipped());
  }

  @Test
  void everyRowNamesAnAllowedLicenceAndAReason() throws IOException {
    rows()
        .forEach((jar, row) -> {
          assertThat(row.cell(1)).as("licence of " + jar).isIn(LICENCES);
          assertThat(House.LEANS_ON).as("room of " + jar).containsKey(row.cell(2));
          assertThat(row.cell(3)).as("why " + jar).hasSizeGreaterThan(20);
        });
  }

  private static Map<String, MarkdownRow> rows() throws IOException {
    var rows = new TreeMap<String, MarkdownRow>();
    var page = Checkout.root().resolve("docs/dependencies.md");
    for (MarkdownRow row : MarkdownRow.table(page, "In the product")) {
      rows.put(row.cell(0).replace("`", ""), row);
    }
    return rows;
  }

  /// As Maven listed it in this build; ours left out.
  private static Set<String> shipped() throws IOException {
    var list = Checkout.module(DependenciesTest.class).resolve("target/what-ships.txt");
    assertThat(list).as("run through ./mvnw, which writes it").exists();
    var jars = new TreeSet<String>();
    for (String line : Files.readAllLines(list)) {
      var jar = SHIPPED.matcher(line);
      if (jar.matches() && !jar.group(1).startsWith("org.idiome:")) {
        jars.add(jar.group(1) + ":" + jar.group(2));
      }
    }
    return jars;
  }
}
