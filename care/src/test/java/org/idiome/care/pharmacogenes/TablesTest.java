package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tables of the shell.
class TablesTest {
  private static final int RS3758581 = 94842866;
  private static final int STAR_17 = 94761900;
  private static final int STAR_4 = 94762706;
  private static final int STAR_2A = 97450058;

  @TempDir private Path folder;

  private Panel both() {
    return Panel.of(folder, "CYP2C19", "DPYD").gt(RS3758581, "1/1");
  }

  /// A3: rs12248560 C/T, rs28399504 missing, rs3758581 G/G. By its rule the wobble of `*4` costs
  /// one in both of the others.
  @Test
  void answersOfLowerScoreHaveRowsOfTheirOwn() {
    var table = new PharmacogeneTable(true);
    var run = both().gt(STAR_17, "0/1").without(STAR_4).run();
    assertThat(table.columns().subList(10, 15))
        .containsExactly("file", "rank", "run", "snapshot", "software");
    var rows = table.rows(run).stream().filter(row -> row.get(1).equals("CYP2C19")).toList();
    assertThat(rows.stream().map(row -> row.get(11) + " " + row.get(3)).toList())
        .containsExactly("1 *1/*4 OR *1/*17", "2 *4/*4", "2 *4/*17");
    assertThat(rows.stream().map(row -> row.get(4)).toList())
        .containsExactly(
            "at best Intermediate Metabolizer OR Rapid Metabolizer",
            "Poor Metabolizer",
            "Intermediate Metabolizer");
    assertThat(rows).allMatch(row -> row.size() == table.columns().size());
  }

  @Test
  void withoutAskingThereIsNoRank() {
    assertThat(new PharmacogeneTable().columns()).isEqualTo(PharmacogeneTable.COLUMNS);
    assertThat(new PharmacogeneTable().rows(both().run())).hasSize(2);
  }

  /// The bound stands with the phenotype; the score stays a number.
  @Test
  void aScoreIsANumberAlsoWhereItIsBounded() {
    var panel = both().without(STAR_2A);
    assertThat(panel.cell("DPYD", "phenotype")).isEqualTo("at best Normal Metabolizer");
    assertThat(panel.cell("DPYD", "activity_score")).isEqualTo("2.0");
  }

  @Test
  void drugsOfAGeneThatWasNotCalledHaveARowThatSaysSo() {
    var run = Panel.of(folder, "CYP2C19").gt(RS3758581, "1/1").run();
    var rows = RecommendationTable.rows(run, List.of("S1"));
    var fluorouracil = rows.stream().filter(row -> row.get(1).equals("fluorouracil")).toList();
    assertThat(fluorouracil).hasSize(1);
    assertThat(fluorouracil.getFirst().subList(0, 10))
        .containsExactly(
            "S1", "fluorouracil", ".", ".", "DPYD", ".", ".", ".", ".", "not_assessed");
    assertThat(rows.stream().map(row -> row.get(1)).toList()).isSorted();
  }

  @Test
  void aRecommendationNamesItsRowAndItsPublication() {
    var run = both().gt(STAR_2A, "0/1").run();
    var rows = RecommendationTable.rows(run, List.of("S1"));
    assertThat(rows)
        .anySatisfy(row -> {
          assertThat(row.subList(0, 3)).containsExactly("S1", "capecitabine", "CPIC");
          assertThat(row.get(8)).matches("ClinPGx:PA[0-9]+,PMID:29152729");
          assertThat(row.get(9)).isEqualTo("found");
        });
  }
}
