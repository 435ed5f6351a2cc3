package org.idiome.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Strength;
import org.idiome.core.finding.Value;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is worth a look stands in the order of how far it lies outside of its interval.
class FarthestTest {
  private static final Unit UNIT = Unit.ucum("mmol/L");

  private static Finding finding(String name, String claim, Details details, Strength.Level level) {
    return new Finding(
        new FindingKey("laboratory", "interval", name, FindingKey.WHOLE_PERSON),
        List.of(),
        Coded.of(name),
        State.found(details),
        new Strength(level, null),
        null,
        new Explanation.Claim(claim, Details.NONE, List.of()),
        "1");
  }

  private static Value of(double number) {
    return new Value.Measured(new Amount(new Magnitude.Exact(number), UNIT));
  }

  private static Finding outside(
      String name, Value value, @Nullable Double low, @Nullable Double high, String side) {
    var details = Details.NONE.with("value", value);
    details = low == null ? details : details.with("reference_low", of(low));
    details = high == null ? details : details.with("reference_high", of(high));
    return finding(
        name, "outside_interval", details.word("direction", side), Strength.Level.MODERATE);
  }

  private static List<String> order(Finding... findings) {
    return Farthest.sorted(List.of(findings)).stream().map(one -> one.subject().id()).toList();
  }

  /// 0.1, 3 and 1 widths.
  @Test
  void theFarthestInWidthsOfTheIntervalIsFirst() {
    assertThat(
            order(
                outside("near", of(5.26), 3.5, 5.1, "above"),
                outside("far", of(9.9), 3.5, 5.1, "above"),
                outside("low", of(1.9), 3.5, 5.1, "below")))
        .containsExactly("far", "low", "near");
  }

  /// Twice a limit that stands alone lies once that limit outside; below 1 of 2 at least half.
  @Test
  void oneEndAloneIsItsOwnMeasureAndACensoredValueCountsAtLeast() {
    var below = new Value.Measured(new Amount(new Magnitude.Below(1, false), UNIT));
    var above = new Value.Measured(new Amount(new Magnitude.Above(50, true), UNIT));
    assertThat(
            order(
                outside("half", below, 2.0, null, "below"),
                outside("once", of(10), null, 5.0, "above"),
                outside("nine", above, null, 5.0, "above")))
        .containsExactly("nine", "once", "half");
  }

  /// What has no such measure is not ranked as if it lay near: behind those that have, as it stood.
  @Test
  void whatCannotBeMeasuredStandsBehindAndAllElseByItsStrength() {
    var unit = new Value.Measured(new Amount(new Magnitude.Exact(99), Unit.ucum("g/L")));
    assertThat(
            order(
                finding("weak", "changed", Details.NONE, Strength.Level.WEAK),
                finding("strong", "changed", Details.NONE, Strength.Level.STRONG),
                outside("other unit", unit, 3.5, 5.1, "above"),
                outside("no width", of(9), 5.0, 5.0, "above"),
                outside("measured", of(5.2), 3.5, 5.1, "above")))
        .containsExactly("measured", "other unit", "no width", "strong", "weak");
  }
}
