package org.idiome.care.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Strength;
import org.idiome.core.finding.Value;
import org.idiome.core.quantity.Magnitude;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnRangeQuestionTest {
  private static final String CREATININE = "LOINC:14682-9";

  private static Lab series(String... values) {
    var lines = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      lines[i] = "20" + (10 + i) + "-01-05|LOINC:14682-9|" + values[i] + "|umol/L|||enzymatic";
    }
    return Lab.of(lines);
  }

  private static double number(Finding finding, String name) {
    var details =
        finding.state() instanceof State.Excluded excluded
            ? excluded.limit()
            : ((State.Found) finding.state()).possibilities().getFirst();
    return details.get(name) instanceof Value.Measured measured
            && measured.amount().magnitude() instanceof Magnitude.Exact exact
        ? exact.value()
        : Double.NaN;
  }

  /// The mean is that of the golden series; the interval is wider than its 71.7 to 87.0, since the
  /// laboratory's own analytical variation is not known and half of the variation within subjects
  /// is assumed: 79.33 × (1 ± 1.96 · sqrt(7/6) · sqrt(0.044² + 0.022²)), worked out by hand.
  @Test
  void excludesAValueWithinTheIntervalOfTheEarlierOnes() {
    var finding = series("78", "82", "75", "80", "77", "84", "85").finding("own_range", CREATININE);
    assertThat(finding.state().code()).isEqualTo("excluded");
    assertThat(number(finding, "own_mean")).isCloseTo(79.33333333, within(1e-8));
    assertThat(number(finding, "own_low")).isCloseTo(71.07118759, within(1e-8));
    assertThat(number(finding, "own_high")).isCloseTo(87.59547907, within(1e-8));
    assertThat(finding.strength()).isEqualTo(new Strength(Strength.Level.MODERATE, "own data"));
    assertThat(finding.why().toJson().pretty())
        .contains("\"claim\": \"within_own_range\"", "own_range_z", "\"trend_z\"")
        .contains("DOI:10.1093/clinchem/hvaa233");
  }

  @Test
  void findsAValueOutside() {
    var finding = series("78", "82", "75", "80", "77", "84", "95").finding("own_range", CREATININE);
    assertThat(finding.state().code()).isEqualTo("found");
    assertThat(Lab.details(finding)).containsEntry("direction", "word : above");
    var below = series("78", "82", "75", "<60").finding("own_range", CREATININE);
    assertThat(Lab.details(below)).containsEntry("direction", "word : below");
    assertThat(below.strength()).isEqualTo(new Strength(Strength.Level.WEAK, "own data"));
    assertThat(below.why().toJson().pretty()).contains("trend_not_excluded");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "78 82 75; too_few_values",
        "78 82 <75 80; value_censored",
        "78 82 75 <80; value_censored",
        "60 64 68 72 76 80 84; no_steady_state",
        "78 82 75 -1; outside_validity",
        "78 82 failed 80 81; excluded",
        "78 failed failed 80 81; too_few_values"
      })
  void assessesNothingWhereItsConditionsFail(String values, String answer) {
    assertThat(series(values.split(" ")).answer("own_range", CREATININE)).isEqualTo(answer);
  }

  @Test
  void threeValuesOfOneDayAreNoSteadyState() {
    var lab =
        Lab.of(
            "2024-01-05|LOINC:14682-9|75|umol/L",
            "2024-01-05|LOINC:14682-9|76|umol/L",
            "2024-01-05|LOINC:14682-9|77|umol/L",
            "2024-03-05|LOINC:14682-9|77|umol/L");
    assertThat(lab.answer("own_range", CREATININE)).isEqualTo("too_few_values");
    assertThat(lab.answer("change", CREATININE)).isEqualTo("excluded");
  }

  @Test
  void usesTheLatestValuesOfALongSeries() {
    var values = new String[61];
    for (int i = 0; i < 60; i++) {
      values[i] = i < 9 ? "200" : Integer.toString(78 + i % 3);
    }
    values[60] = "79";
    var finding = series(values).finding("own_range", CREATININE);
    assertThat(finding.state().code()).isEqualTo("excluded");
    assertThat(Lab.details(finding)).containsEntry("earlier_values", "count : 50");
  }
}
