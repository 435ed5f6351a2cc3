package org.idiome.genomics.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.gene.GeneReader;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;

/// One gene on both strands: thirty changes with their descriptions and terms, made by hand.
class StrandCasesTest {
  /// Two bases that become their reverse complement are an inversion, which goes before delins
  /// (HGVS, specification 5.5); the table of cases has them as delins.
  private static final Map<String, String> INVERSIONS = Map.of("c.75_76delinsGA", "c.75_76inv");

  @Test
  void bothStrandsTellTheSame() throws IOException {
    var rows = Files.readAllLines(Truth.data("variants/consequence/strand/cases.tsv"));
    assertThat(rows).hasSizeGreaterThanOrEqualTo(31);
    var problems = new Problems();
    var models =
        GeneReader.read(
            Truth.data("variants/consequence/strand/gene.gff3"), "gff", Limits.DEFAULT, problems);
    assertThat(problems.kept()).isEmpty();
    var consequences = new Consequences(models, "gff", problems);
    var soft = new SoftAssertions();
    try (var opened =
        ReferenceFasta.open(Truth.data("variants/consequence/strand/gene.fa"), "gene.fa")) {
      for (var row : rows.subList(1, rows.size())) {
        var cells = row.split("\t", -1);
        for (int strand = 0; strand < 2; strand++) {
          var vcf = cells[2 + strand].split(":", -1);
          var name = List.copyOf(opened.names()).get(strand);
          var contig = Objects.requireNonNull(opened.sequence(name));
          var form = NormalForm.of(contig, Integer.parseInt(vcf[0]) - 1, vcf[1], vcf[2]);
          var told = new ArrayList<>(consequences.of(name, contig, form));
          soft.assertThat(told).as(row).hasSize(1);
          var one = told.getFirst();
          soft.assertThat(String.join(",", one.codes())).as(row).isEqualTo(cells[8]);
          soft.assertThat(one.hgvs())
              .as(row)
              .isEqualTo(INVERSIONS.getOrDefault(cells[6], cells[6]));
          if (!cells[7].equals(".")) {
            soft.assertThat(one.proteinHgvs()).as(row).isEqualTo(cells[7]);
          }
        }
      }
    }
    soft.assertAll();
  }
}
