package org.idiome.care.pharmacogenes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.testkit.Checkout;
import org.junit.jupiter.api.Test;

/// Holds the generated parts of the page to the tables; `-Dgolden.update` renews them and fails
/// once.
class PharmacogenesPageTest {
  @Test
  void showsTheTablesThatShip() throws IOException {
    var page = Checkout.root().resolve("docs/methods/pharmacogenes.md");
    var written = Files.readString(page, UTF_8);
    var right = written;
    for (var name : List.of("thresholds", "function_levels", "strength", "advice", "remedies")) {
      right = renewed(right, name, table(lines(name + ".tsv")));
    }
    right = renewed(right, "differences", differences());
    if (!right.equals(written) && System.getProperty("golden.update") != null) {
      Files.writeString(page, right, UTF_8);
      fail("rewrote " + page + ": look at the difference, then run without -Dgolden.update");
    }
    assertThat(written).as("%s; -Dgolden.update renews it", page).isEqualTo(right);
  }

  private static String renewed(String page, String part, String table) {
    int begin = page.indexOf("\n", page.indexOf("<!-- " + part + ": ")) + 1;
    int end = page.indexOf("<!-- end of " + part + " -->");
    assertThat(begin).as(part).isPositive().isLessThanOrEqualTo(end);
    return page.substring(0, begin) + table + page.substring(end);
  }

  /// By rule: in how many published rows it makes ours differ, and why.
  private static String differences() throws IOException {
    var rows = new TreeMap<String, TreeSet<String>>();
    var columns = new TreeMap<String, TreeSet<String>>();
    var all = new TreeSet<String>();
    for (var line : lines("differences.tsv").stream().skip(1).toList()) {
      var cells = line.split("\t", -1);
      var row = cells[0] + " " + cells[1];
      all.add(row);
      rows.computeIfAbsent(cells[5], _ -> new TreeSet<>()).add(row);
      columns.computeIfAbsent(cells[5], _ -> new TreeSet<>()).add(cells[2]);
    }
    var table = new ArrayList<>(List.of("rule\trows\tcolumns that differ"));
    rows.forEach((rule, own) ->
        table.add(
            String.join(
                "\t",
                rule,
                Integer.toString(own.size()),
                String.join(", ", columns.getOrDefault(rule, new TreeSet<>())))));
    table.add("any of them\t" + all.size() + "\t");
    return table(table);
  }

  private static List<String> lines(String name) throws IOException {
    try (var in = PharmacogenesPageTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError(name);
      }
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }

  private static String table(List<String> lines) {
    var text = new StringBuilder(row(lines.getFirst()));
    text.append("|").append("---|".repeat(cells(lines.getFirst()).size())).append("\n");
    lines.stream().skip(1).forEach(line -> text.append(row(line)));
    return text.toString();
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split("\t", -1));
  }

  private static String row(String line) {
    return "| " + String.join(" | ", cells(line)) + " |\n";
  }
}
