package org.idiome.care.pharmacogenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.care.pharmacogenes.Explained.advice;
import static org.idiome.care.pharmacogenes.Explained.found;
import static org.idiome.care.pharmacogenes.Explained.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.idiome.core.finding.Value;
import org.idiome.core.run.Run;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.knowledge.Knowledge;
import org.idiome.profile.FolderSource;
import org.idiome.profile.VcfSource;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A third gene, on another chromosome and with an indel of two alternates, is called from rows
/// alone: no class knows it.
class AnotherGeneIsRowsTest {
  private static final Knowledge KNOWLEDGE = new WithRows("nudt15");

  @TempDir private Path folder;

  private Panel nudt15() {
    return Panel.of(KNOWLEDGE, folder, "NUDT15");
  }

  private static Run run(Path file, String sample) {
    return Runs.of(KNOWLEDGE, new VcfSource(file, sample, null, VcfLimits.DEFAULT));
  }

  @Test
  void itsAllelesAndPhenotypeAreCalled() {
    var run = run(nudt15().gt(48045719, "1/1").gt(48037782, "0/2").file("one.vcf"), "S1");
    var finding = Runs.finding(run, "|diplotype|NUDT15");
    assertThat(Runs.cell(run, "NUDT15", "diplotype")).isEqualTo("*2/*3");
    assertThat(found(finding).get("phenotype_cpic")).isEqualTo(new Value.Text("Poor Metabolizer"));
    assertThat(rows(finding))
        .anyMatch(row -> row.startsWith("one.vcf chr13\t48037782\t.\tAGGAGTC"))
        .anyMatch(row -> row.startsWith("nudt15/allele_functions.tsv CPIC\tNUDT15\t*2\t"));
  }

  @Test
  void itsDrugGetsAdvice() {
    nudt15().gt(48045719, "1/1").file("one.vcf");
    var packet = new Packet(folder).germline("one.vcf");
    packet.drug("RxNorm:103", "mercaptopurine", "2024-01-01/").write();
    var run = Runs.of(KNOWLEDGE, new FolderSource(folder));
    var finding = Runs.finding(run, "|medicine|mercaptopurine");
    assertThat(advice(finding).code()).isEqualTo("lower_dose");
    assertThat(advice(finding).details().get("genes")).isEqualTo(Value.texts(List.of("NUDT15")));
  }

  @Test
  void whatAMissingPositionHidesIsNamed() {
    var run = run(nudt15().without(48045719).file("one.vcf"), "S1");
    assertThat(Runs.cell(run, "NUDT15", "phenotype")).isEqualTo("at best Normal Metabolizer");
    assertThat(Runs.cell(run, "NUDT15", "cannot_exclude")).isEqualTo("*3");
  }

  @Test
  void theTruthOfConstructedSamplesIsReported() throws IOException {
    int complete = 0;
    int all = 0;
    for (var line : Files.readAllLines(Truth.data("pgx/synthetic/expected.tsv"))) {
      var cells = line.split("\t", -1);
      if (!cells[0].equals("NUDT15")) {
        continue;
      }
      var run = run(Truth.data("pgx/synthetic/NUDT15.vcf"), cells[1]);
      var names = cells[2].split(" / ", -1);
      var truth = Names.pair(names[0], names[1]);
      var printed = Runs.cell(run, "NUDT15", "diplotype");
      var reported = new TreeSet<>(Arrays.asList(printed.split(" OR ", -1)));
      var why = Runs.finding(run, "|diplotype|NUDT15").why();
      reported.addAll(PharmacogeneTable.texts(why.details().get("also_consistent")));
      assertThat(reported).as(cells[1]).contains(truth);
      if (cells[5].equals(".")) {
        assertThat(printed).as(cells[1]).isEqualTo(truth);
        complete++;
      }
      all++;
    }
    assertThat(complete).isPositive();
    assertThat(all).isGreaterThan(complete);
  }
}
