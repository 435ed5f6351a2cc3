package org.idiome.knowledge.source.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.source.Reading;
import org.idiome.knowledge.source.Recognition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrugVocabulariesTest {
  private static final String NAMES =
      """
      4492|ENG||||||1|||4492|RXNORM|IN|4492|fluorouracil||N|4096|
      4492|ENG||||||2|||4492|RXNORM|SY|4492|5-fluorouracil||N||
      4492|ENG||||||3|||L01BC02|ATC|RXN_IN|L01BC02|fluorouracil|0|N||
      4492|ENG||||||4|||387172005|SNOMEDCT_US|FN|387172005|Fluorouracil|9|N||
      4492|ENG||||||5|||x|VANDF|CD|x|FLUOROURACIL|0|N||
      4493|ENG||||||6|||4493|RXNORM|IN|4493|old||O||
      4494|ENG||||||7|||4494|RXNORM|SCD|4494|fluorouracil 50 MG/ML|x
      4495|ENG||||||8|||4495|RXNORM|SCD|4495|fluorouracil 50 MG/ML Injection||N||
      """;
  private static final String RELATIONS =
      """
      4492||CUI|RO|4495||CUI|has_ingredient|1||RXNORM||||N||
      4495||CUI|RO|4492||CUI|ingredient_of|2||RXNORM||||N||
      1||CUI|RN|2||CUI|isa|3||RXNORM||||N||
      1||CUI|RO|2||CUI|resembles|4||RXNORM||||N||
      1|5|AUI|RO|2|6|AUI|isa|5||RXNORM||||N||
      """;

  @TempDir Path folder;

  @Test
  void namesAreThoseOfRxNormAndOtherVocabulariesGiveTheirCode() throws IOException {
    var reading = Reading.of(folder, NAMES);
    var told = reading.told();
    assertThat(reading.source()).isEqualTo("rxnorm-names");
    assertThat(told.values("RXCUI:4492", TermProperty.NAME)).containsExactly("fluorouracil");
    assertThat(told.values("RXCUI:4492", TermProperty.EXACT_SYNONYM))
        .containsExactly("5-fluorouracil");
    assertThat(told.values("RXCUI:4492", TermProperty.CATEGORY))
        .containsExactly("biolink:ChemicalEntity");
    assertThat(told.values("RXCUI:4495", TermProperty.CATEGORY)).containsExactly("biolink:Drug");
    assertThat(reading.claims())
        .containsExactly(
            "3 RXCUI:4492 oboInOwl:hasDbXref ATC:L01BC02",
            "4 RXCUI:4492 oboInOwl:hasDbXref SNOMEDCT:387172005");
    assertThat(told.claims().getFirst().claim().values().get("licence")).isNull();
    assertThat(told.claims().getLast().claim().values().get("licence"))
        .isEqualTo("UMLS, source restriction level 9");
    assertThat(told.leftOut()).containsOnlyKeys("other_vocabulary", "suppressed");
    assertThat(told.refused()).containsExactly("7 columns 0 of 18");
  }

  @Test
  void aRelationIsToldInOneDirection() throws IOException {
    var reading = Reading.of(folder, RELATIONS);
    assertThat(reading.source()).isEqualTo("rxnorm-relations");
    assertThat(reading.claims())
        .containsExactly(
            "1 RXCUI:4495 biolink:has_part RXCUI:4492",
            "3 RXCUI:2 biolink:subclass_of RXCUI:1",
            "4 RXCUI:2 biolink:related_to RXCUI:1");
    assertThat(reading.told().leftOut()).containsOnlyKeys("inverse_relation", "between_names");
    assertThat(reading.told().unknownValues()).containsOnlyKeys("RELA=resembles");
  }

  @Test
  void aFileThatEndsInALineIsRefused() {
    assertThatThrownBy(() -> Reading.of(folder, RELATIONS + "1||CUI|RN|2||CU"))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.KNOWLEDGE_FILE_CUT);
              assertThat(e.problem().place().line()).isEqualTo(6);
            });
  }

  @Test
  void aCodeOfAtcSaysWhatIsAboveIt() throws IOException {
    var reading =
        Reading.of(
            folder,
            """
            ATC code\tATC level name\tDDD\tU\tAdm.R\tNote
            L\tANTINEOPLASTIC AGENTS
            L01BC02\tfluorouracil\t2.5\tg\tP
            L01BC2\tmistyped
            """);
    assertThat(reading.source()).isEqualTo("atc");
    assertThat(reading.claims()).containsExactly("3 ATC:L01BC02 biolink:subclass_of ATC:L01BC");
    assertThat(reading.told().values("ATC:L", TermProperty.NAME))
        .containsExactly("ANTINEOPLASTIC AGENTS");
    assertThat(reading.told().terms().getLast().term().notes().toString())
        .isEqualTo("ddd=2.5;route=P;unit=g");
    assertThat(reading.told().refused()).containsExactly("4 atc_code L01BC2");
  }

  /// A pair that interacts both ways is the same pair in either order.
  @Test
  void aPairIsToldOnceAndOneDirectionStays() throws IOException {
    var reading =
        Reading.of(
            folder,
            """
            # made by the pharmacy
            drug_a\tdrug_b\tseverity\tdirection\teffect\tpublications\tlicence
            RXNORM:9\tRXCUI:10\tmajor\t\tbleeding\tPMID:2|PMID:1\tours
            RXCUI:9\tRXCUI:10\tmajor\ta_affects_b\tbleeding\t\tours
            warfarin\tRXCUI:10\tmajor\t\t\t\t
            RXCUI:9\tRXCUI:10\t\t\t\t\t
            RXCUI:9\tRXCUI:10\tmajor\tupwards\t\t\t
            """);
    assertThat(reading.source()).isEqualTo(Recognition.BY_FILE_NAME);
    assertThat(reading.claims())
        .containsExactly(
            "3 RXCUI:10 biolink:interacts_with RXCUI:9",
            "4 RXCUI:9 biolink:interacts_with RXCUI:10");
    var claims = reading.told().claims();
    assertThat(claims.getFirst().claim().qualifiers().toString()).isEqualTo("direction=both");
    assertThat(claims.getLast().claim().qualifiers().toString())
        .isEqualTo("direction=subject_affects_object");
    assertThat(claims.getFirst().claim().values().toString())
        .isEqualTo(
            "effect=bleeding;level=major;licence=ours;publications=PMID:1|PMID:2;scale=severity");
    assertThat(reading.told().refused())
        .containsExactly("5 drug_a warfarin", "6 severity ", "7 direction upwards");
  }
}
