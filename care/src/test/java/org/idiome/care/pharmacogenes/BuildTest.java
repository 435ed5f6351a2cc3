package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.care.pharmacogenes.Explained.advice;
import static org.idiome.care.pharmacogenes.Explained.keys;
import static org.idiome.care.pharmacogenes.Explained.notAssessed;
import static org.idiome.care.pharmacogenes.Explained.notes;
import static org.idiome.care.pharmacogenes.Explained.rows;

import java.nio.file.Path;
import java.util.List;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.Value;
import org.idiome.core.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are not on the build of the tables, or may not be.
class BuildTest {
  private static final int STAR_2 = 94781859;
  private static final int STAR_17 = 94761900;
  private static final int RS3758581 = 94842866;

  @TempDir private Path folder;

  private Panel both() {
    return Panel.of(folder, "CYP2C19", "DPYD").gt(RS3758581, "1/1");
  }

  private Run takesClopidogrel(String file) {
    return new Packet(folder)
        .germlineOfNoBuild(file)
        .drug("RxNorm:32968", "clopidogrel", "2024-01-01/")
        .run();
  }

  @Test
  void aFileOfUnknownBuildAsksToStateIt() {
    both().assembly("").file("one.vcf");
    var run = takesClopidogrel("one.vcf");
    for (var gene : List.of("CYP2C19", "DPYD")) {
      var finding = Runs.finding(run, "|diplotype|" + gene);
      notAssessed(finding, ReasonCode.BUILD_NOT_KNOWN, "build_not_known");
      assertThat(notes(finding)).contains("settles state_build");
      assertThat(notes(finding)).doesNotContain("settles genotype_positions");
    }
    var build = Runs.finding(run, "|build|genome");
    notAssessed(build, ReasonCode.BUILD_NOT_KNOWN, "build_not_known");
    assertThat(advice(build).verb()).isEqualTo(Advice.Verb.SETTLE);
    assertThat(advice(build).code()).isEqualTo("state_build");
    assertThat(advice(build).details().get("files")).isEqualTo(Value.texts(List.of("one.vcf")));
    assertThat(advice(build).details().get("drugs_taken"))
        .isEqualTo(Value.texts(List.of("clopidogrel")));
    var medicine = Runs.finding(run, "|medicine|clopidogrel");
    notAssessed(medicine, "build_not_known");
    assertThat(medicine.advice()).isNull();
    assertThat(notes(medicine)).contains("settles state_build");
  }

  @Test
  void aFileOfAnotherBuildAsksForTheVariantsOnThatOfTheTables() {
    both().assembly("GRCh37").file("one.vcf");
    var run = takesClopidogrel("one.vcf");
    notAssessed(Runs.finding(run, "|diplotype|DPYD"), ReasonCode.OTHER_BUILD, "other_build");
    var build = Runs.finding(run, "|build|genome");
    assertThat(advice(build).code()).isEqualTo("call_on_build");
    assertThat(advice(build).details().get("builds")).isEqualTo(Value.texts(List.of("GRCh37")));
    assertThat(advice(build).details().get("table")).isEqualTo(new Value.Text("GRCh38"));
    assertThat(Runs.finding(run, "|medicine|clopidogrel").advice()).isNull();
  }

  /// The packet says GRCh38 and the file says nothing: its own bases tell.
  @Test
  void referenceBasesOfAnotherBuildLeaveEveryGeneUnread() {
    both()
        .assembly("")
        .at(STAR_2, "chr10 94781859 C T GT 0/0")
        .at(STAR_17, "chr10 94761900 A G GT 0/1")
        .file("one.vcf");
    var run = new Packet(folder).germline("one.vcf").run();
    for (var gene : List.of("CYP2C19", "DPYD")) {
      var finding = Runs.finding(run, "|diplotype|" + gene);
      notAssessed(finding, ReasonCode.BUILD_IN_DOUBT, "build_in_doubt");
      assertThat(rows(finding)).anyMatch(row -> row.startsWith("one.vcf chr10\t94781859\t.\tC"));
    }
    var build = Runs.finding(run, "|build|genome");
    assertThat(advice(build).code()).isEqualTo("check_build");
    assertThat(advice(build).details().get("mismatches")).isEqualTo(new Value.Count(2));
  }

  @Test
  void oneOtherReferenceBaseLeavesItsPositionUnseen() {
    var panel = both().at(STAR_2, "chr10 94781859 C T GT 0/0");
    assertThat(panel.cell("CYP2C19", "missing_positions")).isEqualTo("rs4244285");
    assertThat(panel.cell("CYP2C19", "note")).contains("rs4244285: other_reference (C)");
    assertThat(panel.cell("DPYD", "state")).isEqualTo("found");
    assertThat(keys(panel.run())).noneMatch(key -> key.contains("|build|"));
  }

  @Test
  void aFileThatIsNotReadBesideAnotherIsSaid() {
    both().file("one.vcf");
    both().assembly("").file("two.vcf");
    var run = new Packet(folder).germline("one.vcf").germlineOfNoBuild("two.vcf").run();
    assertThat(Runs.cell(run, "CYP2C19", "state")).isEqualTo("found");
    var build = Runs.finding(run, "|build|genome");
    assertThat(advice(build).details().get("files")).isEqualTo(Value.texts(List.of("two.vcf")));
  }

  /// One file says no build and one says another: each is named for what it says alone.
  @Test
  void filesOfTwoFaultsAreToldApart() {
    both().assembly("").file("one.vcf");
    both().assembly("GRCh37").file("two.vcf");
    var run = new Packet(folder).germlineOfNoBuild("one.vcf").germlineOfNoBuild("two.vcf").run();
    var gene = Runs.finding(run, "|diplotype|DPYD");
    notAssessed(gene, ReasonCode.BUILD_NOT_KNOWN, "build_not_known");
    assertThat(gene.why().details().get("files")).isEqualTo(Value.texts(List.of("one.vcf")));
    assertThat(notes(gene)).contains("reason build_not_known", "reason other_build");
    assertThat(notes(Runs.finding(run, "|build|genome")))
        .contains("settles state_build", "settles call_on_build");
  }
}
