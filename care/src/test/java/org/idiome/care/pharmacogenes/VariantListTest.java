package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// DPYD, read as variants on two strands (A4).
class VariantListTest {
  private static final String DPYD = "DPYD";
  private static final String HAPB3 = "c.1129-5923C>G, c.1236G>A (HapB3)";
  private static final int STAR_2A = 97450058;
  private static final int C_2846 = 97082391;
  private static final int INTRON = 97579893;
  private static final int EXON = 97573863;

  @TempDir private Path folder;

  private Panel dpyd() {
    return Panel.of(folder, DPYD);
  }

  private static void is(Panel panel, String diplotype, String phenotype, String score) {
    assertThat(panel.cell(DPYD, "diplotype")).isEqualTo(diplotype);
    assertThat(panel.cell(DPYD, "phenotype")).isEqualTo(phenotype);
    assertThat(panel.cell(DPYD, "activity_score")).isEqualTo(score);
  }

  @Test
  void unphasedVariantsArePresumedOnDifferentStrandsAndTheOtherCaseIsSaid() {
    var panel = dpyd().gt(STAR_2A, "0/1").gt(C_2846, "0/1");
    is(panel, "c.1905+1G>A (*2A); c.2846A>T", "Poor Metabolizer", "0.5");
    assertThat(panel.cell(DPYD, "state")).isEqualTo("found");
    assertThat(panel.cell(DPYD, "note"))
        .contains("presumed on different chromosomes")
        .contains("Reference/c.1905+1G>A (*2A) (Intermediate Metabolizer) not excluded");
  }

  @Test
  void phaseDecides() {
    is(
        dpyd().gt(STAR_2A, "0|1").gt(C_2846, "0|1"),
        "Reference/[c.1905+1G>A (*2A) + c.2846A>T]",
        "Intermediate Metabolizer",
        "1.0");
    is(
        dpyd().gt(STAR_2A, "0|1").gt(C_2846, "1|0"),
        "c.1905+1G>A (*2A)/c.2846A>T",
        "Poor Metabolizer",
        "0.5");
  }

  @Test
  void phaseSetsAreKeptApartAndTheLowestIsUsed() {
    var panel = dpyd().gt(STAR_2A, "0|1:1").gt(C_2846, "0|1:2");
    assertThat(panel.cell(DPYD, "state")).isEqualTo("ambiguous");
    is(
        panel,
        "Reference/[c.1905+1G>A (*2A) + c.2846A>T] OR c.1905+1G>A (*2A)/c.2846A>T",
        "Poor Metabolizer",
        "0.5");
    assertThat(panel.cell(DPYD, "note")).contains("the lowest activity is used");
  }

  @Test
  void homozygousSitesCarryNoPhase() {
    is(
        dpyd().gt(STAR_2A, "0/1").gt(C_2846, "1/1"),
        "c.2846A>T/[c.1905+1G>A (*2A) + c.2846A>T]",
        "Poor Metabolizer",
        "0.5");
  }

  @Test
  void theIntronDecidesOverTheExon() {
    var alone = dpyd().gt(INTRON, "0/1");
    is(alone, "Reference/c.1129-5923C>G", "Intermediate Metabolizer", "1.5");
    assertThat(alone.cell(DPYD, "note")).contains("rs75017182 decides against rs56038477");
    var overruled = dpyd().gt(EXON, "0/1");
    is(overruled, "Reference/Reference", "Normal Metabolizer", "2.0");
    assertThat(overruled.cell(DPYD, "note")).contains("rs75017182 decides against rs56038477");
  }

  /// Only what was seen can disagree.
  @Test
  void whereIntronAndExonAgreeOrTheExonIsMissingNothingIsOverruled() {
    var both = dpyd().gt(INTRON, "0/1").gt(EXON, "0/1");
    assertThat(both.cell(DPYD, "note")).doesNotContain("decides against");
    var missing = dpyd().gt(INTRON, "0/1").without(EXON);
    assertThat(missing.cell(DPYD, "note")).doesNotContain("decides against");
    var twice = dpyd().gt(INTRON, "1/1").gt(EXON, "0/1");
    assertThat(twice.cell(DPYD, "note")).contains("rs75017182 decides against rs56038477");
  }

  @Test
  void theExonSpeaksWhereTheIntronIsMissing() {
    var panel = dpyd().without(INTRON).gt(EXON, "0/1");
    assertThat(panel.cell(DPYD, "diplotype")).isEqualTo("Reference/" + HAPB3);
    assertThat(panel.cell(DPYD, "phenotype")).isEqualTo("at best Intermediate Metabolizer");
    assertThat(panel.cell(DPYD, "note")).contains("rs56038477 used for missing rs75017182");
  }

  @Test
  void haplotypeOfTwoUnphasedPositionsIsNamedOnce() {
    is(dpyd().gt(INTRON, "0/1").gt(EXON, "0/1"), HAPB3, "Intermediate Metabolizer", "1.5");
  }

  @Test
  void anyNumberOfUnphasedVariantsIsAnswered() {
    var panel = dpyd();
    for (int position :
        List.of(
            STAR_2A, C_2846, INTRON, EXON, 97515787, 97883329, 97515839, 97098598, 97098599,
            97098616)) {
      panel.gt(position, "0/1");
    }
    assertThat(panel.cell(DPYD, "activity_score")).isEqualTo("0.0");
    assertThat(panel.cell(DPYD, "diplotype").split("; ", -1)).hasSize(9);
  }

  /// The function that a source does not judge leaves that source without an answer.
  @Test
  void aSourceThatDoesNotNameAVariantHasNoAnswer() {
    var run = dpyd().gt(97883353, "0/1").run();
    assertThat(Runs.cell(run, DPYD, "phenotype")).isEqualTo("Intermediate Metabolizer");
    var finding = Runs.finding(run, "|recommendation|fluorouracil|DPWG");
    assertThat(finding.state().code()).isEqualTo("not_assessed");
  }
}
