package org.idiome.knowledge.source.tumour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.TreeSet;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.release.ToldRelease;
import org.idiome.knowledge.source.Reading;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TumourImportersTest {
  private static final String OLD =
      "gene\tentrez_id\tvariant\tdisease\tdoid\tdrugs\tdrug_interaction_type\tevidence_type"
          + "\tevidence_direction\tevidence_level\tclinical_significance\tpubmed_id\tsource_type"
          + "\tevidence_status\tevidence_id\tvariant_id\n";

  @TempDir Path folder;

  private static String row(String direction, String items, String variants, String status) {
    return "ATM\t472\tLOSS\tStomach Cancer\t10534\tPaclitaxel,Olaparib\tCombination\tPredictive\t"
        + direction
        + "\tB\tSensitivity/Response\t26282658, 11\tPubMed\t"
        + status
        + "\t"
        + items
        + "\t"
        + variants
        + "\n";
  }

  @Test
  void anItemIsAClaimWithItsTherapyAndLevel() throws IOException {
    var reading = Reading.of(folder, OLD + row("Supports", "5215", "179", "accepted"));
    assertThat(reading.source()).isEqualTo("civic-evidence");
    assertThat(reading.claims())
        .containsExactly(
            "2 civic.vid:179 biolink:is_sequence_variant_of NCBIGene:472",
            "2 civic.vid:179 biolink:related_to DOID:10534");
    var claim = reading.told().claims().getLast().claim();
    assertThat(claim.qualifiers().toString())
        .isEqualTo(
            "evidence_id=civic.eid:5215;evidence_type=Predictive"
                + ";significance=Sensitivity/Response;therapies=Olaparib|Paclitaxel"
                + ";therapy_interaction=Combination");
    assertThat(claim.values().get("level")).isEqualTo("B");
    assertThat(claim.values().get("scale")).isEqualTo("CIViC");
    assertThat(claim.values().get("publications")).isEqualTo("PMID:11|PMID:26282658");
    assertThat(reading.told().values("civic.vid:179", TermProperty.NAME))
        .containsExactly("ATM LOSS");
  }

  /// Evidence against sensitivity is never evidence for it, nor for resistance.
  @Test
  void whatDoesNotSupportIsDenied() throws IOException {
    var reading = Reading.of(folder, OLD + row("Does Not Support", "1", "2", "accepted"));
    assertThat(reading.claims()).contains("2 NOT civic.vid:2 biolink:related_to DOID:10534");
    assertThat(reading.told().claims().stream().filter(one -> !one.claim().isNegated()))
        .allMatch(one -> one.claim().predicate().equals("biolink:is_sequence_variant_of"));
  }

  @Test
  void whatWasGroupedIsToldOnlyWhereItCanBeToldApart() throws IOException {
    var reading =
        Reading.of(
            folder,
            OLD
                + row("Supports, Does Not Support", "1, 2", "7", "accepted")
                + row("Supports", "3, 4", "8, 9", "accepted")
                + row("Supports, Does Not Support", "5, 6", "8, 9", "accepted")
                + row("", "10", "8", "accepted")
                + row("Supports", "11", "8", "submitted"));
    assertThat(reading.claims().stream().filter(claim -> claim.contains("related_to")))
        .containsExactly(
            "2 NOT civic.vid:7 biolink:related_to DOID:10534",
            "2 civic.vid:7 biolink:related_to DOID:10534",
            "3 civic.vid:8 biolink:related_to DOID:10534",
            "3 civic.vid:9 biolink:related_to DOID:10534");
    assertThat(reading.told().refused())
        .containsExactly(
            "4 evidence_direction Supports, Does Not Support", "5 evidence_direction ");
    assertThat(reading.told().leftOut()).containsEntry("not_accepted", 1L);
    assertThat(reading.told().remarks()).containsEntry("grouped_items", 2L);
  }

  @Test
  void thePresentColumnsNameAProfileAndADiseaseMayHaveNoIdentifier() throws IOException {
    var reading =
        Reading.of(
            folder,
            """
            molecular_profile\tmolecular_profile_id\tdisease\tdoid\ttherapies\tevidence_type\tevidence_direction\tevidence_level\tsignificance\tcitation_id\tsource_type\tevidence_status\tevidence_id
            ALK F1174L AND RANBP2::ALK Fusion\t4173\tSarcoma\t\t"FGF Inhibitor, PD173074,Imatinib"\tPredictive\tSupports\tC\tResistance\t5\tASCO\taccepted\t9
            """);
    assertThat(reading.claims())
        .containsExactly("2 civic.mpid:4173 biolink:related_to civic.eid:9");
    var claim = reading.told().claims().getFirst().claim();
    assertThat(claim.qualifiers().get("therapies")).isEqualTo("FGF Inhibitor, PD173074|Imatinib");
    assertThat(claim.values().get("publications")).isNull();
    assertThat(reading.told().remarks()).containsEntry("disease_without_identifier", 1L);
  }

  /// Rows, refused rows and distinct items of the rest, counted by another program.
  @ParameterizedTest
  @CsvSource({
    "civic_predictive_2020-03-01.tsv.gz, 1384, 32, 1910",
    "civic_predictive_nightly_before_2023-05-08.tsv.gz, 1588, 42, 2143"
  })
  void theItemsOfCivicAreCounted(String file, long rows, int refused, int items)
      throws IOException {
    var told = Reading.of(Truth.data("somatic/civic/" + file)).told();
    assertThat(told.rows()).isEqualTo(rows);
    assertThat(told.refused()).hasSize(refused).allMatch(one -> one.contains("evidence_direction"));
    assertThat(told.unknownColumns()).isEmpty();
    var seen = new HashSet<String>();
    told.claims()
        .forEach(one -> {
          var ids = one.claim().qualifiers().get("evidence_id");
          if (ids != null) {
            seen.addAll(Arrays.asList(ids.split("\\|", -1)));
          }
        });
    assertThat(seen).hasSize(items);
  }

  @Test
  void aResidueAndItsChangesAreTold() throws IOException {
    var reading =
        Reading.of(
            folder,
            """
            Hugo_Symbol\tResidue\tReference_Amino_Acid\tVariant_Amino_Acid\tAmino_Acid_Position\tTumor_Type_Composition
            NRAS\tQ61\tQ\tR\t61\tskin:88
            \tQ61\tQ\tR\t61\tskin:88
            """);
    assertThat(reading.source()).isEqualTo("cancerhotspots-variant");
    assertThat(reading.claims())
        .containsExactly("2 cancerhotspots:NRAS_Q61R biolink:part_of cancerhotspots:NRAS_Q61");
    assertThat(reading.told().refused()).containsExactly("3 gene ");
  }

  /// Lines of the files; distinct residues and changes by `sort -u`.
  @ParameterizedTest
  @CsvSource({
    "cancerhotspots_v2_residue.tsv.gz, cancerhotspots-residue, 1165, 1165",
    "cancerhotspots_v2_variant.tsv.gz, cancerhotspots-variant, 3499, 3499",
    "cancerhotspots_v3_residue.tsv.gz, cancerhotspots-residue, 1329, 1329",
    "cancerhotspots_v3_variant.tsv.gz, cancerhotspots-variant, 5075, 4027"
  })
  void theHotspotsAreCounted(String file, String source, long rows, int distinct)
      throws IOException {
    var reading = Reading.of(Truth.data("somatic/hotspots/" + file));
    assertThat(reading.source()).isEqualTo(source);
    ToldRelease told = reading.told();
    assertThat(told.rows()).isEqualTo(rows);
    assertThat(told.refused()).isEmpty();
    assertThat(told.unknownColumns()).isEmpty();
    var ids = new TreeSet<String>();
    told.terms().forEach(one -> ids.add(one.term().id()));
    assertThat(ids).hasSize(distinct);
  }
}
