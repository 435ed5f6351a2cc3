package org.idiome.report.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Value;
import org.idiome.core.presence.Absence;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.core.time.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static final Words WORDS = Words.english();

  private static String spaced(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2026-10-30, 30 Oct 2026",
    "2026-05, May 2026",
    "2011, 2011",
    "P34Y, age 34 years",
    "P6M, age 6 months",
    "P1Y2M, age 1 year 2 months",
    "P3W, age 3 weeks",
    "P10D, age 10 days",
    "2024-09-16/, since 16 Sep 2024",
    "/2024-09-16, until 16 Sep 2024",
    "2024-09/2025-01, Sep 2024 to Jan 2025",
    "P1Y/P2Y, age 1 year to 2 years",
    "2026-10-30T14:05:00Z, '30 Oct 2026, 14:05 UTC'",
    "2026-10-30T14:05:00-03:30, '30 Oct 2026, 14:05 UTC−03:30'",
    "2026-10-30T14:05:00, '30 Oct 2026, 14:05'"
  })
  void saysTimesAsPreciselyAsTheyWereRecorded(String recorded, String said) {
    assertThat(spaced(WORDS.when(When.parse(recorded)))).isEqualTo(said);
  }

  @Test
  void saysTimesOfOtherScales() {
    assertThat(WORDS.when(new When.StudyDay(186))).isEqualTo("day 186");
    assertThat(WORDS.when(new When.GestationalAge(33, 2)))
        .isEqualTo("33 weeks 2 days of gestation");
    assertThat(WORDS.when(new When.OnsetClass(new Coded("HP:0003577", "Congenital onset"))))
        .isEqualTo("Congenital onset");
    assertThat(WORDS.when(When.notStated())).isEqualTo("date not stated");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "14.2, ug/L, 14.2 µg/L",
    "90, umol/L, 90 µmol/L",
    "8, %, 8%",
    "4.5, 10*9/L, 4.5 × 10⁹/L",
    "1, {score}, 1",
    "9.4, ug/m3, 9.4 µg/m³",
    "37.2, Cel, 37.2 °C",
    "121, mm[Hg], 121 mmHg",
    "51, mL/min/{1.73_m2}, 51 mL/min/1.73 m²",
    "72, {beats}/min, 72 beats/min",
    "12, mU/L, 12 mU/L",
    "3, 1, 3",
    "20, mg, 20 mg",
    "0.4, {TPM}, 0.4 TPM"
  })
  void saysUnitsInTheirCustomaryForm(double value, String ucum, String said) {
    assertThat(spaced(WORDS.amount(Amount.of(value, ucum)))).isEqualTo(said);
  }

  @Test
  void saysACensoredValueAsABoundAndAMissingOneByItsReason() {
    var percent = Unit.ucum("%");
    assertThat(WORDS.amount(new Amount(new Magnitude.Below(0.05, false), percent)))
        .isEqualTo("below 0.05%");
    assertThat(WORDS.amount(new Amount(new Magnitude.Below(0.05, true), percent)))
        .isEqualTo("at most 0.05%");
    assertThat(WORDS.amount(new Amount(new Magnitude.Above(60, false), percent)))
        .isEqualTo("above 60%");
    assertThat(WORDS.amount(new Amount(new Magnitude.Missing(Absence.FAILED), percent)))
        .isEqualTo("failed");
    assertThat(WORDS.amount(new Amount(new Magnitude.Exact(5), new Unit.NotUnderstood("blobs"))))
        .isEqualTo("5\u00a0blobs");
  }

  @Test
  void showsACodeWithoutWordsWithAllItsValues() {
    var values = Details.NONE.text("gene", "DPYD").count("earlier_values", 3);
    assertThat(WORDS.say("no.such.code", values))
        .isEqualTo("no.such.code (earlier values: 3; gene: DPYD)");
    assertThat(WORDS.say("no.such.code")).isEqualTo("no.such.code");
    assertThat(WORDS.word("no_such_word")).isEqualTo("no_such_word");
  }

  @Test
  void namesAValueThatIsNotGiven() {
    assertThat(WORDS.say("list.or", Details.NONE.text("head", "a")))
        .isEqualTo("a or (last not given)");
  }

  @Test
  void passesOverWhatASourceWritesForNothing() {
    var values = Details.NONE.text("name", "x").text("sample", "N/A");
    assertThat(WORDS.say("problem.vcf-sample-absent", values)).isEqualTo("The file has no sample");
  }

  @Test
  void choosesTheFormByTheNumber() {
    assertThat(WORDS.say("date.days", Details.NONE.count("count", 1))).isEqualTo("1 day");
    assertThat(WORDS.say("date.days", Details.NONE.count("count", 0))).isEqualTo("0 days");
    assertThat(WORDS.say("date.days", Details.NONE.count("count", 2))).isEqualTo("2 days");
  }

  @Test
  void joinsListsAndCountsWhatItLeavesOut() {
    assertThat(WORDS.join(List.of("a"), "and")).isEqualTo("a");
    assertThat(WORDS.join(List.of("a", "b", "c"), "or")).isEqualTo("a, b or c");
    var many = IntStream.range(0, 40).mapToObj(Integer::toString).toList();
    assertThat(WORDS.join(many, "and")).endsWith("10 and 29 more");
  }

  @Test
  void saysValuesOfEveryKind() {
    assertThat(WORDS.value(new Value.Word("above"))).isEqualTo("above");
    assertThat(WORDS.value(Value.texts(List.of("a", "b")))).isEqualTo("a and b");
    assertThat(WORDS.value(new Value.Thing(new Coded("HP:1", "Cough")))).isEqualTo("Cough");
    assertThat(spaced(WORDS.value(new Value.Count(25268)))).isEqualTo("25 268");
  }

  @Test
  void putsLabelsOfOntologiesIntoSentences() {
    assertThat(WORDS.inSentence("Once Daily")).isEqualTo("once daily");
    assertThat(WORDS.inSentence("Oral Route of Administration")).isEqualTo("oral");
    assertThat(WORDS.inSentence("EGFR Inhibitor")).isEqualTo("EGFR Inhibitor");
    assertThat(Words.middle("Creatinine")).isEqualTo("creatinine");
    assertThat(Words.middle("CEA")).isEqualTo("CEA");
  }

  @Test
  void refusesATemplateThatIsNone() {
    assertThatThrownBy(() -> Template.of("a [b")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Template.of("a ] b")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Template.of("a {b")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'a[ {x}] c', 'a 1 c'",
    "'a[ {y}] c', 'a c'",
    "'[{y}|{x} only|none]', '1 only'",
    "'[{y}|none]', 'none'",
    "'[{x}[ and {y}]]', '1'",
    "'\\[{x}\\]', '\\[1]'"
  })
  void leavesOutWhatIsNotGiven(String template, String said) {
    var text =
        Template.of(template)
            .fill((name, _) -> name.equals("x") ? "1" : null, (name, _) -> "?" + name);
    assertThat(text).isEqualTo(said.replace("\\", ""));
  }
}
