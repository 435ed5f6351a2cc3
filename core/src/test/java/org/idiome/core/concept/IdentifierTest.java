package org.idiome.core.concept;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.idiome.core.concept.Identifier.NotUnderstood;
import org.idiome.core.concept.Identifier.Reason;
import org.idiome.core.concept.Identifier.Understood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {
  /// The first fifteen rows are the table of the specification of the knowledge network.
  @ParameterizedTest
  @CsvSource({
    "hgnc:10452, HGNC:10452",
    "HGNC:HGNC:10452, HGNC:10452",
    "Gene::7157, NCBIGene:7157",
    "entrez:7157, NCBIGene:7157",
    "ncbigene:7157, NCBIGene:7157",
    "MONDO_0005015, MONDO:0005015",
    "http://purl.obolibrary.org/obo/MONDO_0005015, MONDO:0005015",
    "rxcui:12574, RXCUI:12574",
    "Orphanet:558, ORPHA:558",
    "ORPHANET_558, ORPHA:558",
    "orpha:558, ORPHA:558",
    "MIM:138670, OMIM:138670",
    "OMIM:138670, OMIM:138670",
    "mesh:D009107, MESH:D009107",
    "MeSH:D009107, MESH:D009107",
    "chembl:CHEMBL296468, CHEMBL.COMPOUND:CHEMBL296468",
    "<http://www.orpha.net/ORDO/Orphanet_558>, ORPHA:558",
    "ORPHA:Orphanet_558, ORPHA:558",
    "http://www.ebi.ac.uk/efo/EFO_0000400, EFO:0000400",
    "http://id.nlm.nih.gov/mesh/D009107, MESH:D009107",
    "RXNORM:12574, RXCUI:12574",
    "drugbank:DB01156, DRUGBANK:DB01156",
    "Compound::DB01156, DRUGBANK:DB01156",
    "Disease::DOID:0050742, DOID:0050742",
    "Biological Process::GO:0000002, GO:0000002",
    "Symptom::D000006, MESH:D000006",
    "Side Effect::C0000727, UMLS:C0000727",
    "Pharmacologic Class::N0000000069, NDFRT:N0000000069",
    "Pathway::WP410_r84683, WIKIPATHWAYS:WP410",
    "OMIMPS:214100, OMIMPS:214100",
    "OMIM:PS214100, OMIMPS:214100",
    "OMIM.PS:214100, OMIMPS:214100",
    "rs1799853, DBSNP:rs1799853",
    "' HP:0001250 ', HP:0001250",
    "ENSEMBL:ENSG00000141510.18, ENSEMBL:ENSG00000141510"
  })
  void oneThingHasOneIdentifier(String text, String curie) {
    assertThat(Identifier.of(text))
        .isInstanceOfSatisfying(
            Understood.class,
            read -> {
              assertThat(read.curie()).isEqualTo(curie);
              assertThat(read.isUsual()).isTrue();
            });
  }

  @Test
  void theVersionIsKeptApart() {
    assertThat(Identifier.of("ENSG00000141510.18"))
        .isEqualTo(new Understood("ENSEMBL:ENSG00000141510", "18", true));
    assertThat(Identifier.of("ensembl:ENST00000269305"))
        .isEqualTo(new Understood("ENSEMBL:ENST00000269305", null, true));
  }

  @ParameterizedTest
  @CsvSource({
    "ORPHA:, NO_LOCAL_PART",
    "'', BLANK",
    "' ', BLANK",
    "7157, NO_PREFIX",
    "CYP2C19_star, NO_PREFIX",
    "MONDO_diabetes, NO_PREFIX",
    "ORPHANET_, NO_LOCAL_PART",
    "xyz:7157, UNKNOWN_PREFIX",
    "http://hospital.example/codes/7157, UNKNOWN_PREFIX",
    "Thing::7157, UNKNOWN_PREFIX",
    "Gene::, NO_LOCAL_PART",
    "HP:0001250 seizure, NO_LOCAL_PART",
    ":7157, NO_PREFIX"
  })
  void whatSaysNothingIsNotUnderstood(String text, Reason reason) {
    assertThat(Identifier.of(text)).isEqualTo(new NotUnderstood(reason));
  }

  /// Letter case matters behind the colon, and a number that lost its zeros is another number.
  @ParameterizedTest
  @CsvSource({"mesh:d009107, MESH:d009107", "HP:1250, HP:1250", "NCIT:1234, NCIT:1234"})
  void whatHasNotTheFormOfItsVocabularyIsKeptAndTold(String text, String curie) {
    assertThat(Identifier.of(text)).isEqualTo(new Understood(curie, null, false));
  }

  @Test
  void thePrefixThatTheUserGivesIsForWhatHasNone() {
    assertThat(Identifier.of("7157", "entrez"))
        .isEqualTo(new Understood("NCBIGene:7157", null, true));
    assertThat(Identifier.of("HGNC:5", "entrez")).isEqualTo(new Understood("HGNC:5", null, true));
    assertThat(Identifier.of("a1", "hospital"))
        .isEqualTo(new Understood("hospital:a1", null, true));
    assertThat(Identifier.of("xyz:5", "entrez"))
        .isEqualTo(new NotUnderstood(Reason.UNKNOWN_PREFIX));
  }

  /// Records and knowledge are compared by the same key.
  @ParameterizedTest
  @CsvSource({
    "HGNC:HGNC:10452, HGNC:10452",
    "ORPHA:Orphanet_558, ORPHA:558",
    "RXNORM:12574, RXCUI:12574",
    "OMIM:PS214100, OMIMPS:214100",
    "icd10:ICD10:C50.9, ICD10:C50.9"
  })
  void theKeyOfACodeIsTheSame(String code, String key) {
    assertThat(Prefixes.key(code)).isEqualTo(key);
  }

  /// A table that spells one prefix in two ways would make two vocabularies of one.
  @Test
  void everyPrefixIsSpelledInOneWayAndEveryRowIsCited() throws Exception {
    var rows = rows("prefixes.tsv");
    for (var row : rows) {
      assertThat(row).hasSize(3);
      assertThat(row[0]).isLowerCase().doesNotContain("\t");
      assertThat(row[2]).isNotBlank();
      assertThat(Prefixes.known(row[1])).as(row[1]).isEqualTo(row[1]);
    }
    assertThat(rows.stream().map(row -> row[0]).toList()).doesNotHaveDuplicates().isSorted();
    for (var row : rows("vocabularies.tsv")) {
      assertThat(Prefixes.known(row[0])).isEqualTo(row[0]);
      assertThat(Pattern.compile(row[1]).matcher("").groupCount()).isBetween(1, 2);
    }
  }

  private static List<String[]> rows(String table) throws Exception {
    try (var stream = Prefixes.class.getResourceAsStream(table)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }
}
