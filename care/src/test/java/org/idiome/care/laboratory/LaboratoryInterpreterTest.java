package org.idiome.care.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.idiome.core.observation.Layer;
import org.idiome.core.run.Run;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.api.util.DefaultTimeZone;

class LaboratoryInterpreterTest {
  private static final List<String> LINES =
      List.of(
          "2024-01-05|LOINC:14682-9|75|umol/L|45..84",
          "2024-02-05|LOINC:14682-9|78|umol/L|45..84",
          "2024-03-05|LOINC:14682-9|74|umol/L|45..84",
          "2024-04-05|LOINC:14682-9|110.5|umol/L|45..84",
          "2024-01-05|LOINC:14749-6|5|mmol/L|3.9..5.6",
          "2024-03-05|LOINC:14749-6|<9|mmol/L|3.9..5.6",
          "2024-03-05|i|1|?İ",
          "2024-03-05|I|failed",
          "2024-03|physiology LOINC:29463-7|80|kg");

  private static Run run(List<String> lines) {
    return Lab.of(lines.toArray(String[]::new)).run();
  }

  @Test
  void answersEveryQuestionOfEveryFeatureOnce() {
    var run = run(LINES);
    assertThat(run.findings().stream().map(finding -> finding.key().text()))
        .containsExactly(
            "laboratory|change|I|.",
            "laboratory|change|LOINC:14682-9|.",
            "laboratory|change|LOINC:14749-6|.",
            "laboratory|change|LOINC:29463-7|physiology/.",
            "laboratory|change|i|.",
            "laboratory|interval|I|.",
            "laboratory|interval|LOINC:14682-9|.",
            "laboratory|interval|LOINC:14749-6|.",
            "laboratory|interval|LOINC:29463-7|physiology/.",
            "laboratory|interval|i|.",
            "laboratory|own_range|I|.",
            "laboratory|own_range|LOINC:14682-9|.",
            "laboratory|own_range|LOINC:14749-6|.",
            "laboratory|own_range|LOINC:29463-7|physiology/.",
            "laboratory|own_range|i|.",
            "laboratory|summary|laboratory|.",
            "laboratory|summary|physiology|.");
  }

  @Test
  void saysThatThereIsNothingToJudge() {
    var lab = Lab.of().statement(Layer.PHENOTYPE, "sex", "female", "");
    assertThat(lab.answer("summary", "laboratory")).isEqualTo("no_data");
    assertThat(lab.answer("summary", "physiology")).isEqualTo("no_data");
    assertThat(lab.run().findings()).hasSize(2);
  }

  @Test
  void findsTheSameWhateverTheOrderOfTheRows() {
    var shuffled = new ArrayList<>(LINES);
    Collections.shuffle(shuffled, new Random(7));
    var states = states(run(LINES));
    assertThat(states(run(shuffled))).isEqualTo(states);
  }

  private static List<String> states(Run run) {
    return run.findings().stream()
        .map(one -> one.key().text() + one.state().toJson().pretty() + one.strength())
        .toList();
  }

  @Test
  @DefaultLocale("tr-TR")
  @DefaultTimeZone("Asia/Kathmandu")
  void findsTheSameInTurkeyAndNepal() {
    var there = run(LINES).findingsDigest();
    Locale.setDefault(Locale.ROOT);
    assertThat(run(LINES).findingsDigest()).isEqualTo(there);
  }

  @Test
  void thousandsOfUnknownFeaturesShareOneAnswer() {
    var lines = new ArrayList<>(LINES);
    for (int i = 0; i < 1200; i++) {
      lines.add("2024-01-05|feature " + i + "|" + (i % 7 == 0 ? "failed" : "5") + "|1");
      lines.add("2024-01-06|feature " + i + "|" + (i % 7 == 0 ? "failed" : "6") + "|1");
    }
    var run = run(lines);
    // `i` and `I` join the 1,200.
    assertThat(run.findings()).hasSize(17 - 6 + 6);
    for (var kind : List.of("interval", "change", "own_range")) {
      assertThat(Lab.details(Lab.find(run, kind, "features_without_knowledge")))
          .containsEntry("pooled", "count : 1029");
      var without = Lab.find(run, kind, "features_without_value");
      assertThat(Lab.details(without)).containsEntry("pooled", "count : 173");
      assertThat(without.state().toJson().pretty()).contains("no_value");
    }
    assertThat(Lab.details(Lab.find(run, "summary", "laboratory")))
        .containsEntry("pooled", "count : 1202");
  }

  @Test
  void namesItsRuleTablesForTheRun() {
    var tables = run(LINES).inputs().software().ruleTables();
    assertThat(tables.keySet())
        .filteredOn(name -> name.startsWith("laboratory/"))
        .containsExactly(
            "laboratory/advice",
            "laboratory/specimens",
            "laboratory/strengths",
            "laboratory/thresholds");
  }

  @Test
  void worksOnTheStarterKnowledge() {
    var run = Lab.of(LINES.toArray(String[]::new)).run(StarterKnowledge.shipped());
    assertThat(Lab.find(run, "change", "LOINC:14682-9").state().code()).isEqualTo("found");
    assertThat(Lab.find(run, "own_range", "LOINC:14682-9").state().code()).isEqualTo("found");
  }
}
