package org.idiome.knowledge.source.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.source.Reading;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClinVarVcfTest {
  private static final String COLUMNS = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";
  private static final String HEADER =
      "##fileformat=VCFv4.1\n##fileDate=2024-05-06\n##source=ClinVar\n##reference=GRCh38\n"
          + COLUMNS;

  @TempDir Path folder;

  private Reading read(String... records) throws IOException {
    return Reading.of(folder, HEADER + String.join("\n", records) + "\n");
  }

  private static String record(String info) {
    return "1\t861356\t1362713\tT\tC\t.\t.\t" + info;
  }

  private static List<Claim> classified(Reading reading) {
    return reading.told().claims().stream()
        .map(one -> one.claim())
        .filter(claim -> claim.predicate().equals("biolink:related_to"))
        .toList();
  }

  @Test
  void conditionsArePairedAndTheCommaOfAReviewIsNone() throws IOException {
    var reading =
        read(
            record(
                "ALLELEID=1396033;CLNDISDB=MONDO:MONDO:0005015,MeSH:D030342,MedGen:C0950123"
                    + "|MedGen:CN517202;CLNDN=Inborn_genetic_diseases|not_provided"
                    + ";CLNHGVS=NC_000001.11:g.861356T>C"
                    + ";CLNREVSTAT=criteria_provided,_multiple_submitters,_no_conflicts"
                    + ";CLNSIG=Uncertain_significance;GENEINFO=SAMD11:148398|X:1;ORIGIN=1"));
    assertThat(reading.source()).isEqualTo("clinvar-grch38");
    assertThat(reading.statement().date()).isEqualTo(LocalDate.of(2024, 5, 6));
    assertThat(reading.claims())
        .containsExactly(
            "6 CLINVAR:1362713 biolink:related_to MONDO:0005015",
            "6 CLINVAR:1362713 biolink:related_to MEDGEN:CN517202",
            "6 CLINVAR:1362713 biolink:is_sequence_variant_of NCBIGene:148398",
            "6 CLINVAR:1362713 biolink:is_sequence_variant_of NCBIGene:1");
    var first = classified(reading).getFirst();
    assertThat(first.qualifiers().toString()).isEqualTo("classification_of=germline");
    assertThat(first.values().toString())
        .isEqualTo(
            "classification=Uncertain_significance;classification_parts=Uncertain_significance"
                + ";classified=variant;condition=Inborn_genetic_diseases"
                + ";condition_ids=MEDGEN:C0950123|MESH:D030342|MONDO:0005015"
                + ";knowledge_level=knowledge_assertion;level=2"
                + ";review_status=criteria_provided,_multiple_submitters,_no_conflicts"
                + ";scale=clinvar_stars");
    assertThat(reading.told().values("CLINVAR:1362713", TermProperty.ALTERNATIVE_ID))
        .containsExactly("SPDI:NC_000001.11:861355:T:C");
    assertThat(reading.told().values("CLINVAR:1362713", TermProperty.NAME))
        .containsExactly("NC_000001.11:g.861356T>C");
    assertThat(notes(reading))
        .isEqualTo(
            "ALLELEID=1396033;ORIGIN=1;alternate=C;build=GRCh38;chromosome=1;position1=861356"
                + ";reference=T");
  }

  private static String notes(Reading reading) {
    return reading.told().terms().stream()
        .map(one -> one.term())
        .filter(term -> term.property() == TermProperty.COLUMNS)
        .map(term -> term.notes().toString())
        .findFirst()
        .orElseThrow();
  }

  /// Germline, oncogenicity and somatic impact of one variant never become one.
  @Test
  void threeClassificationsStandSideBySide() throws IOException {
    var reading =
        read(
            record(
                "CLNDISDB=MONDO:MONDO:0000001;CLNDN=a;CLNREVSTAT=reviewed_by_expert_panel"
                    + ";CLNSIG=Pathogenic;ONCDISDB=MONDO:MONDO:0000002;ONCDN=b"
                    + ";ONCREVSTAT=criteria_provided,_single_submitter;ONC=Likely_oncogenic"
                    + ";SCIDISDB=MONDO:MONDO:0000003;SCIDN=c"
                    + ";SCIREVSTAT=criteria_provided,_multiple_submitters"
                    + ";SCI=Tier_IV_-_Benign/Likely_benign"));
    assertThat(
            classified(reading).stream()
                .map(claim ->
                    claim.object()
                        + " "
                        + claim.qualifiers()
                        + " "
                        + claim.values().get("classification_parts")
                        + " "
                        + claim.values().get("level")))
        .containsExactly(
            "MONDO:0000001 classification_of=germline Pathogenic 3",
            "MONDO:0000002 classification_of=oncogenicity Likely_oncogenic 1",
            "MONDO:0000003 classification_of=somatic_impact Tier_IV_-_Benign/Likely_benign 2");
    assertThat(reading.told().unknownValues()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "Pathogenic/Likely_pathogenic Pathogenic|Likely_pathogenic",
        "Pathogenic,_low_penetrance Pathogenic,_low_penetrance",
        "Pathogenic/Likely_pathogenic/Pathogenic,_low_penetrance "
            + "Pathogenic|Likely_pathogenic|Pathogenic,_low_penetrance",
        "Uncertain_significance,_risk_factor Uncertain_significance|risk_factor",
        "Benign|association Benign|association",
        "Established_risk_allele Established_risk_allele",
        "Conflicting_classifications_of_pathogenicity Conflicting_classifications_of_pathogenicity"
      })
  void aClassificationIsComparedWhole(String value, String parts) {
    assertThat(ClinVarWords.parts(value)).containsExactly(parts.split("\\|", -1));
    assertThat(ClinVarWords.parts(value)).allMatch(ClinVarWords::isKnown);
  }

  @Test
  void aReviewThatIsNotKnownHasNoStarsAndIsTold() throws IOException {
    var reading =
        read(record("CLNDISDB=MedGen:C1;CLNDN=a;CLNREVSTAT=reviewed_by_somebody;CLNSIG=Odd"));
    assertThat(classified(reading).getFirst().values().get("level")).isNull();
    assertThat(reading.told().unknownValues())
        .containsOnlyKeys("CLNREVSTAT=reviewed_by_somebody", "CLNSIG=Odd");
  }

  /// What is said of a haplotype is not said of the variant.
  @Test
  void aHaplotypeThatHoldsTheVariantMakesNoClaim() throws IOException {
    var reading =
        read(
            record(
                "CLNDNINCL=a;CLNDISDBINCL=MONDO:MONDO:0000001;CLNSIGINCL=424711:Pathogenic"
                    + ";CLNREVSTAT=no_classification_for_the_single_variant"));
    assertThat(reading.claims()).isEmpty();
    assertThat(notes(reading)).contains("CLNSIGINCL=424711:Pathogenic");
  }

  @Test
  void aConditionWithoutIdentifierLosesNothing() throws IOException {
    var reading =
        read(record("CLNDISDB=.;CLNDN=Some_disease;CLNREVSTAT=practice_guideline;CLNSIG=Benign"));
    assertThat(reading.claims()).isEmpty();
    assertThat(notes(reading)).contains("CLNDN=Some_disease").contains("CLNSIG=Benign");
    assertThat(reading.told().remarks()).containsEntry("condition_without_identifier", 1L);
  }

  @Test
  void aRecordWithoutAlternateIsKeptAndClaimsNoAllele() throws IOException {
    var reading = read("1\t877831\t836156\tT\t.\t.\t.\tCLNSIG=Benign;CLNDISDB=MedGen:C1");
    assertThat(reading.told().values("CLINVAR:836156", TermProperty.ALTERNATIVE_ID)).isEmpty();
    assertThat(reading.told().remarks()).containsEntry("no_alternate_allele", 1L);
    assertThat(reading.claims()).hasSize(1);
  }

  @Test
  void recordsAndKeysThatAreNotKnownAreTold() throws IOException {
    var told =
        read(
                "1\t1\tx\tT\tC\t.\t.\t.",
                "1\t1\t5\tT\tC\t.\t.",
                "1\tp\t5\tT\tC\t.\t.\t.",
                record("NEWKEY=1"))
            .told();
    assertThat(told.refused()).containsExactly("6 ID x", "7 columns 7", "8 POS p");
    assertThat(told.unknownColumns()).containsExactly("NEWKEY");
  }

  @Test
  void aFileThatDoesNotSayItsBuildIsRefused() {
    var text =
        "##fileformat=VCFv4.1\n##source=ClinVar\n" + COLUMNS + record("CLNSIG=Benign") + "\n";
    assertThatThrownBy(() -> Reading.of(folder, text))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.KNOWLEDGE_BUILD_NOT_TOLD));
  }

  @Test
  void aFileThatEndsInARecordIsRefused() {
    assertThatThrownBy(() -> Reading.of(folder, HEADER + record("CLNSIG=Ben")))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.KNOWLEDGE_FILE_CUT);
              assertThat(e.problem().place().line()).isEqualTo(6);
            });
  }

  /// Counts of the specification of the knowledge network, by other tools.
  @Test
  void theRecordsOfClinVarAreCounted() throws IOException {
    var reading = Reading.of(Truth.data("knowledge/clinvar/clinvar_20230710_GRCh37_2000.vcf.gz"));
    assertThat(reading.source()).isEqualTo("clinvar-grch37");
    assertThat(reading.statement().date()).isEqualTo(LocalDate.of(2023, 7, 10));
    assertThat(reading.told().rows()).isEqualTo(2000);
    assertThat(reading.told().refused()).isEmpty();
    assertThat(reading.told().unknownColumns()).isEmpty();
    assertThat(reading.told().unknownValues()).isEmpty();
    var byVariant = new TreeMap<String, Claim>();
    classified(reading).forEach(claim -> byVariant.put(claim.subject(), claim));
    assertThat(count(byVariant, "classification"))
        .isEqualTo(
            Map.of(
                "Uncertain_significance", 1079L,
                "Likely_benign", 715L,
                "Benign", 135L,
                "Conflicting_interpretations_of_pathogenicity", 25L,
                "Pathogenic", 19L,
                "Benign/Likely_benign", 15L,
                "Likely_pathogenic", 8L,
                "not_provided", 2L,
                "Pathogenic/Likely_pathogenic", 2L));
    assertThat(count(byVariant, "level")).isEqualTo(Map.of("0", 8L, "1", 1853L, "2", 139L));
    assertThat(byVariant.values().stream().filter(claim -> claim.values().get("conflict") != null))
        .hasSize(25);
    assertThat(reading.told().remarks()).containsEntry("no_alternate_allele", 1L);
  }

  private static Map<String, Long> count(Map<String, Claim> claims, String value) {
    var counts = new TreeMap<String, Long>();
    claims
        .values()
        .forEach(claim -> counts.merge(String.valueOf(claim.values().get(value)), 1L, Long::sum));
    return counts;
  }
}
