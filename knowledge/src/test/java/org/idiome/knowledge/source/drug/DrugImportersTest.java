package org.idiome.knowledge.source.drug;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.idiome.knowledge.source.Reading;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrugImportersTest {
  private static final String DGIDB =
      "gene_name\tgene_claim_name\tentrez_id\tinteraction_claim_source\tinteraction_types"
          + "\tdrug_name\tdrug_concept_id\tPMIDs\n";

  @TempDir Path folder;

  @Test
  void theTypeOfAnInteractionSaysWhatItIsAndTheRowItsLicence() throws IOException {
    var reading =
        Reading.of(
            folder,
            DGIDB
                + "VDR\tVDR\t7421\tDTC\t\tNIFEKALANT\tchembl:CHEMBL360861\n"
                + "FLT3\tFLT3\t2322\tCIViC\tinhibitor\tX\tchembl:CHEMBL1\t22,11\n"
                + "FLT3\tFLT3\t2322\tOdd\tagonist,enchanter\tX\tchembl:CHEMBL1\n"
                + "A\tA\t\tDTC\t\tX\tchembl:CHEMBL1\n"
                + "A\tA\t1\tDTC\t\tX\t\n");
    assertThat(reading.claims())
        .containsExactly(
            "2 CHEMBL.COMPOUND:CHEMBL360861 biolink:interacts_with NCBIGene:7421",
            "3 CHEMBL.COMPOUND:CHEMBL1 biolink:affects NCBIGene:2322",
            "4 CHEMBL.COMPOUND:CHEMBL1 biolink:affects NCBIGene:2322",
            "4 CHEMBL.COMPOUND:CHEMBL1 biolink:interacts_with NCBIGene:2322");
    var claims = reading.told().claims();
    assertThat(claims.get(1).claim().qualifiers().toString())
        .isEqualTo(
            "interaction_type=inhibitor;object_aspect_qualifier=activity"
                + ";object_direction_qualifier=decreased;primary_source=CIViC");
    assertThat(claims.get(0).claim().values().get("licence")).isEqualTo("non-commercial use");
    assertThat(claims.get(1).claim().values().get("licence")).isEqualTo("CC0-1.0");
    assertThat(claims.get(1).claim().values().get("publications")).isEqualTo("PMID:11|PMID:22");
    assertThat(claims.get(2).claim().values().get("licence")).isEqualTo("not known");
    assertThat(reading.told().leftOut())
        .containsOnlyKeys("gene_without_identifier", "drug_without_identifier");
    assertThat(reading.told().unknownValues())
        .containsOnlyKeys("interaction_types=enchanter", "interaction_source=Odd");
  }

  /// Rows and rows without an identifier by `awk`.
  @Test
  void theInteractionsOf2020AreCounted() throws IOException {
    var told = Reading.of(Truth.data("knowledge/dgidb/interactions_2020-subset.tsv.gz")).told();
    assertThat(told.rows()).isEqualTo(14_235);
    assertThat(told.leftOut())
        .containsEntry("gene_without_identifier", 9L)
        .containsEntry("drug_without_identifier", 3_107L);
    assertThat(told.refused()).isEmpty();
    assertThat(told.unknownColumns()).isEmpty();
    assertThat(told.unknownValues()).isEmpty();
  }

  @Test
  void theInteractionsOfVersion5AreRead() throws IOException {
    var reading = Reading.of(Truth.data("knowledge/formats/dgidb_2026-09_excerpt.tsv"));
    assertThat(reading.statement().version()).isEqualTo("2026-09");
    assertThat(reading.told().rows()).isEqualTo(7);
    assertThat(reading.told().unknownColumns()).isEmpty();
    assertThat(reading.claims())
        .containsExactly(
            "5 RXCUI:1545987 biolink:interacts_with HGNC:6768",
            "6 RXCUI:341248 biolink:interacts_with HGNC:13886",
            "7 RXCUI:2099704 biolink:interacts_with HGNC:7127",
            "8 RXCUI:7393 biolink:affects HGNC:4532",
            "9 GTOPDB:2932 biolink:affects HGNC:4532",
            "10 CHEMBL.COMPOUND:CHEMBL4585668 biolink:affects HGNC:3374");
    assertThat(reading.told().leftOut()).containsEntry("gene_without_identifier", 1L);
  }
}
