package org.idiome.care.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Strength;
import org.idiome.core.observation.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeQuestionTest {
  private static final String CREATININE = "LOINC:14682-9";

  private static Lab two(String first, String second) {
    return Lab.of(
        "2024-01-05|LOINC:14682-9|" + first + "|umol/L|45..84||enzymatic",
        "2024-03-05|LOINC:14682-9|" + second + "|umol/L|45..84||enzymatic");
  }

  @Test
  void findsARiseBeyondChanceAsAnAlertWhereItStandsAlone() {
    var finding = two("75", "110").finding("change", CREATININE);
    assertThat(finding.state().code()).isEqualTo("found");
    assertThat(Lab.details(finding))
        .containsEntry("direction", "word : up")
        .containsEntry("certainty", "word : alert");
    assertThat(finding.strength()).isEqualTo(new Strength(Strength.Level.STRONG, "own data"));
    assertThat(finding.why().toJson().pretty())
        .contains("\"claim\": \"beyond_change\"", "\"rule\": \"change_z\"")
        .contains("DOI:10.1373/clinchem.2006.069369", "DOI:10.1373/clinchem.2017.275115")
        .contains("\"looks\"", "one_earlier_value", "analytical_variation_assumed");
  }

  /// One code in two spellings is one series: else the rise from one to the other is missed.
  @Test
  void spellingsOfOneCodeAreOneSeries() {
    var lower = CREATININE.toLowerCase(Locale.ROOT);
    var one =
        Lab.of(
            "2024-03-05|" + CREATININE + "|75|umol/L", "2024-04-05|" + CREATININE + "|150|umol/L");
    var two =
        Lab.of("2024-03-05|" + lower + "|75|umol/L", "2024-04-05|" + CREATININE + "|150|umol/L");
    assertThat(one.answer("change", CREATININE)).isEqualTo("found");
    assertThat(two.answer("change", CREATININE)).isEqualTo("found");
    var address = "http://loinc.org/" + CREATININE.substring(6);
    var three =
        Lab.of("2024-03-05|" + address + "|75|umol/L", "2024-04-05|" + CREATININE + "|150|umol/L");
    assertThat(three.answer("change", CREATININE)).isEqualTo("found");
    var again =
        Lab.of(
            "2024-03-05|" + CREATININE + "|75|umol/L",
            "2024-03-05|" + lower + "|75|umol/L",
            "2024-04-05|LNC:" + CREATININE.substring(6) + "|150|umol/L");
    assertThat(again.answer("change", CREATININE)).isEqualTo("found");
    var differ =
        Lab.of("2024-03-05|" + CREATININE + "|75|umol/L", "2024-03-05|" + lower + "|150|umol/L");
    assertThat(differ.answer("change", CREATININE)).isEqualTo("order_not_known");
    var files =
        Lab.of("2024-03-05|" + CREATININE + "|75|umol/L", "2024-04-05|" + CREATININE + "|76|umol/L")
            .besides("2024-04-05|" + lower + "|150|umol/L");
    assertThat(files.answer("change", CREATININE)).isEqualTo("conflicting_statements");
  }

  @Test
  void excludesAChangeWithinChanceWithTheLimitsThatSupportIt() {
    var finding = two("75", "80").finding("change", CREATININE);
    assertThat(finding.state().code()).isEqualTo("excluded");
    assertThat(Lab.details(finding)).containsKeys("limit_up", "limit_down", "previous_value");
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "75, <80, value_censored",
    "75, <60, found",
    "<60, 75, found",
    "<75, 80, value_censored",
    ">100, 75, found",
    "75, 0, outside_validity",
    "0, 75, outside_validity"
  })
  void usesCensoredValuesAsBounds(String first, String second, String answer) {
    assertThat(two(first, second).answer("change", CREATININE)).isEqualTo(answer);
  }

  @Test
  void putsNoOlderValueInThePlaceOfALatestOneWithoutANumber() {
    var lab = two("75", "failed");
    for (var question : List.of("interval", "change", "own_range")) {
      assertThat(lab.answer(question, CREATININE)).isEqualTo("no_value");
      var finding = lab.finding(question, CREATININE);
      assertThat(Lab.details(finding)).isEmpty();
      assertThat(finding.why().toJson().pretty())
          .contains("\"used\": \"tried\"", "|failed|", "\"used\": \"earlier_value\"", "|75|")
          .contains("measure_again");
    }
  }

  /// What came last may have given no number: then no older value passes for the latest.
  @ParameterizedTest(name = "75 at {0}, {2} at {1}: {3}")
  @CsvSource({
    "2024-03-05, 2024-03-05, failed, order_not_known",
    "2024-03-05, 2024-03, not_stated, order_not_known",
    "2024-03-05, '', failed, order_not_known",
    "'', 2024-03-05, failed, order_not_known",
    "'', '', failed, order_not_known",
    "2024-03-05, 2024-03-06, not_tested, no_value",
    "2024-03-05, 2024-03-04, failed, excluded"
  })
  void saysNothingOfTheLatestWhereItMayHaveGivenNoNumber(
      String time, String triedAt, String tried, String answer) {
    var lab =
        Lab.of(
            "2023-01-05|LOINC:14682-9|74|umol/L|45..84",
            time + "|LOINC:14682-9|75|umol/L|45..84",
            triedAt + "|LOINC:14682-9|" + tried + "|umol/L|45..84");
    for (var question : List.of("interval", "change")) {
      assertThat(lab.answer(question, CREATININE)).isEqualTo(answer);
    }
  }

  @Test
  void aValueWithoutATimeMayBeTheLatest() {
    var within = Lab.of("2024-03-05|x|75|umol/L|45..84", "|x|76|umol/L|45..84");
    assertThat(within.answer("interval", "x")).isEqualTo("excluded");
    assertThat(within.answer("change", "x")).isEqualTo("order_not_known");
    assertThat(Lab.details(within.finding("change", "x")).get("value")).contains("value : 75");
    var outside = Lab.of("2024-03-05|x|75|umol/L|45..84", "|x|90|umol/L|45..84");
    assertThat(outside.answer("interval", "x")).isEqualTo("order_not_known");
    var alone = Lab.of("|x|90|umol/L|45..84");
    assertThat(alone.answer("interval", "x")).isEqualTo("found");
  }

  @Test
  void aResultInWordsAfterANumberIsTheLatest() {
    var lab = two("75", "76").statement(Layer.LABORATORY, "result_text", CREATININE, "2024-04-01");
    assertThat(lab.answer("interval", CREATININE)).isEqualTo("no_value");
    assertThat(lab.answer("change", CREATININE)).isEqualTo("no_value");
    var beside = two("75", "76").statement(Layer.LABORATORY, "result", CREATININE, "2024-03-05");
    assertThat(beside.answer("interval", CREATININE)).isEqualTo("excluded");
    var other = two("75", "76").statement(Layer.LABORATORY, "result", "x", "2024-04-01");
    assertThat(other.answer("interval", CREATININE)).isEqualTo("excluded");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "LOINC:2823-3, knowledge_not_confirmed",
    "LOINC:1989-3, no_steady_state",
    "LOINC:711-2, knowledge_not_confirmed",
    "LOINC:99999-9, no_knowledge",
    "something, no_knowledge",
    "glucose, specimen_not_stated"
  })
  void judgesByConfirmedKnowledgeAlone(String feature, String answer) {
    var lab =
        Lab.of("2024-01-05|" + feature + "|75|mmol/L", "2024-03-05|" + feature + "|110|mmol/L");
    assertThat(lab.answer("change", feature)).isEqualTo(answer);
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "glucose, serum, found",
    "glucose, plasma, other_specimen",
    "glucose, urine, other_specimen",
    "LOINC:14749-6, UBERON:0001969, found",
    "LOINC:14749-6, UBERON:0001088, other_specimen",
    "LOINC:14749-6, sample 1, found"
  })
  void judgesByKnowledgeOfTheSpecimen(String feature, String specimen, String answer) {
    var lab =
        Lab.of(
            "2024-01-05|" + feature + "|5|mmol/L||" + specimen,
            "2024-03-05|" + feature + "|9|mmol/L||" + specimen);
    assertThat(lab.answer("change", feature)).isEqualTo(answer);
  }

  @Test
  void aMethodChangeIsABreak() {
    var lab =
        Lab.of(
            "2024-01-05|LOINC:14682-9|75|umol/L|||alkaline picrate",
            "2024-03-05|LOINC:14682-9|110|umol/L|||enzymatic");
    assertThat(lab.answer("change", CREATININE)).isEqualTo("other_method");
    var finding = lab.finding("change", CREATININE);
    assertThat(finding.why().toJson().pretty())
        .contains("left_out_other_method", "values_by_one_method");
  }

  @Test
  void usesTheFiguresOfTheStatedMethod() {
    var enzymatic = Lab.details(two("75", "80").finding("change", CREATININE)).get("limit_up");
    var unknown =
        Lab.details(
                Lab.of("2024-01-05|LOINC:14682-9|75|umol/L", "2024-03-05|LOINC:14682-9|80|umol/L")
                    .finding("change", CREATININE))
            .get("limit_up");
    assertThat(enzymatic).contains("14.60243527572");
    assertThat(unknown).contains("19.525656407136");
  }

  @Test
  void comparesWhatConvertsAndLeavesOutWhatDoesNot() {
    var lab =
        Lab.of(
            "2024-01-05|LOINC:2345-7|100|mg/dL",
            "2024-02-05|LOINC:2345-7|3|?units",
            "2024-03-05|LOINC:2345-7|5.6|mmol/L");
    var finding = lab.finding("change", "LOINC:2345-7");
    assertThat(finding.state().code()).isEqualTo("excluded");
    assertThat(finding.why().toJson().pretty()).contains("left_out_other_unit");
    assertThat(
            Lab.of("2024-01-05|LOINC:2345-7|100|?a", "2024-03-05|LOINC:2345-7|5.6|mmol/L")
                .answer("change", "LOINC:2345-7"))
        .isEqualTo("unit_not_comparable");
    for (var earlier : List.of("?a", "mmol/L")) {
      assertThat(
              Lab.of("2024-01-05|LOINC:2345-7|5|" + earlier, "2024-03-05|LOINC:2345-7|9|?a")
                  .answer("change", "LOINC:2345-7"))
          .isEqualTo("unit_not_understood");
    }
    assertThat(
            Lab.of("2024-01-05|LOINC:2345-7|5", "2024-03-05|LOINC:2345-7|9")
                .answer("change", "LOINC:2345-7"))
        .isEqualTo("unit_not_comparable");
    assertThat(
            Lab.of("2024-01-05|LOINC:3094-0|14|mg/dL", "2024-03-05|LOINC:3094-0|5|mmol/L")
                .answer("change", "LOINC:3094-0"))
        .isEqualTo("knowledge_not_confirmed");
  }

  @ParameterizedTest(name = "at {0} and {1}: {2}")
  @CsvSource({
    "2024-01-05, 2024-01-05, order_not_known",
    "2024-01, 2024-01-20, order_not_known",
    "2024-01-05, '', too_few_values",
    "day 1, day 40, found",
    "P40Y, P41Y2M, found",
    "P40Y, 2024-01-05, order_not_known",
    "2024-01-05T08:00:00Z, 2024-01-05T09:00:00Z, found"
  })
  void comparesOnlyWhatSurelyCameBefore(String first, String second, String answer) {
    var lab = Lab.of(first + "|LOINC:14682-9|75|umol/L", second + "|LOINC:14682-9|110|umol/L");
    var given = lab.answer("change", CREATININE);
    assertThat(given).isEqualTo(second.isEmpty() ? "order_not_known" : answer);
  }

  @Test
  void isSilentOutsideOfWhatTheFiguresHoldFor() {
    var crp = "LOINC:1988-5";
    assertThat(
            Lab.of("2024-01-05|" + crp + "|0.5|mg/L", "2024-03-05|" + crp + "|80|mg/L")
                .answer("change", crp))
        .isEqualTo("outside_validity");
    assertThat(
            Lab.of("2024-01-05|" + crp + "|0.5|mg/L", "2024-03-05|" + crp + "|2|mg/L")
                .answer("change", crp))
        .isEqualTo("found");
    assertThat(
            Lab.of("2024-01-05|" + crp + "|0.05|mg/dL", "2024-03-05|" + crp + "|1|mg/dL")
                .answer("change", crp))
        .isEqualTo("outside_validity");
  }

  @ParameterizedTest(name = "born {0}: {1}")
  @CsvSource({
    "1984-03-05, found",
    "2006-03-05, found",
    "2006-03-06, outside_validity",
    "2006, outside_validity",
    "2019, outside_validity"
  })
  void judgesNoChildByFiguresOfAdults(String born, String answer) {
    assertThat(two("75", "110").born(born).answer("change", CREATININE)).isEqualTo(answer);
    assertThat(two("75", "110").born(born).answer("own_range", CREATININE))
        .isEqualTo(answer.equals("found") ? "too_few_values" : answer);
    assertThat(two("75", "110").finding("change", CREATININE).why().toJson().pretty())
        .contains("age_not_known");
  }

  /// 20 analytes four times a year at two-sided 5 % give 4 false flags (`spec/course.md`, 2).
  @Test
  void saysHowManyFalseFlagsToExpect() {
    var lines = new ArrayList<String>();
    for (int analyte = 0; analyte < 20; analyte++) {
      for (var time :
          List.of("2023-12-31", "2024-03-01", "2024-06-01", "2024-09-01", "2024-12-01")) {
        lines.add(time + "|LOINC:14682-9|75|umol/L||specimen " + analyte);
      }
    }
    var summary = Lab.of(lines.toArray(String[]::new)).finding("summary", "laboratory");
    assertThat(Lab.details(summary))
        .containsEntry("looks", "count : 80")
        .containsEntry("features", "count : 1")
        .containsEntry("values", "count : 100")
        .containsEntry("change_excluded", "count : 20");
    assertThat(Lab.details(summary).get("expected_false_flags")).contains("value : 4");
  }

  /// A number or a limit of one; what was measured and gave neither is no value, as of the
  /// inventory.
  @Test
  void countsAsValuesWhatTheInventoryDoes() {
    var summary =
        Lab.of(
                "2024-01-05|LOINC:14682-9|75|umol/L",
                "2024-02-05|LOINC:14682-9|failed|umol/L",
                "2024-03-05|LOINC:14682-9|<3|umol/L")
            .finding("summary", "laboratory");
    assertThat(Lab.details(summary)).containsEntry("values", "count : 2");
  }

  @Test
  void aFlagAmongManyLooksIsNoAlert() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 30; i++) {
      lines.add("2024-01-05|LOINC:14682-9|75|umol/L||specimen " + i);
      lines.add("2024-03-05|LOINC:14682-9|" + (i == 0 ? 89 : 75) + "|umol/L||specimen " + i);
    }
    var finding = Lab.of(lines.toArray(String[]::new)).finding("change", CREATININE);
    assertThat(finding.state().code()).isEqualTo("excluded");
    lines.set(1, lines.get(1).replace("|89|", "|95|"));
    var flag = Lab.of(lines.toArray(String[]::new)).finding("change", CREATININE);
    assertThat(Lab.details(flag)).containsEntry("certainty", "word : flag");
    assertThat(flag.strength()).isEqualTo(new Strength(Strength.Level.WEAK, "own data"));
    assertThat(flag.advice()).isNull();
  }

  @Test
  void advisesToMeasureAgainWhereBothSayThatItIsOutside() {
    var lab = two("75", "110");
    var advice = lab.finding("interval", CREATININE).advice();
    assertThat(advice).isNotNull();
    if (advice != null) {
      assertThat(advice.verb()).isEqualTo(Advice.Verb.SETTLE);
      assertThat(advice.priority()).isEqualTo(Advice.Priority.GAP);
      assertThat(advice.code()).isEqualTo("confirm_change");
    }
    assertThat(lab.finding("interval", CREATININE).why().toJson().pretty())
        .contains("advice.tsv", "DOI:10.3109/10408368909106595");
    assertThat(two("110", "112").finding("interval", CREATININE).advice()).isNull();
    assertThat(two("60", "80").finding("interval", CREATININE).advice()).isNull();
  }

  @Test
  void listsWhatBeganMeanwhileAndBlamesNothing() {
    var lab =
        two("75", "110")
            .statement(Layer.THERAPY, "drug", "before", "2023-06-01")
            .statement(Layer.THERAPY, "drug", "cisplatin", "2024-02-01/2024-02-03")
            .statement(Layer.PHENOTYPE, "sign", "fever", "2024-03-01")
            .statement(Layer.EXPOSURE, "exposure", "sometime", "")
            .statement(Layer.EXPOSURE, "exposure", "after", "2024-04-01");
    var why = lab.finding("change", CREATININE).why().toJson().pretty();
    assertThat(why).contains("recorded_meanwhile", "\"cisplatin\"", "\"fever\"");
    assertThat(why).doesNotContain("\"before\"", "\"after\"", "\"sometime\"");
  }
}
