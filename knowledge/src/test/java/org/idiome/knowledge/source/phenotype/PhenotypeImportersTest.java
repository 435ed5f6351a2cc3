package org.idiome.knowledge.source.phenotype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.core.problem.BadInputException;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceSample;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhenotypeImportersTest {
  private static final String ROWS =
      """
      OMIM:1\tOne\t\tHP:0001250\tPMID:2;PMID:1;OMIM:1\tPCS\tHP:0003577\t3/7\tmale\tHP:0012828\tP\tHPO:a[2020-01-01]
      OMIM:1\tOne\tNOT\tHP:0001251\tOMIM:1\tTAS\t\tHP:0040283\t\t\tP\tHPO:a
      #a comment between
      OMIM:1\tOne\t\tHP:0000006\tOMIM:1\tTAS\t\t\t\t\tI\tHPO:a
      OMIM:1\tOne\t\tHP:0003577\tOMIM:1\tTAS\t\t\t\t\tC\tHPO:a
      OMIM:1\tOne\t\tHP:0003828\tOMIM:1\tTAS\t\t\t\t\tX\tHPO:a
      OMIM:1\tOne\tMAYBE\tHP:0003828\tOMIM:1\tTAS\t\t\t\t\tP\tHPO:a
      ORPHA:\tNone\t\tHP:0003828\tOMIM:1\tTAS\t\t\t\t\tP\tHPO:a
      """;

  @TempDir Path folder;

  @Test
  void tellsWhatDiseasesShowUnderBothHeaders() {
    var old =
        SourceSample.of(
            new HpoDiseases(),
            folder,
            """
            #description: HPO annotations for rare diseases
            #date: 2023-01-27
            #DatabaseID\tDiseaseName\tQualifier\tHPO_ID\tReference\tEvidence\tOnset\tFrequency\tSex\tModifier\tAspect\tBiocuration
            """
                .concat(ROWS));
    var now =
        SourceSample.of(
            new HpoDiseases(),
            folder,
            """
            #description: "HPO annotations"
            #version: 2023-04-05
            #hpo-version: http://purl.obolibrary.org/obo/hp/releases/2023-04-05/hp.json
            database_id\tdisease_name\tqualifier\thpo_id\treference\tevidence\tonset\tfrequency\tsex\tmodifier\taspect\tbiocuration
            """
                .concat(ROWS));
    assertThat(old.recognition()).isEqualTo(new Recognition.Yes("hpo-annotations", "2018"));
    assertThat(now.recognition()).isEqualTo(new Recognition.Yes("hpo-annotations", "2023"));
    assertThat(old.statement().date()).isEqualTo(LocalDate.of(2023, 1, 27));
    assertThat(old.statement().dateFrom()).isEqualTo("#date");
    assertThat(now.statement().version()).isEqualTo("2023-04-05");
    for (var sample : new SourceSample[] {old, now}) {
      assertThat(sample.claims())
          .containsExactly(
              "OMIM:1 biolink:has_phenotype HP:0001250"
                  + " [modifier=HP:0012828;onset_qualifier=HP:0003577;sex_qualifier=MALE]",
              "NOT OMIM:1 biolink:has_phenotype HP:0001251",
              "OMIM:1 biolink:has_mode_of_inheritance HP:0000006",
              "OMIM:1 biolink:related_to HP:0003577",
              "OMIM:1 biolink:related_to HP:0003828");
      assertThat(sample.values("OMIM:1", "HP:0001250"))
          .isEqualTo(
              "biocuration=HPO:a[2020-01-01];evidence=PCS;frequency=3/7;"
                  + "knowledge_level=knowledge_assertion;original_predicate=aspect P;"
                  + "publications=PMID:1|PMID:2;reference=OMIM:1");
      assertThat(sample.told().unknownValues()).containsOnlyKeys("aspect=X");
      assertThat(sample.told().refused().stream().map(text -> text.replaceFirst("\\d+ ", "")))
          .containsExactly("qualifier MAYBE", "disease ORPHA:");
      assertThat(sample.told().values("OMIM:1", TermProperty.NAME)).contains("One");
    }
  }

  @Test
  void tellsWhatDiseasesShowInTheFileWithoutHeader() {
    var sample =
        SourceSample.of(
            new HpoDiseases(),
            folder,
            """
            OMIM\t614102\tA DISEASE\t \tHP:0200000\tPMID:1\tIEA\t \t50%\t \tO\t \t2010.06.20\tHPO:p
            ORPHANET\t558\tMarfan\tNOT\tHP:0000006\tORPHA:558\tTAS\t\t\t\tI\t\t2010.06.20\tHPO:p
            """);
    assertThat(sample.recognition()).isEqualTo(new Recognition.Yes("hpo-annotations", "no-header"));
    assertThat(sample.claims())
        .containsExactly(
            "OMIM:614102 biolink:has_phenotype HP:0200000",
            "NOT ORPHA:558 biolink:has_mode_of_inheritance HP:0000006");
    assertThat(sample.values("OMIM:614102", "HP:0200000")).contains("frequency=50%");
  }

  @Test
  void tellsWhatGenesShowInAllGenerations() {
    var before2020 =
        """
        #Format: entrez-gene-id<tab>entrez-gene-symbol<tab>HPO-Term-Name<tab>HPO-Term-ID
        8192\tCLPP\tPrimary amenorrhea\tHP:0000786
        """;
    var swapped =
        """
        #Format: entrez-gene-id<tab>entrez-gene-symbol<tab>HPO-Term-Name<tab>HPO-Term-ID<tab>\
        Frequency-Raw<tab>Frequency-HPO<tab>Additional Info from G-D source<tab>\
        G-D source<tab>disease-ID for link
        8192\tCLPP\tHP:0000786\tPrimary amenorrhea\t-\tHP:0040281\t-\tmim2gene\tOMIM:614129
        """;
    var now =
        """
        ncbi_gene_id\tgene_symbol\thpo_id\thpo_name\tfrequency\tdisease_id
        8192\tCLPP\tHP:0000786\tPrimary amenorrhea\t1/2\tOMIM:614129
        8192\tCLPP\tHP:0000786\tPrimary amenorrhea\t-\tORPHA:
        -\tCLPP\tHP:0000786\tPrimary amenorrhea\t-\tOMIM:614129
        """;
    var upwards =
        """
        hpo_id\thpo_name\tncbi_gene_id\tgene_symbol\tdisease_id
        HP:0000786\tPrimary amenorrhea\t8192\tCLPP\tOMIM:614129
        """;
    var plain = "NCBIGene:8192 biolink:has_phenotype HP:0000786";
    var limited = plain + " [disease_context_qualifier=OMIM:614129]";
    assertThat(read(before2020).claims()).containsExactly(plain);
    assertThat(read(swapped).claims()).containsExactly(limited);
    assertThat(read(swapped).told().remarks()).containsEntry("id_and_name_swapped", 1L);
    assertThat(read(swapped).values("NCBIGene:8192", "HP:0000786"))
        .contains("frequency_hpo=HP:0040281", "primary_source=mim2gene")
        .doesNotContain("association");
    assertThat(read(swapped).told().values("HP:0000786", TermProperty.NAME))
        .containsExactly("Primary amenorrhea");
    assertThat(read(now).claims()).containsExactly(limited);
    assertThat(read(now).told().remarks()).isEmpty();
    assertThat(read(now).told().refused()).containsExactly("3 disease ORPHA:", "4 gene ");
    assertThat(read(now).recognition())
        .isEqualTo(new Recognition.Yes("hpo-genes-to-phenotype", "header-6"));
    assertThat(read(upwards).recognition())
        .isEqualTo(new Recognition.Yes("hpo-phenotype-to-genes", "header-5"));
    assertThat(read(upwards).claims())
        .containsExactly(
            plain + " [annotation=with_ancestors;disease_context_qualifier=OMIM:614129]");
  }

  private SourceSample read(String text) {
    return SourceSample.of(new HpoGenes(), folder, text);
  }

  /// Cut within a column, and within the last identifier, which is another one then.
  @ParameterizedTest
  @ValueSource(strings = {"8192\tCLPP\tHP:00007", "8192\tCLPP\tHP:0000786\tA\t-\tOMIM:6141"})
  void aRowThatIsCutEndsTheReading(String last) {
    var text = "ncbi_gene_id\tgene_symbol\thpo_id\thpo_name\tfrequency\tdisease_id\n" + last;
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            BadInputException.class,
            bad -> assertThat(bad.problem().code().code()).isEqualTo("knowledge-file-cut"));
  }

  @Test
  void tellsDiseasesOfGenes() {
    var sample =
        SourceSample.of(
            new HpoGeneDiseases(),
            folder,
            """
            ncbi_gene_id\tgene_symbol\tassociation_type\tdisease_id\tsource
            NCBIGene:64170\tCARD9\tMENDELIAN\tOMIM:212050\tftp://ftp.ncbi.nlm.nih.gov/x
            NCBIGene:64170\tCARD9\tNEW\tOMIM:212050\ty
            -\t-\tMENDELIAN\tOMIM:212050\ty
            """);
    assertThat(sample.claims())
        .containsExactly(
            "NCBIGene:64170 biolink:gene_associated_with_condition OMIM:212050",
            "NCBIGene:64170 biolink:related_to OMIM:212050");
    assertThat(sample.values("NCBIGene:64170", "OMIM:212050"))
        .contains("original_predicate=MENDELIAN");
    assertThat(sample.told().unknownValues()).containsOnlyKeys("association_type=NEW");
    assertThat(sample.told().refused()).containsExactly("4 gene ");
  }

  /// 253,363 rows by the page beside the file; aspects and NOT counted with awk.
  @Test
  void readsTheAnnotationsOfDiseases() {
    var sample = SourceSample.of(new HpoDiseases(), Truth.data("rare/hpo/phenotype.hpoa.gz"));
    assertThat(sample.told().rows()).isEqualTo(253_363);
    assertThat(sample.told().refused()).isEmpty();
    assertThat(sample.told().unknownValues()).isEmpty();
    assertThat(sample.statement().date()).isEqualTo(LocalDate.of(2023, 1, 27));
    var counted = new TreeMap<String, Integer>();
    for (var told : sample.told().claims()) {
      counted.merge(
          (told.claim().isNegated() ? "NOT " : "") + told.claim().predicate(), 1, Integer::sum);
    }
    assertThat(counted)
        .isEqualTo(
            Map.of(
                "biolink:has_phenotype", 237_041,
                "NOT biolink:has_phenotype", 1430,
                "biolink:has_mode_of_inheritance", 8794,
                "biolink:related_to", 5931 + 167));
  }

  /// 268,983 rows by the page beside the file.
  @Test
  void readsThePhenotypesOfGenes() {
    var sample = SourceSample.of(new HpoGenes(), Truth.data("rare/hpo/genes_to_phenotype.txt.gz"));
    assertThat(sample.recognition())
        .isEqualTo(new Recognition.Yes("hpo-genes-to-phenotype", "format-9"));
    assertThat(sample.told().rows()).isEqualTo(268_983);
    assertThat(sample.told().claims()).hasSize(268_983);
    assertThat(sample.told().unknownColumns()).isEmpty();
    assertThat(sample.told().remarks()).isEmpty();
  }
}
