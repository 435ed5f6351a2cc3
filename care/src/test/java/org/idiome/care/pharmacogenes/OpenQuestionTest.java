package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.care.pharmacogenes.Explained.advice;
import static org.idiome.care.pharmacogenes.Explained.found;
import static org.idiome.care.pharmacogenes.Explained.keys;
import static org.idiome.care.pharmacogenes.Explained.notes;

import java.nio.file.Path;
import java.util.List;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What must be settled before a drug is begun, and of which drugs nothing is asked.
class OpenQuestionTest {
  private static final int RS3758581 = 94842866;
  private static final int STAR_2 = 94781859;
  private static final int RS12769205 = 94775367;
  private static final int STAR_17 = 94761900;
  private static final int STAR_2A = 97450058;
  private static final int STAR_9A = 97883329;

  @TempDir private Path folder;

  private Panel both() {
    return Panel.of(folder, "CYP2C19", "DPYD").gt(RS3758581, "1/1");
  }

  private void asksForRs3918290(Panel panel) {
    var run = panel.run();
    for (var drug : List.of("capecitabine", "fluorouracil")) {
      var finding = Runs.finding(run, "|medicine|" + drug);
      assertThat(found(finding).get("taken")).isEqualTo(new Value.Word("no"));
      var advice = advice(finding);
      assertThat(advice.verb()).isEqualTo(Advice.Verb.SETTLE);
      assertThat(advice.priority()).isEqualTo(Advice.Priority.BEFORE_USE);
      assertThat(advice.code()).isEqualTo("before_use_genotype_gene");
      assertThat(advice.details().get("positions")).isEqualTo(Value.texts(List.of("rs3918290")));
      assertThat(advice.details().get("alleles"))
          .isEqualTo(Value.texts(List.of("c.1905+1G>A (*2A)")));
      assertThat(notes(finding)).contains("settles genotype_positions");
    }
  }

  @Test
  void aPositionThatNobodyLookedAtIsToBeSettledBeforeADrugIsBegun() {
    asksForRs3918290(both().without(STAR_2A));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chr1 97450058 C T GT 0/1 LowQual",
        "chr1 97450058 C T GT ./.",
        "chr1 97450058 C T GT:GQ 0/1:19",
        "chr1 97450058 C T GT:DP 0/1:9",
        "chr1 97450058 C T GT:FT 0/1:bad",
        "chr1 97450058 C T GT 0/0 LowQual",
        "chr1 97450058 C T GT:GQ 0/0:19",
      })
  void aCallThatDoesNotCountIsToBeSettledToo(String record) {
    asksForRs3918290(both().at(STAR_2A, record));
  }

  @Test
  void whereAGeneWasNotReadNothingIsAskedOfDrugsThatAreNotTaken() {
    assertThat(keys(Panel.of(folder, "CYP2C19").gt(RS3758581, "1/1").run()))
        .noneMatch(key -> key.contains("|medicine|"));
  }

  @Test
  void positionsThatChangeNoStrongRecommendationAreNotAsked() {
    assertThat(keys(both().without(STAR_17, STAR_9A).run()))
        .noneMatch(key -> key.contains("|medicine|"));
  }

  @Test
  void whatIsAdvisedAlreadyIsNotAskedAgain() {
    var run = both().gt(STAR_2A, "0/1").without(97082391).run();
    assertThat(advice(Runs.finding(run, "|medicine|capecitabine")).code())
        .isEqualTo("before_use_lower_dose");
  }

  @Test
  void everyGeneThatIsOpenIsNamed() {
    var run = both().without(STAR_2, RS12769205).run();
    var advice = advice(Runs.finding(run, "|medicine|clopidogrel"));
    assertThat(advice.code()).isEqualTo("before_use_genotype_gene");
    assertThat(advice.details().get("genes")).isEqualTo(Value.texts(List.of("CYP2C19")));
    assertThat(advice.details().get("actions"))
        .isEqualTo(new Value.Several(List.of(new Value.Word("avoid"))));
  }

  @Test
  void aDrugThatIsTakenAsksForEveryStepThatIsNotExcluded() {
    both().without(STAR_17).file("one.vcf");
    var run =
        new Packet(folder)
            .germline("one.vcf")
            .drug("ATC:N06AB04", "citalopram", "2024-01-01/")
            .run();
    var advice = advice(Runs.finding(run, "|medicine|citalopram"));
    assertThat(advice.verb()).isEqualTo(Advice.Verb.SETTLE);
    assertThat(advice.code()).isEqualTo("genotype_gene");
    assertThat(advice.details().get("positions")).isEqualTo(Value.texts(List.of("rs12248560")));
  }
}
