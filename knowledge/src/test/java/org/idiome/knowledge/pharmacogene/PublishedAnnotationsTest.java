package org.idiome.knowledge.pharmacogene;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.knowledge.table.Published;
import org.junit.jupiter.api.Test;

/// Holds the codes and numbers of the steps to what the publisher says beside the sentences that
/// they were read from: its flags, and the figures and names that occur in them.
class PublishedAnnotationsTest {
  private static final Set<AdviceStep.Action> DOSE =
      EnumSet.of(
          AdviceStep.Action.LOWER_DOSE,
          AdviceStep.Action.RAISE_DOSE,
          AdviceStep.Action.LIMIT_DOSE,
          AdviceStep.Action.TITRATE,
          AdviceStep.Action.TITRATE_SLOWLY);

  private static final Set<AdviceStep.Action> OTHER_DRUG =
      EnumSet.of(AdviceStep.Action.AVOID, AdviceStep.Action.ALTERNATIVE);

  /// Recommendations whose flags do not fit their own sentence.
  private static final Map<String, String> FLAGS_MISS =
      Map.of(
          "PA166298807", "says to titrate by the concentration, no flag for dosing",
          "PA166299235", "says to adjust the initial dose; PA166299172 of the same words has it",
          "PA166299208", "offers to double the dose, no flag for dosing",
          "PA166299175", "says or avoid; PA166299238 of the same words has the flag",
          "PA166299174", "says or avoid; PA166299239 of the same words has the flag");

  private static Map<String, Published.Node> published() {
    var byId = new TreeMap<String, Published.Node>();
    for (var guideline : Published.json("pgx/guidelines/guidelines_2024-04.json.gz").elements()) {
      for (var one : guideline.at("recommendations").elements()) {
        byId.put(one.at("id").text(), one);
      }
    }
    return byId;
  }

  private static List<Recommendation> ours() {
    var known = StarterKnowledge.shipped().pharmacogenes();
    return known.drugs().all().stream()
        .flatMap(drug -> known.recommendations(drug).stream())
        .toList();
  }

  @Test
  void asksForAnotherDoseOrDrugWhereThePublisherFlagsIt() {
    var published = published();
    var differing = new TreeSet<String>();
    for (var one : ours()) {
      var flags = requireNonNull(published.get(one.id().local()));
      var actions = EnumSet.noneOf(AdviceStep.Action.class);
      one.steps().forEach(step -> actions.add(step.action()));
      boolean isDose = actions.stream().anyMatch(DOSE::contains);
      boolean isOtherDrug = actions.stream().anyMatch(OTHER_DRUG::contains);
      if (!flags.at("dosingInformation").text().equals(Boolean.toString(isDose))
          || !flags.at("alternateDrugAvailable").text().equals(Boolean.toString(isOtherDrug))) {
        differing.add(one.id().local());
      }
    }
    assertThat(differing).isEqualTo(new TreeSet<>(FLAGS_MISS.keySet()));
  }

  @Test
  void namesNoDrugAndNoDoseThatTheSentenceDoesNotHave() {
    var published = published();
    for (var one : ours()) {
      var sentence = requireNonNull(published.get(one.id().local()));
      var text = sentence.at("text").at("html").text().toLowerCase(Locale.ROOT);
      for (var step : one.steps()) {
        for (var agent : step.agents()) {
          assertThat(text).as("%s", step.row().text()).contains(agent.toLowerCase(Locale.ROOT));
        }
        var dose = step.doseMgPerDay();
        if (dose != null) {
          assertThat(text)
              .as("%s", step.row().text())
              .containsPattern("(?<![\\d.])" + Pattern.quote(dose.toPlainString()) + " ?mg");
        }
      }
    }
  }

  @Test
  void givesPercentagesOfTheStandardDoseAsTheSentenceMeansThem() {
    // 50 % less is 50 %, less than 25 % is 0 to 25 %, doubled is 200 %, n-fold is n times 100 %.
    var meant =
        Map.ofEntries(
            Map.entry("50 50", "50 ?%"),
            Map.entry("0 50", "&gt;50%"),
            Map.entry("0 25", "&lt;25%"),
            Map.entry("75 75", "75%"),
            Map.entry("150 150", "1\\.5x"),
            Map.entry("150 200", "50-100%"),
            Map.entry("200 200", "(by 100%|double)"),
            Map.entry("300 300", "3-fold"),
            Map.entry("400 400", "4-fold"),
            Map.entry("500 500", "5-fold"));
    var published = published();
    for (var one : ours()) {
      var sentence = requireNonNull(published.get(one.id().local()));
      for (var step : one.steps()) {
        if (step.dosePercentFrom() != null) {
          var words = meant.get(step.dosePercentFrom() + " " + step.dosePercentTo());
          assertThat(words).as("%s", step.row().text()).isNotNull();
          assertThat(sentence.at("text").at("html").text())
              .as("%s", step.row().text())
              .containsPattern(words);
        }
      }
    }
  }
}
