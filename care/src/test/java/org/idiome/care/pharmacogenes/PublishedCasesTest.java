package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.run.Run;
import org.idiome.testkit.Checkout;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;

/// The published test files of the peer, against its answers.
///
/// Where ours differ, they do by a rule that `differences.tsv` names, with the value that is ours;
/// nothing else may differ, and no row of that table may be idle.
class PublishedCasesTest {
  private static final Set<String> GENES = Set.of("CYP2C19", "DPYD");

  /// Columns of `expected.tsv`.
  private static final int FILE = 0;

  private static final int SAMPLE = 1;
  private static final int GENE = 2;
  private static final int DIPLOTYPE = 4;
  private static final int LIST = 9;
  private static final int PHENOTYPE = 11;
  private static final int SCORE = 12;
  private static final int POSITIONS = 13;

  @Test
  void differFromThePeerOnlyByStatedRules() throws IOException {
    var cases = Truth.data("pgx/cases");
    var found = new ArrayList<String>();
    int rows = 0;
    for (var line : Files.readAllLines(cases.resolve("expected.tsv"))) {
      var expected = line.split("\t", -1);
      if (GENES.contains(expected[GENE])) {
        var run = Runs.of(cases.resolve(expected[FILE]), expected[SAMPLE]);
        found.addAll(differences(expected, run));
        rows++;
      }
    }
    assertThat(rows).as("published rows of the two genes").isEqualTo(88);
    assertThat(String.join("\n", found)).isEqualTo(String.join("\n", stated()));
  }

  /// `file gene column expected ours` of every column that differs.
  private static List<String> differences(String[] expected, Run run) {
    var diplotype = expected[DIPLOTYPE].equals("no_call") ? expected[LIST] : expected[DIPLOTYPE];
    var wanted = new TreeMap<String, String>();
    wanted.put("diplotype", diplotype);
    wanted.put("phenotype", expected[PHENOTYPE]);
    wanted.put("activity_score", expected[SCORE]);
    wanted.put("matched_positions", expected[POSITIONS]);
    var differences = new ArrayList<String>();
    wanted.forEach((column, value) -> {
      var ours = Runs.cell(run, expected[GENE], column);
      if (!alternatives(ours).equals(alternatives(value))) {
        differences.add(String.join("\t", expected[FILE], expected[GENE], column, value, ours));
      }
    });
    return differences;
  }

  /// Alternatives in any order, each printed once; the two strands of each in any order.
  private static SortedSet<String> alternatives(String cell) {
    var alternatives = new TreeSet<String>();
    for (var one : cell.split(" OR ", -1)) {
      var strands = one.split("/", -1);
      Arrays.sort(strands);
      alternatives.add(Set.of("No Result", "n/a").contains(one) ? "." : String.join("/", strands));
    }
    return alternatives;
  }

  private static List<String> stated() throws IOException {
    var file = Path.of("src/test/resources/org/idiome/care/pharmacogenes/differences.tsv");
    var lines = Files.readAllLines(Checkout.module(PublishedCasesTest.class).resolve(file));
    return lines.stream()
        .skip(1)
        .map(line -> String.join("\t", Arrays.asList(line.split("\t", -1)).subList(0, 5)))
        .toList();
  }
}
