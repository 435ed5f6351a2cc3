package org.idiome.care.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Strength;
import org.idiome.core.observation.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalQuestionTest {
  private static final String GLUCOSE = "LOINC:14749-6";

  @Test
  void findsAValueAboveTheIntervalThatCameWithIt() {
    var finding =
        Lab.of("2024-01-05|LOINC:14749-6|7.0|mmol/L|3.9..5.6").finding("interval", GLUCOSE);
    assertThat(finding.key().text()).isEqualTo("laboratory|interval|LOINC:14749-6|.");
    assertThat(finding.state().code()).isEqualTo("found");
    assertThat(Lab.details(finding))
        .containsEntry("direction", "word : above")
        .containsEntry("values", "count : 1");
    assertThat(finding.strength())
        .isEqualTo(new Strength(Strength.Level.MODERATE, "laboratory's interval"));
    assertThat(finding.why().toJson().pretty())
        .contains("\"claim\": \"outside_interval\"", "\"mark\": \"7.0\"", "\"line\": 1")
        .contains("\"used\": \"reference_high\"", "interval_leaves_out_1_in_20");
  }

  @Test
  void excludesWithTheIntervalAsTheLimit() {
    var finding =
        Lab.of("2024-01-05|LOINC:14749-6|5.6|mmol/L|3.9..5.6").finding("interval", GLUCOSE);
    assertThat(finding.state().code()).isEqualTo("excluded");
    assertThat(Lab.details(finding)).containsKeys("reference_low", "reference_high", "value");
  }

  /// A row of the same table that could not be read may hold a later value of this feature.
  @Test
  void excludesNothingWhereARowOfTheTableWasLost() {
    var within =
        Lab.of("2024-01-05|LOINC:14749-6|5.0|mmol/L|3.9..5.6")
            .statement(Layer.LABORATORY, "row_not_read", "row_not_read", "");
    assertThat(within.answer("interval", GLUCOSE)).isEqualTo("row_not_read");
    assertThat(within.finding("interval", GLUCOSE).why().toJson().pretty())
        .contains("\"note\": \"limit\"", "row_that_can_be_read", "\"line\": 2");
    var outside =
        Lab.of("2024-01-05|LOINC:14749-6|7.0|mmol/L|3.9..5.6")
            .statement(Layer.LABORATORY, "row_not_read", "row_not_read", "");
    assertThat(outside.answer("interval", GLUCOSE)).isEqualTo("found");
    assertThat(outside.finding("interval", GLUCOSE).why().toJson().pretty())
        .contains("row_not_read", "\"line\": 2");
  }

  @Test
  void assessesNothingWithoutAnIntervalOfItsOwn() {
    var lab =
        Lab.of(
            "2024-01-05|LOINC:14749-6|7.0|mmol/L|3.9..5.6", "2024-03-05|LOINC:14749-6|7.0|mmol/L");
    assertThat(lab.answer("interval", GLUCOSE)).isEqualTo("no_reference_interval");
    assertThat(lab.finding("interval", GLUCOSE).why().toJson().pretty())
        .contains("reference_interval_of_the_laboratory");
  }

  /// That an interval came and cannot be used is another thing than that none came.
  @Test
  void saysThatAnIntervalCameThatCannotBeUsed() {
    var finding = Lab.of("2024-01-05|LOINC:14749-6|7.0|mmol/L|..").finding("interval", GLUCOSE);
    assertThat(finding.state())
        .isInstanceOfSatisfying(
            State.NotAssessed.class,
            not -> assertThat(not.reason()).isEqualTo(ReasonCode.INTERVAL_NOT_USABLE));
    assertThat(finding.why().toJson().pretty()).contains("interval_as_two_numbers", "\"line\": 1");
  }

  @ParameterizedTest(name = "{0} against {1}: {2}")
  @CsvSource({
    "<3.9, 3.9..5.6, found",
    "<4.0, 3.9..5.6, value_censored",
    "<0.3, 0..5, excluded",
    "<0.3, ..5, excluded",
    "<0.3, -2..2, value_censored",
    ">5.6, 3.9..5.6, found",
    ">5.0, 3.9..5.6, value_censored",
    "3, 3.9.., found",
    "9, 3.9.., excluded",
    "failed, 3.9..5.6, no_value"
  })
  void usesCensoredValuesAsBoundsAndAbsencesAsNone(String value, String interval, String answer) {
    var lab = Lab.of("2024-01-05|" + GLUCOSE + "|" + value + "|mmol/L|" + interval);
    assertThat(lab.answer("interval", GLUCOSE)).isEqualTo(answer);
  }

  /// 126 mg/dL of glucose are 6.993938587 mmol/L (golden value of `spec/record.md` section 8).
  @ParameterizedTest(name = "{0} {1} against {2}: {3}")
  @CsvSource({
    "LOINC:2345-7, 126|mg/dL, 3.9..6.993938586 mmol/L, found",
    "LOINC:2345-7, 126|mg/dL, 3.9..6.993938587 mmol/L, excluded",
    "LOINC:2345-7, 5|?units, 3.9..5.6 mmol/L, unit_not_understood",
    "LOINC:2345-7, 5|?units, 3.9..5.6, unit_not_understood",
    "LOINC:2345-7, failed|?units, 3.9..5.6, no_value",
    "LOINC:2345-7, 5|, 3.9..5.6, excluded",
    "LOINC:3094-0, 14|mg/dL, 2..5 mmol/L, unit_not_comparable",
    "unheard-of, 5|mg/dL, 30..60 mg/L, excluded",
    "unheard-of, 5|mg/dL, 3..6 mmol/L, unit_not_comparable"
  })
  void convertsTheIntervalOnlyWhereItMay(
      String feature, String value, String interval, String answer) {
    var lab = Lab.of("2024-01-05|" + feature + "|" + value + "|" + interval);
    assertThat(lab.answer("interval", feature)).isEqualTo(answer);
  }

  @Test
  void showsAValueWhoseUnitNobodyUnderstands() {
    var finding = Lab.of("2024-01-05|x|4.1|?furlong|3.5..5.1").finding("interval", "x");
    assertThat(finding.state().code()).isEqualTo("not_assessed");
    assertThat(Lab.details(finding).get("value")).contains("4.1", "furlong");
    assertThat(finding.why().toJson().pretty())
        .contains("\"mark\": \"4.1\"", "unit_not_understood", "unit_as_a_code");
  }

  @Test
  void saysThatAValueAndItsIntervalStateNoUnit() {
    var finding = Lab.of("2024-01-05|x|1.1||0.9..1.2").finding("interval", "x");
    assertThat(finding.why().toJson().pretty()).contains("unit_not_stated");
  }

  @Test
  void saysHowMuchAPopulationsIntervalHides() {
    var why =
        Lab.of("2024-01-05|LOINC:6768-6|60|U/L|40..129")
            .finding("interval", "LOINC:6768-6")
            .why()
            .toJson()
            .pretty();
    assertThat(why).contains("individuality_low", "interval_hides_personal_change");
    assertThat(why).contains("0.240729471");
  }

  @ParameterizedTest(name = "{0} and {1} on one day: {2}")
  @CsvSource({
    "7.0, 7.2, found",
    "5.0, 5.2, excluded",
    "5.0, 7.2, order_not_known",
    "5.0, <6, value_censored"
  })
  void saysOnlyWhatHoldsWhicheverOfTwoCameLast(String first, String second, String answer) {
    var lab =
        Lab.of(
            "2024-01-05|" + GLUCOSE + "|" + first + "|mmol/L|3.9..5.6",
            "2024-01-05|" + GLUCOSE + "|" + second + "|mmol/L|3.9..5.6");
    assertThat(lab.answer("interval", GLUCOSE)).isEqualTo(answer);
  }

  /// No time of day settles what two files say of one: one of them is wrong, or both are right.
  @ParameterizedTest(name = "{0} and {1} in two files: {2}")
  @CsvSource({
    "7.0, 7.2, found",
    "5.0, 5.2, excluded",
    "5.0, 7.2, conflicting_statements",
    "7.2, 5.0, conflicting_statements",
    "5.0|mg/L, 7.2|g/L, order_not_known"
  })
  void namesTheFilesThatContradictEachOther(String first, String second, String answer) {
    var lab =
        Lab.of("2024-01-05|" + GLUCOSE + "|" + unit(first) + "|3.9..5.6")
            .besides("2024-01-05|" + GLUCOSE + "|" + unit(second) + "|3.9..5.6");
    assertThat(lab.answer("interval", GLUCOSE)).isEqualTo(answer);
    var finding = lab.finding("interval", GLUCOSE);
    var advice = finding.advice();
    if (answer.startsWith("conflicting")) {
      assertThat(Lab.details(finding))
          .containsEntry("file", "text : lab2.tsv")
          .containsEntry("other_file", "text : lab.tsv");
      assertThat(advice).isNotNull();
      assertThat(finding.why().toJson().pretty())
          .contains("file_that_is_right")
          .doesNotContain("time_of_each_value");
    } else {
      assertThat(advice).isNull();
    }
  }

  private static String unit(String value) {
    return value.contains("|") ? value : value + "|mmol/L";
  }

  @Test
  void keepsSpecimensApart() {
    var run =
        Lab.of(
                "2024-01-05|LOINC:14749-6|7.0|mmol/L|3.9..5.6|b1",
                "2024-01-05|LOINC:14749-6|5.0|mmol/L|3.9..5.6|u1",
                "2024-01-05|LOINC:14749-6|5.0|mmol/L|3.9..5.6")
            .specimen("b1", "UBERON:0001977")
            .specimen("u1", "UBERON:0001088")
            .run();
    assertThat(
            run.findings().stream()
                .filter(one -> one.key().kind().equals("interval"))
                .map(one -> one.key().scope() + " " + one.state().code()))
        .containsExactly(
            ". excluded", "specimen:UBERON:0001088 excluded", "specimen:UBERON:0001977 found");
  }

  @Test
  void featuresAndSpecimensMayBeCalledAnything() {
    var run =
        Lab.of(
                "2024-01-05|a%b<script>|7.0|mmol/L|3.9..5.6|x;y",
                "2024-01-05|%|1", "2024|physiology %|1")
            .run();
    assertThat(run.findings()).hasSize(11);
  }
}
