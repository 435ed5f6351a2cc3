package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.core.finding.Value;
import org.idiome.core.run.Run;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;

/// Genotypes constructed from two known alleles, some with positions missing: the truth is always
/// in what is reported, and where nothing is missing it is the one answer.
class ConstructedSamplesTest {
  private static final int SAMPLE = 1;
  private static final int CONSTRUCTED = 2;
  private static final int MISSING = 5;
  private static final int COUNT = 14;
  private static final int CONSISTENT = 15;

  @Test
  void reportTheTruthForCyp2c19() throws IOException {
    int complete = 0;
    int all = 0;
    for (var expected : rows("CYP2C19")) {
      var run = Runs.of(Truth.data("pgx/synthetic/CYP2C19.vcf"), expected[SAMPLE]);
      var reported = reported(run, "CYP2C19");
      var truth = pair(expected[CONSTRUCTED].split(" / ", -1));
      assertThat(reported).as(expected[SAMPLE]).contains(truth);
      if (expected[MISSING].equals(".")) {
        assertThat(Runs.cell(run, "CYP2C19", "state")).as(expected[SAMPLE]).isEqualTo("found");
        assertThat(Runs.cell(run, "CYP2C19", "diplotype")).as(expected[SAMPLE]).isEqualTo(truth);
        complete++;
      }
      all++;
    }
    assertThat(List.of(all, complete)).as("samples, complete ones").containsExactly(42, 25);
  }

  /// The exact set that the data come with: every pair of named alleles that fits.
  @Test
  void reportExactlyTheConsistentSetForCyp2c19() throws IOException {
    int compared = 0;
    for (var expected : rows("CYP2C19")) {
      var run = Runs.of(Truth.data("pgx/synthetic/CYP2C19.vcf"), expected[SAMPLE]);
      var reported = reported(run, "CYP2C19");
      assertThat(reported).as(expected[SAMPLE]).hasSize(Integer.parseInt(expected[COUNT]));
      if (!expected[CONSISTENT].equals(".")) {
        var wanted = new TreeSet<String>();
        for (var one : expected[CONSISTENT].split(" OR ", -1)) {
          wanted.add(pair(one.split("/", -1)));
        }
        assertThat(reported).as(expected[SAMPLE]).isEqualTo(wanted);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(41);
  }

  @Test
  void reportTheTruthForDpyd() throws IOException {
    int complete = 0;
    int all = 0;
    for (var expected : rows("DPYD")) {
      var run = Runs.of(Truth.data("pgx/synthetic/DPYD.vcf"), expected[SAMPLE]);
      var printed = Runs.cell(run, "DPYD", "diplotype");
      var truth = new TreeSet<>(Arrays.asList(expected[CONSTRUCTED].split(" / ", -1)));
      truth.remove("Reference");
      var seen = new TreeSet<>(Arrays.asList(printed.split("; |/", -1)));
      seen.remove("Reference");
      if (expected[MISSING].equals(".")) {
        assertThat(seen).as(expected[SAMPLE]).isEqualTo(truth);
        assertThat(Runs.cell(run, "DPYD", "state")).as(expected[SAMPLE]).isEqualTo("found");
        complete++;
      } else {
        var hidden = new TreeSet<>(truth);
        hidden.removeAll(seen);
        assertThat(cannotExclude(run)).as(expected[SAMPLE]).containsAll(hidden);
        assertThat(truth).as(expected[SAMPLE]).containsAll(seen);
      }
      all++;
    }
    assertThat(List.of(all, complete)).as("samples, complete ones").containsExactly(33, 21);
  }

  private static List<String[]> rows(String gene) throws IOException {
    var rows = new ArrayList<String[]>();
    for (var line : Files.readAllLines(Truth.data("pgx/synthetic/expected.tsv"))) {
      var cells = line.split("\t", -1);
      if (cells[0].equals(gene)) {
        rows.add(cells);
      }
    }
    return rows;
  }

  private static String pair(String[] names) {
    return Names.pair(names[0], names[1]);
  }

  /// Every diplotype of the finding: the best, and those that fit as well.
  private static Set<String> reported(Run run, String gene) {
    var cell = Runs.cell(run, gene, "diplotype");
    var reported = new TreeSet<>(Arrays.asList(cell.split(" OR ", -1)));
    var why = Runs.finding(run, "|diplotype|" + gene).why();
    reported.addAll(PharmacogeneTable.texts(why.details().get("also_consistent")));
    return reported;
  }

  private static Set<String> cannotExclude(Run run) {
    Value value = Runs.finding(run, "|diplotype|DPYD").why().details().get("cannot_exclude");
    return new TreeSet<>(PharmacogeneTable.texts(value));
  }
}
