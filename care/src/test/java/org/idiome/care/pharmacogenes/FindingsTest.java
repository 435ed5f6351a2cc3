package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.care.pharmacogenes.Explained.advice;
import static org.idiome.care.pharmacogenes.Explained.found;
import static org.idiome.care.pharmacogenes.Explained.keys;
import static org.idiome.care.pharmacogenes.Explained.notAssessed;
import static org.idiome.care.pharmacogenes.Explained.notes;
import static org.idiome.care.pharmacogenes.Explained.rows;

import java.nio.file.Path;
import java.util.List;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Strength;
import org.idiome.core.finding.Value;
import org.idiome.core.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each kind of finding: found, and not assessed. None is ever *excluded*: named alleles that were
/// not seen are what the answer says, and a drug without a finding is not a safe drug.
class FindingsTest {
  private static final int STAR_2 = 94781859;
  private static final int RS12769205 = 94775367;
  private static final int RS3758581 = 94842866;
  private static final int STAR_17 = 94761900;
  private static final int STAR_2A = 97450058;
  private static final int C_2846 = 97082391;

  @TempDir private Path folder;

  private Panel both() {
    return Panel.of(folder, "CYP2C19", "DPYD").gt(RS3758581, "1/1");
  }

  private Panel poor() {
    return both().gt(RS12769205, "1/1").gt(STAR_2, "1/1").gt(STAR_2A, "1/1");
  }

  @Test
  void aGeneFullySeenIsFoundWithItsValues() {
    var finding = Runs.finding(poor().run(), "|diplotype|CYP2C19");
    assertThat(found(finding))
        .isEqualTo(
            Details.NONE
                .word("standing", "best")
                .text("diplotype", "*2/*2")
                .count("score", 6)
                .text("phenotype_cpic", "Poor Metabolizer")
                .text("phenotype_dpwg", "Poor Metabolizer"));
    assertThat(rows(finding))
        .anyMatch(row -> row.startsWith("case.vcf chr10\t94781859") && row.endsWith("1/1"))
        .anyMatch(row -> row.startsWith("starter/cpic/allele_functions.tsv CPIC\tCYP2C19\t*2\t"))
        .anyMatch(row -> row.startsWith("starter/clinpgx/allele_bases.tsv CYP2C19\t*2\t94781859"));
    assertThat(finding.advice()).isNull();
  }

  @Test
  void aGeneThatIsReferenceIsFoundNotExcluded() {
    var finding = Runs.finding(both().run(), "|diplotype|DPYD");
    assertThat(found(finding).get("diplotype")).isEqualTo(new Value.Text("Reference/Reference"));
    assertThat(found(finding).get("activity_score_cpic")).isEqualTo(new Value.Text("2.0"));
    assertThat(rows(finding)).anyMatch(row -> row.startsWith("case.vcf chr1\t97450058"));
  }

  @Test
  void aGeneWithoutRecordsIsNotAssessedAndSaysWhatWouldSettleIt() {
    var finding = Runs.finding(Panel.of(folder, "CYP2C19").run(), "|diplotype|DPYD");
    notAssessed(finding, ReasonCode.NOT_LOOKED_AT, "no_position_looked_at");
    assertThat(notes(finding)).contains("settles genotype_positions", "matters drugs");
  }

  @Test
  void withoutAGermlineFileNothingIsAssessed() {
    var run = new Packet(folder).drug("RxNorm:32968", "clopidogrel", "2024-01-01/").run();
    notAssessed(Runs.finding(run, "|diplotype|CYP2C19"), ReasonCode.NO_DATA, "no_germline_file");
    var medicine = Runs.finding(run, "|medicine|clopidogrel");
    assertThat(medicine.state()).isInstanceOf(State.NotAssessed.class);
    assertThat(advice(medicine).verb()).isEqualTo(Advice.Verb.SETTLE);
    assertThat(run.findings()).noneMatch(one -> one.key().text().contains("escitalopram"));
  }

  @Test
  void genotypesThatNoNamedPairExplainsAreNotAssessed() {
    var run = both().gt(STAR_2, "0/1").run();
    var finding = Runs.finding(run, "|diplotype|CYP2C19");
    notAssessed(finding, ReasonCode.NO_KNOWLEDGE, "no_named_pair");
    assertThat(rows(finding)).anyMatch(row -> row.startsWith("case.vcf chr10\t94781859"));
  }

  @Test
  void theTumourNeverSpeaksForTheGermline() {
    poor().file("tumour.vcf");
    var run = new Packet(folder).tumour("tumour.vcf").run();
    notAssessed(Runs.finding(run, "|diplotype|CYP2C19"), ReasonCode.NO_DATA, "no_germline_file");
  }

