package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.care.pharmacogenes.Explained.advice;
import static org.idiome.care.pharmacogenes.Explained.found;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the record says of a drug, and what of it is understood.
class RecordedDrugsTest {
  private static final int RS3758581 = 94842866;
  private static final int STAR_2A = 97450058;

  @TempDir private Path folder;

  private Packet person() {
    Panel.of(folder, "CYP2C19", "DPYD").gt(RS3758581, "1/1").gt(STAR_2A, "1/1").file("one.vcf");
    return new Packet(folder).germline("one.vcf");
  }

  /// The codes under which a finding says that the record has its drug.
  private static List<Coded> given(Finding finding, String code) {
    return finding.why().children().stream()
        .filter(Explanation.Claim.class::isInstance)
        .map(Explanation.Claim.class::cast)
        .filter(claim -> claim.code().equals(code))
        .map(claim ->
            ((Value.Thing) Objects.requireNonNull(claim.details().get("given_as"))).coded())
        .toList();
  }

  @Test
  void aFindingNamesTheCodeUnderWhichTheRecordHasTheDrug() {
    var run = person().drug("RXNORM:4492", "5-FU", "2024-01-01/").run();
    var finding = Runs.finding(run, "|medicine|fluorouracil");
    assertThat(given(finding, "drug_taken")).containsExactly(Coded.of("RXNORM:4492"));
    assertThat(advice(finding).code()).isEqualTo("avoid_drug");
  }

  @Test
  void aDrugThatEndedIsNamedToo() {
    var run =
        person().seen("2024-01-01").drug("RXNORM:4492", "5-FU", "2020-01-01/2020-05-01").run();
    var finding = Runs.finding(run, "|medicine|fluorouracil");
    assertThat(given(finding, "drug_ended")).containsExactly(Coded.of("RXNORM:4492"));
    assertThat(advice(finding).code()).isEqualTo("before_use_avoid_drug");
  }

  @Test
  void aNameWithinATextThatNobodyKnowsIsToBeConfirmed() {
    var run = person().drug("XYZ:1", "Fluorouracil 500 mg", "2024-01-01/").run();
    var finding = Runs.finding(run, "|medicine|fluorouracil");
    assertThat(found(finding).get("taken")).isEqualTo(new Value.Word("yes"));
    assertThat(advice(finding).code()).isEqualTo("confirm_drug");
    assertThat(found(Runs.finding(run, "|drugs_taken|")).get("not_known"))
        .isEqualTo(new Value.Count(0));
  }

  @Test
  void aPartOfANameIsNoName() {
    var run = person().drug("XYZ:1", "Fluorouracilum-like 5", "2024-01-01/").run();
    assertThat(advice(Runs.finding(run, "|medicine|fluorouracil")).code())
        .isEqualTo("before_use_avoid_drug");
  }

  /// Nobody gave a date; the record was written after both drugs had ended.
  @Test
  void whatHadEndedWhenTheRecordWasWrittenIsNotTaken() {
    var run =
        person()
            .drug("RXNORM:32968", "clopidogrel", "2023-01-01/2023-12-01")
            .drug("RXNORM:4492", "5-FU", "2023-01-01/2023-12-31")
            .run();
    assertThat(found(Runs.finding(run, "|medicine|fluorouracil")).get("taken"))
        .isEqualTo(new Value.Word("no"));
  }
}
