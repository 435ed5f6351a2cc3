package org.idiome.core.concept;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixesTest {
  @ParameterizedTest
  @CsvSource({
    "NCIT:C15431, NCIT:C15431",
    "ncit:C15431, NCIT:C15431",
    "NCIt:C15431, NCIT:C15431",
    "NCI:C15431, NCIT:C15431",
    "hp:0001250, HP:0001250",
    "HPO:0001250, HP:0001250",
    "Snomed:23719005, SNOMEDCT:23719005",
    "SCTID:23719005, SNOMEDCT:23719005",
    "sct:23719005, SNOMEDCT:23719005",
    "SNOMEDCT_US_2022_09_01:23719005, SNOMEDCT:23719005",
    "ncbitaxon:9606, NCBITaxon:9606",
    "UCUM:mg/dL, UCUM:mg/dL",
    "ucum:mg/dL, UCUM:mg/dL",
    "local:x, LOCAL:x",
    "LOCAL:x, LOCAL:x",
    "CYP2D6, CYP2D6",
    ":x, :x",
    "a word: b, a word: b",
    "http://loinc.org|718-7, LOINC:718-7",
    "https://loinc.org/718-7, LOINC:718-7",
    "HTTP://LOINC.ORG/|718-7, LOINC:718-7",
    "urn:oid:2.16.840.1.113883.6.1|718-7, LOINC:718-7",
    "http://snomed.info/sct|23719005, SNOMEDCT:23719005",
    "http://snomed.info/id/23719005, SNOMEDCT:23719005",
    "http://purl.obolibrary.org/obo/HP_0001250, HP:0001250",
    "https://identifiers.org/hgnc/HGNC:1100, HGNC:1100",
    "https://identifiers.org/loinc:718-7, LOINC:718-7",
    "https://bioregistry.io/hp:0001250, HP:0001250",
    "http://human-phenotype-ontology.org|HP:0001250, HP:0001250",
    "http://hospital.example/codes|718-7, http://hospital.example/codes|718-7",
    "http://loinc.org|718 7, http://loinc.org|718 7",
    "http://loinc.org, http://loinc.org",
    "http://loinc.org|, http://loinc.org|"
  })
  void oneVocabularyHasOnePrefix(String given, String key) {
    assertThat(Prefixes.key(given)).isEqualTo(key);
    assertThat(Coded.of(given).key()).isEqualTo(key);
  }

  /// What asks for a CURIE gets the one that the address means.
  @Test
  void anAddressOfAKnownVocabularyIsACurie() {
    assertThat(Coded.of("http://loinc.org|718-7").curie()).isEqualTo(Curie.of("LOINC:718-7"));
    assertThat(Coded.of("urn:oid:2.16.840.1.113883.6.1|718-7").curie())
        .isEqualTo(Curie.of("LOINC:718-7"));
    assertThat(Coded.of("http://hospital.example/codes|718-7").curie()).isNull();
    assertThat(Prefixes.isKnown("http://snomed.info/sct|23719005")).isTrue();
    assertThat(LoincCode.isMistyped("http://loinc.org|718-8")).isTrue();
    assertThat(LoincCode.isMistyped("http://loinc.org|718-7")).isFalse();
  }

  @Test
  void onlyVocabulariesOfTheTableAreKnown() {
    assertThat(Prefixes.isKnown("ncit:C15431")).isTrue();
    assertThat(Prefixes.isKnown("xyz:C15431")).isFalse();
    assertThat(Prefixes.isKnown("NCIT C15431")).isFalse();
  }
}
