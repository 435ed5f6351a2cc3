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
    "a word: b, a word: b"
  })
  void oneVocabularyHasOnePrefix(String given, String key) {
    assertThat(Prefixes.key(given)).isEqualTo(key);
    assertThat(Coded.of(given).key()).isEqualTo(key);
  }

  @Test
  void onlyVocabulariesOfTheTableAreKnown() {
    assertThat(Prefixes.isKnown("ncit:C15431")).isTrue();
    assertThat(Prefixes.isKnown("xyz:C15431")).isFalse();
    assertThat(Prefixes.isKnown("NCIT C15431")).isFalse();
  }
}
