package org.idiome.knowledge.source.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.source.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClinVarSummaryTest {
  private static final String OLD =
      "#AlleleID\tName\tGeneID\tClinicalSignificance\tPhenotypeIDS\tPhenotypeList\tAssembly"
          + "\tChromosomeAccession\tReviewStatus\tVariationID\tPositionVCF"
          + "\tReferenceAlleleVCF\tAlternateAlleleVCF";
  private static final String NEW =
      OLD
          + "\tSomaticClinicalImpact\tReviewStatusClinicalImpact\tOncogenicity"
          + "\tReviewStatusOncogenicity";

  @TempDir Path folder;

  private static String row(
      String significance, String ids, String names, String build, String more) {
    return "\n15041\tNM_014855.3(AP5Z1):c.80_83delinsTG\t9907\t"
        + significance
        + "\t"
        + ids
        + "\t"
        + names
        + "\t"
        + build
        + "\tNC_000007.14\tcriteria provided, single submitter\t2\t4781212\tGGAT\tTG"
        + more;
  }

  @Test
  void aVariantIsToldForEachAssembly() throws IOException {
    var reading =
        Reading.of(
            folder,
            OLD
                + row(
                    "Pathogenic; risk factor",
                    "MONDO:MONDO:0013342,MedGen:C3150901;MedGen:CN1|na",
                    "Spastic paraplegia 48;Other|not provided",
                    "GRCh38",
                    "")
                + "\n");
    assertThat(reading.source()).isEqualTo("clinvar-summary");
    assertThat(reading.claims())
        .containsExactly(
            "2 CLINVAR:2 biolink:related_to MONDO:0013342",
            "2 CLINVAR:2 biolink:related_to MEDGEN:CN1",
            "2 CLINVAR:2 biolink:is_sequence_variant_of NCBIGene:9907");
    var claim = reading.told().claims().getFirst().claim();
    assertThat(claim.values().get("classification_parts")).isEqualTo("Pathogenic|risk factor");
    assertThat(claim.values().get("level")).isEqualTo("1");
    assertThat(claim.values().get("condition")).isEqualTo("Spastic paraplegia 48");
    assertThat(reading.told().values("CLINVAR:2", TermProperty.ALTERNATIVE_ID))
        .containsExactly("SPDI:NC_000007.14:4781211:GGAT:TG");
    var notes = reading.told().terms().getLast().term().notes();
    assertThat(notes.get("build")).isEqualTo("GRCh38");
    assertThat(notes.get("phenotype_list")).contains("not provided");
  }

  /// One list of conditions for three classifications: which is whose cannot be told.
  @Test
  void conditionsOfSeveralClassificationsAreNotClaimed() throws IOException {
    var reading =
        Reading.of(
            folder,
            NEW
                + row("Benign", "MedGen:C1", "a", "GRCh38", "\t-\t-\tOncogenic\tpractice guideline")
                + row("-", "MedGen:C1", "a", "GRCh37", "\t-\t-\tOncogenic\tpractice guideline")
                + "\n");
    assertThat(reading.claims())
        .containsExactly(
            "2 CLINVAR:2 biolink:is_sequence_variant_of NCBIGene:9907",
            "3 CLINVAR:2 biolink:related_to MEDGEN:C1",
            "3 CLINVAR:2 biolink:is_sequence_variant_of NCBIGene:9907");
    var claim = reading.told().claims().get(1).claim();
    assertThat(claim.qualifiers().get("classification_of")).isEqualTo("oncogenicity");
    assertThat(claim.values().get("level")).isEqualTo("4");
    assertThat(reading.told().remarks()).containsEntry("conditions_of_several_classifications", 1L);
    assertThat(reading.told().unknownColumns()).isEmpty();
  }

  @Test
  void aRowWithoutAVariationIsRefused() throws IOException {
    var told =
        Reading.of(
                folder,
                OLD
                    + row("Benign", "MedGen:C1", "a", "GRCh38", "").replace("\t2\t", "\tx\t")
                    + "\n")
            .told();
    assertThat(told.refused()).containsExactly("2 variation_id x");
  }
}
