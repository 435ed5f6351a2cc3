package org.idiome.knowledge.pharmacogene;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.idiome.core.concept.Coded;
import org.idiome.core.concept.Curie;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrugsTest {
  private static final Drugs DRUGS = StarterKnowledge.shipped().pharmacogenes().drugs();

  @ParameterizedTest
  @CsvSource({
    "RxNorm:32968, clopidogrel",
    "RXNORM:32968, clopidogrel",
    "ATC:B01AC04, clopidogrel",
    "DrugBank:DB00544, fluorouracil",
    "ClinPGx:PA452620, tegafur"
  })
  void knowsADrugByItsCode(String code, String drug) {
    var match = requireNonNull(DRUGS.byCode(Curie.of(code)));
    assertThat(match.drug().name()).isEqualTo(drug);
    assertThat(match.by()).isEqualTo(DrugMatch.By.CODE);
    assertThat(match.row().text()).startsWith(drug + "\t");
  }

  @ParameterizedTest
  @CsvSource({"Clopidogrel, clopidogrel", "PLAVIX, clopidogrel", "5-FU, fluorouracil"})
  void knowsADrugByItsName(String name, String drug) {
    var match = requireNonNull(DRUGS.resolve(Coded.of(name)));
    assertThat(match.drug().name()).isEqualTo(drug);
    assertThat(match.by()).isEqualTo(DrugMatch.By.NAME);
  }

  @Test
  void saysWhenOnlyTheDisplayTextToldTheDrug() {
    var match = requireNonNull(DRUGS.resolve(new Coded("DrugCentral:0", "clopidogrel")));
    assertThat(match.by()).isEqualTo(DrugMatch.By.DISPLAY);
  }

  @Test
  void letsTheCodeDecideOverTheDisplayText() {
    var match = requireNonNull(DRUGS.resolve(new Coded("RxNorm:4492", "clopidogrel")));
    assertThat(match.drug().name()).isEqualTo("fluorouracil");
  }

  @Test
  void guessesNothing() {
    assertThat(DRUGS.resolve(Coded.of("clopidogrel 75 mg"))).isNull();
    assertThat(DRUGS.resolve(Coded.of("RxNorm:999999999"))).isNull();
    assertThat(DRUGS.byName("")).isNull();
  }

  @Test
  void marksANameThatWasNotReadInItsSource() {
    assertThat(requireNonNull(DRUGS.byName("Xeloda")).confirmed()).isFalse();
    assertThat(requireNonNull(DRUGS.byName("Plavix")).confirmed()).isTrue();
  }
}
