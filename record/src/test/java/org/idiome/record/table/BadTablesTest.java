package org.idiome.record.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;

/// The tables of `data/person/bad`, each against its row of `EXPECTED.tsv`.
class BadTablesTest {
  private static Tables read(String name, Map<String, String> attributes) throws IOException {
    return Tables.of(Truth.data("person/bad/" + name), attributes);
  }

  private static Map<String, String> wide(String samples) {
    return Tables.attributes(
        "layer", "transcriptome",
        "shape", "wide",
        "feature", "gene",
        "samples", samples,
        "timeUnit", "study_day");
  }

  @Test
  void aEuropeanTableIsToldByItsColumns() throws IOException {
    var read = read("lab-european-decimal.csv", Tables.laboratory());
    // The value of the second row is refused; that it was measured is kept, so that no older value
    // passes for the latest.
    assertThat(read.rows())
        .containsExactly(
            "Glukose {\"value\":5.4} mmol/l @2024-02-01",
            "Glukose {\"absent\":\"not_stated\"} mmol/l @2024-02-13");
    var refused = read.problem(ProblemCode.AMOUNT_NOT_PLAUSIBLE);
    assertThat(refused.place().line()).isEqualTo(3);
    assertThat(refused.values())
        .containsEntry("value", "1234.5")
        .containsEntry("likely_unit", "mg/dL");
    assertThat(read.count())
        .as("what is not used is counted as refused")
        .isEqualTo(new TableCount("t.tsv", 2, 1, 0, 1, 1, 0));
    assertThat(read.problems().kept())
        .filteredOn(one -> one.code() == ProblemCode.TABLE_FORMAT_DETECTED)
        .extracting(one -> one.values().toString())
        .containsExactly("{delimiter=;}", "{date_order=dmy, decimal_mark=,}");
  }

  @Test
  void anOrderOfDatesThatNothingTellsIsRefused() throws IOException {
    var read = read("lab-date-order-ambiguous.csv", Tables.laboratory());
    assertThat(read.columns().size()).isZero();
    assertThat(read.refusal()).isNotNull();
    assertThat(read("lab-date-order-ambiguous.csv", Tables.laboratory("dateOrder", "dmy")).rows())
        .containsExactly(
            "Glucose {\"value\":97} mg/dL @2024-02-01", "Glucose {\"value\":99} mg/dL @2024-04-03");
  }

  @Test
  void wordsAreStatementsAndACultureIsACountWithItsOrganism() throws IOException {
    var read = read("lab-text-results.csv", Tables.laboratory());
    assertThat(read.statements())
        .extracting(one -> one.concept().id() + ": " + one.kind() + " " + one.presence().code())
        .containsExactly(
            "HIV Ag/Ab: result excluded",
            "Nitrite (urine): result_text not_stated",
            "Ketones: result present",
            "Culture: result_text present",
            "Blood group: result_text not_stated");
    assertThat(read.only().amount().magnitude()).isEqualTo(new Magnitude.Above(1e5, false));
    assertThat(read.only().amount().unit()).isEqualTo(Unit.ucum("[CFU]/mL"));
    assertThat(read.statements().get(3).qualifier("organism")).isNotNull();
  }

  @Test
  void twoColumnsOfOneNameAreRefusedWithBothNamed() throws IOException {
    var attributes =
        Tables.attributes(
            "layer", "laboratory",
            "shape", "long",
            "feature", "=glucose",
            "value", "glucose",
            "time", "date",
            "timeUnit", "date");
    var refusal = read("lab-duplicate-header.csv", attributes).refusal();
    assertThat(refusal == null ? null : refusal.code())
        .isEqualTo(ProblemCode.TABLE_COLUMN_REPEATED);
    assertThat(refusal == null ? Map.of() : refusal.values()).containsEntry("columns", "2, 3");
  }

  @Test
  void twoSamplesOfOneNameAreRefused() throws IOException {
    var refusal = read("omics-sample-name-collision.tsv", wide("S1=1")).refusal();
    assertThat(refusal == null ? null : refusal.code())
        .isEqualTo(ProblemCode.TABLE_COLUMN_REPEATED);
  }

  @Test
  void genesThatBecameDatesAreRefusedWithTheirCandidates() throws IOException {
    var read = read("omics-excel-dates.tsv", wide("S1=1"));
    assertThat(read.rows()).containsExactly("TP53 {\"value\":7} not stated @day 1");
    assertThat(read.problems().kept())
        .filteredOn(one -> one.code() == ProblemCode.TABLE_FEATURE_IS_DATE)
        .extracting(one -> one.values().get("candidates"))
        .containsExactly("MARCH1, MARCHF1, MARC1, MTARC1", "SEPT2, SEPTIN2");
  }
}