  @Test
  void filesThatCompleteEachOtherAreReadTogether() {
    Panel.of(folder, "CYP2C19").gt(RS3758581, "1/1").file("one.vcf");
    Panel.of(folder, "DPYD").gt(STAR_2A, "0/1").file("two.vcf");
    var run = new Packet(folder).germline("one.vcf").germline("two.vcf").run();
    assertThat(Runs.cell(run, "CYP2C19", "diplotype")).isEqualTo("*1/*1");
    assertThat(Runs.cell(run, "DPYD", "diplotype")).isEqualTo("Reference/c.1905+1G>A (*2A)");
    notAssessed(
        Runs.finding(run, "|agreement|DPYD"), ReasonCode.NOT_LOOKED_AT, "no_position_in_common");
  }

  @Test
  void filesThatAgreeSaySo() {
    both().file("one.vcf");
    both().without(STAR_2).file("two.vcf");
    var run = new Packet(folder).germline("one.vcf").germline("two.vcf").run();
    var agreement = Runs.finding(run, "|agreement|CYP2C19");
    assertThat(found(agreement).get("agreement")).isEqualTo(new Value.Word("agree"));
    assertThat(found(agreement).get("positions_compared")).isEqualTo(new Value.Count(34));
    assertThat(agreement.advice()).isNull();
    assertThat(run.problems()).noneMatch(one -> one.code() == ProblemCode.VCF_FILES_CONTRADICTORY);
    assertThat(Runs.cell(run, "CYP2C19", "missing_positions")).isEqualTo(".");
  }

  @Test
  void aDeletionThatIsNotThereContradictsNoBaseInsideIt() {
    both().gt(RS12769205, "0/1").gt(STAR_2, "0/1").file("one.vcf");
    both()
        .without(RS12769205)
        .at(STAR_2, "chr10 94781850 TATTTTCCCGGGAACCCATA T GT 0/0")
        .file("two.vcf");
    var run = new Packet(folder).germline("one.vcf").germline("two.vcf").run();
    assertThat(Runs.cell(run, "CYP2C19", "diplotype")).isEqualTo("*1/*2");
    assertThat(run.problems()).noneMatch(one -> one.code() == ProblemCode.VCF_FILES_CONTRADICTORY);
  }

