package org.idiome.knowledge.source.gene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.source.Reading;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneDiseaseImportersTest {
  private static final String VALIDITY =
      """
      "CLINGEN GENE DISEASE VALIDITY CURATIONS","","","","","",""
      "FILE CREATED: 2024-04-09","","","","","",""
      "+++","+++","+++","+++","+++","+++","+++"
      "GENE SYMBOL","GENE ID (HGNC)","DISEASE LABEL","DISEASE ID (MONDO)","MOI","CLASSIFICATION","NEW"
      "+++","+++","+++","+++","+++","+++","+++"
      """;
  private static final String DOSAGE =
      "#Gene Symbol\tGene ID\tHaploinsufficiency Score\tHaploinsufficiency PMID1"
          + "\tHaploinsufficiency PMID2\tTriplosensitivity Score\tHaploinsufficiency Disease ID"
          + "\tTriplosensitivity Disease ID\n";

  @TempDir Path folder;

  @Test
  void disputedIsDeniedAndAnotherInheritanceIsAnotherClaim() throws IOException {
    var reading =
        Reading.of(
            folder,
            VALIDITY
                + """
                "ACTA1","HGNC:129","a","MONDO:0100084","AR","Definitive","x"
                "ACTA1","HGNC:129","a","MONDO:0100084","AD","Definitive",""
                "A2ML1","HGNC:23336","b","MONDO:0018997","AD","Disputed",""
                "ACAT2","HGNC:94","c","MONDO:0013548","UD","No Known Disease Relationship",""
                "X","HGNC:1","c","MONDO:0013548","UD","Splendid",""
                """);
    assertThat(reading.source()).isEqualTo("clingen-validity");
    assertThat(reading.statement().date()).isEqualTo(LocalDate.of(2024, 4, 9));
    assertThat(reading.claims())
        .containsExactly(
            "6 HGNC:129 biolink:gene_associated_with_condition MONDO:0100084",
            "7 HGNC:129 biolink:gene_associated_with_condition MONDO:0100084",
            "8 NOT HGNC:23336 biolink:gene_associated_with_condition MONDO:0018997");
    var first = reading.told().claims().getFirst().claim();
    assertThat(first.qualifiers().toString()).isEqualTo("mode_of_inheritance=AR");
    assertThat(first.values().get("level")).isEqualTo("Definitive");
    assertThat(first.values().get("NEW")).isEqualTo("x");
    assertThat(reading.told().terms().getFirst().term().notes().get("classification"))
        .isEqualTo("No Known Disease Relationship");
    assertThat(reading.told().refused()).containsExactly("10 classification Splendid");
    assertThat(reading.told().leftOut()).containsEntry("ruled_line", 1L);
  }

  /// Eight rows, by eye: five for, one disputed, one without relationship, one Limited among them.
  @Test
  void theRowsOfClinGenAreRead() throws IOException {
    var reading =
        Reading.of(Truth.data("knowledge/formats/clingen_gene_validity_2024-04-09_excerpt.csv"));
    assertThat(reading.told().rows()).isEqualTo(9);
    assertThat(reading.told().leftOut()).containsEntry("ruled_line", 1L);
    assertThat(reading.told().refused()).isEmpty();
    assertThat(reading.told().unknownColumns()).isEmpty();
    assertThat(reading.claims()).hasSize(7);
    assertThat(reading.claims().stream().filter(claim -> claim.contains("NOT"))).hasSize(1);
    assertThat(reading.statement().date()).isEqualTo(LocalDate.of(2024, 4, 9));
  }

  @Test
  void dosageClaimsOnlyWhatTheScoreSaysOfADisease() throws IOException {
    var reading =
        Reading.of(
            folder,
            "#ClinGen Gene Curation Results\n#Genomic Locations are reported on GRCh38 (hg38)\n"
                + DOSAGE
                + "AAA\t10\t3\t22\t11\t40\tMONDO:0000001\tMONDO:0000002\n"
                + "BBB\t11\t30\t\t\t0\tMONDO:0000003\n"
                + "CCC\t12\t3\t\t\t7\n");
    assertThat(reading.claims())
        .containsExactly(
            "4 NCBIGene:10 biolink:gene_associated_with_condition MONDO:0000001",
            "4 NOT NCBIGene:10 biolink:gene_associated_with_condition MONDO:0000002");
    var claim = reading.told().claims().getFirst().claim();
    assertThat(claim.qualifiers().toString()).isEqualTo("dosage=haploinsufficiency");
    assertThat(claim.values().get("publications")).isEqualTo("PMID:11|PMID:22");
    assertThat(reading.told().terms().getFirst().term().notes().get("build")).isEqualTo("GRCh38");
    assertThat(reading.told().unknownValues()).containsOnlyKeys("triplosensitivity_score=7");
  }

  @Test
  void dosageWithoutABuildIsRefused() {
    assertThatThrownBy(() -> Reading.of(folder, DOSAGE + "AAA\t10\t3\n"))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.KNOWLEDGE_BUILD_NOT_TOLD));
  }

  /// Rows, transcripts and MANE Select rows by `awk`.
  @Test
  void theConstraintOfGnomadIsCounted() throws IOException {
    var reading =
        Reading.of(Truth.data("knowledge/gnomad/gnomad.v4.1.constraint_metrics-subset.tsv.gz"));
    var told = reading.told();
    assertThat(told.rows()).isEqualTo(3754);
    assertThat(told.refused()).isEmpty();
    assertThat(told.unknownColumns()).isEmpty();
    assertThat(reading.claims()).hasSize(3754);
    assertThat(
            told.terms().stream()
                .map(one -> one.term())
                .filter(term ->
                    term.property() == TermProperty.COLUMNS
                        && "true".equals(term.notes().get("mane_select"))))
        .hasSize(460);
    assertThat(told.terms().get(1).term().notes().get("lof.oe_ci.upper")).isEqualTo("1.4150e+00");
    assertThat(reading.claims().getFirst())
        .isEqualTo("2 NCBIGene:79719 biolink:transcribed_to RefSeq:NM_001271885.2");
  }
}