  @Test
  void filesThatContradictEachOtherLeaveTheGeneNotAssessed() {
    both().file("one.vcf");
    both().gt(RS12769205, "0/1").gt(STAR_2, "0/1").file("two.vcf");
    var run = new Packet(folder).germline("one.vcf").germline("two.vcf").run();
    var finding = Runs.finding(run, "|diplotype|CYP2C19");
    notAssessed(finding, ReasonCode.CONFLICTING_STATEMENTS, "samples_disagree");
    assertThat(rows(finding))
        .anyMatch(row -> row.startsWith("one.vcf chr10\t94781859"))
        .anyMatch(row -> row.startsWith("two.vcf chr10\t94781859"));
    var agreement = Runs.finding(run, "|agreement|CYP2C19");
    assertThat(found(agreement).get("agreement")).isEqualTo(new Value.Word("conflict"));
    assertThat(agreement.advice()).isNotNull();
    assertThat(Runs.cell(run, "DPYD", "state")).isEqualTo("found");
    assertThat(run.problems())
        .filteredOn(one -> one.code() == ProblemCode.VCF_FILES_CONTRADICTORY)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.values()).containsEntry("count", "2");
          assertThat(problem.place().file()).isEqualTo("two.vcf");
          assertThat(problem.values().get("place")).startsWith("one.vcf:");
        });
  }

  @Test
  void aGuidelineAnswersUnderItsOwnSourceAndPopulation() {
    var run = poor().run();
    var cpic =
        Runs.finding(
            run, "|recommendation|clopidogrel|CPIC CYP2C19 acute_coronary_syndrome_or_pci");
    assertThat(found(cpic).get("action")).isEqualTo(new Value.Word("avoid"));
    assertThat(found(cpic).get("lookups")).isEqualTo(Value.texts(List.of("Poor Metabolizer")));
    assertThat(cpic.strength()).isEqualTo(new Strength(Strength.Level.STRONG, "CPIC strong"));
    var other =
        Runs.finding(
            run, "|recommendation|clopidogrel|CPIC CYP2C19 cardiovascular_without_acs_or_pci");
    assertThat(other.strength()).isEqualTo(new Strength(Strength.Level.MODERATE, "CPIC moderate"));
    assertThat(found(Runs.finding(run, "|recommendation|clopidogrel|DPWG")).get("action"))
        .isEqualTo(new Value.Word("avoid"));
    assertThat(rows(cpic))
        .anyMatch(row -> row.startsWith("starter/cpic/recommendations.tsv CPIC\tclopidogrel"));
  }

  @Test
  void noRecommendationIsAnAnswerAndNotSafe() {
    var run = both().gt(STAR_17, "0/1").run();
    var finding =
        Runs.finding(
            run, "|recommendation|clopidogrel|CPIC CYP2C19 cardiovascular_without_acs_or_pci");
    assertThat(found(finding).get("action")).isEqualTo(new Value.Word("no_recommendation"));
  }

  @Test
  void severalPossibleAnswersAreAllListed() {
    var finding =
        Runs.finding(
            both().without(STAR_2, RS12769205).run(),
            "|recommendation|clopidogrel|CPIC CYP2C19 acute");
    assertThat(finding.state()).isInstanceOf(State.Found.class);
    var state = (State.Found) finding.state();
    assertThat(state.possibilities().stream().map(one -> one.get("action")).toList())
        .containsExactly(
            new Value.Word("standard_dose"), new Value.Word("avoid"), new Value.Word("avoid"));
    assertThat(state.possibilities().stream().map(one -> one.get("standing")).toList())
        .containsExactly(
            new Value.Word("best"), new Value.Word("not_excluded"), new Value.Word("not_excluded"));
    assertThat(notes(finding)).contains("settles genotype_positions");
  }

  /// Standard dose by a strong recommendation, unless an allele was not seen of which a moderate
  /// one speaks: the finding is no stronger than that, and each possibility says its own strength.
  @Test
  void theWeakestOfWhatIsPossibleIsTheStrength() {
    var finding =
        Runs.finding(both().without(STAR_2, RS12769205).run(), "|recommendation|escitalopram|CPIC");
    assertThat(finding.strength())
        .isEqualTo(new Strength(Strength.Level.MODERATE, "CPIC moderate"));
    var state = (State.Found) finding.state();
    assertThat(state.possibilities().stream().map(one -> one.get("strength")).toList())
        .containsExactly(
            new Value.Word("strong"), new Value.Word("moderate"), new Value.Word("strong"));
  }

  @Test
  void possibleAnswersOfOneConsequenceAreOneAndThatIsSaid() {
    var run = both().gt(C_2846, "0/1").without(STAR_2A).run();
    var finding = Runs.finding(run, "|recommendation|omeprazole|DPWG");
    assertThat(found(finding).get("same_consequence")).isNull();
    var ambiguous = Runs.finding(both().without(STAR_17).run(), "|recommendation|citalopram|CPIC");
    assertThat(ambiguous.state()).isInstanceOf(State.Found.class);
    var same =
        Runs.finding(
            both().without(STAR_17).run(), "|recommendation|clopidogrel|CPIC CYP2C19 acute");
    assertThat(((State.Found) same.state()).possibilities()).hasSize(1);
    assertThat(found(same).get("same_consequence")).isEqualTo(new Value.Count(3));
  }

  @Test
  void noStandardDoseRestsOnAnUndocumentedBase() {
    var run = both().at(STAR_2, "chr10 94781859 G T GT 0/1").run();
    var finding = Runs.finding(run, "|recommendation|clopidogrel|CPIC CYP2C19 acute");
    notAssessed(finding, ReasonCode.NO_KNOWLEDGE, "undocumented_base");
  }

  @Test
  void anAlleleWithoutFunctionHasNoRecommendation() {
    var run = both().gt(94762712, "0/1").gt(94762715, "0/1").run();
    assertThat(Runs.cell(run, "CYP2C19", "diplotype")).isEqualTo("*1/*40");
    var finding = Runs.finding(run, "|recommendation|clopidogrel|CPIC CYP2C19 acute");
    notAssessed(finding, ReasonCode.NO_KNOWLEDGE, "no_phenotype");
  }

  @Test
  void aDrugTakenGetsAdvice() {
    poor().file("one.vcf");
    var run =
        new Packet(folder)
            .germline("one.vcf")
            .drug("RxNorm:32968", "clopidogrel", "2024-01-01/")
            .drug("ATC:N06AB10", "escitalopram", "2024-01-01/")
            .run();
    var clopidogrel = Runs.finding(run, "|medicine|clopidogrel");
    assertThat(advice(clopidogrel).verb()).isEqualTo(Advice.Verb.ACT);
    assertThat(advice(clopidogrel).priority()).isEqualTo(Advice.Priority.DANGER_NOW);
    assertThat(advice(clopidogrel).code()).isEqualTo("avoid_drug");
    assertThat(rows(clopidogrel)).anyMatch(row -> row.startsWith("phenopacket.json"));
    var escitalopram = Runs.finding(run, "|medicine|escitalopram");
    assertThat(advice(escitalopram).priority()).isEqualTo(Advice.Priority.DECISION_DUE);
    assertThat(found(escitalopram).get("sources_agree")).isEqualTo(new Value.Word("no"));
  }

  /// Every position was seen; that a source does not judge an allele is no reason to genotype
  /// again.
  @Test
  void noGenotypingIsAdvisedThatCouldNotHelp() {
    both().gt(97883353, "0/1").file("one.vcf");
    var run =
        new Packet(folder).germline("one.vcf").drug("ATC:L01BC03", "tegafur", "2024-01-01/").run();
    var finding = Runs.finding(run, "|medicine|tegafur");
    notAssessed(finding, "no_phenotype");
    assertThat(finding.advice()).isNull();
  }

  @Test
  void aDrugNotTakenSpeaksOnlyOfDanger() {
    var run = poor().run();
    var danger = Runs.finding(run, "|medicine|fluorouracil");
    assertThat(advice(danger).priority()).isEqualTo(Advice.Priority.BEFORE_USE);
    assertThat(advice(danger).code()).isEqualTo("before_use_avoid_drug");
    assertThat(found(danger).get("taken")).isEqualTo(new Value.Word("no"));
    assertThat(keys(run)).noneMatch(key -> key.contains("|medicine|omeprazole"));
    assertThat(keys(both().run())).noneMatch(key -> key.contains("|medicine|"));
  }

  @Test
  void aDrugThatSurelyEndedIsNotTaken() {
    poor().file("one.vcf");
    var run =
        new Packet(folder)
            .germline("one.vcf")
            .drug("ATC:N06AB10", "escitalopram", "2020-01-01/2020-06-01")
            .drug("RxNorm:6809", "metformin", "2024-01-01/")
            .run();
    var escitalopram = Runs.finding(run, "|medicine|escitalopram");
    assertThat(found(escitalopram).get("taken")).isEqualTo(new Value.Word("no"));
    assertThat(escitalopram.advice()).isNull();
    var drugs = found(Runs.finding(run, "|drugs_taken|"));
    assertThat(drugs.get("drugs")).isEqualTo(Value.texts(List.of()));
    assertThat(drugs.get("drugs_not_known")).isEqualTo(Value.texts(List.of("metformin")));
  }

  @Test
  void aDrugKnownByItsNameAloneIsToBeConfirmed() {
    poor().file("one.vcf");
    var run =
        new Packet(folder).germline("one.vcf").drug("LOCAL:77", "Plavix", "2024-01-01/").run();
    var finding = Runs.finding(run, "|medicine|clopidogrel");
    assertThat(found(finding).get("taken")).isEqualTo(new Value.Word("yes"));
    assertThat(advice(finding).verb()).isEqualTo(Advice.Verb.SETTLE);
    assertThat(advice(finding).code()).isEqualTo("confirm_drug");
    assertThat(advice(finding).priority()).isEqualTo(Advice.Priority.DANGER_NOW);
  }

  @Test
  void withoutAnyDrugRecordedThatIsNotAssessed() {
    notAssessed(
        Runs.finding(both().run(), "|drugs_taken|"), ReasonCode.NO_DATA, "no_drug_recorded");
  }

  @Test
  void whereEveryDrugEndedThatIsSaidOfEach() {
    both().file("one.vcf");
    var run =
        new Packet(folder)
            .germline("one.vcf")
            .seen("2024-01-01")
            .drug("ATC:N02BE01", "paracetamol", "2020-01-01/2020-01-05")
            .run();
    var finding = Runs.finding(run, "|drugs_taken|");
    notAssessed(finding, ReasonCode.NO_DATA, "every_drug_ended");
    assertThat(finding.why().children().getFirst())
        .isInstanceOfSatisfying(
            Explanation.Claim.class,
            claim -> {
              assertThat(claim.code()).isEqualTo("drug_ended");
              assertThat(claim.children()).isNotEmpty();
            });
  }

  @Test
  void aPopulationOfAnotherAgeGivesNoAdvice() {
    both().gt(STAR_17, "1/1").file("one.vcf");
    var adult =
        new Packet(folder)
            .germline("one.vcf")
            .drug("RxNorm:121243", "voriconazole", "2024-01-01/")
            .run();
    var advice = advice(Runs.finding(adult, "|medicine|voriconazole"));
    assertThat(advice.details().get("population")).isNotEqualTo(new Value.Word("children"));
  }
}
