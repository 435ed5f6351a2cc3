package org.idiome.care.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import org.idiome.care.laboratory.Span.Side;
import org.idiome.core.presence.Absence;
import org.idiome.core.quantity.Magnitude;
import org.idiome.testkit.Cases;
import org.idiome.testkit.Made;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
  /// What a censored value says against the band from 2 to 5.
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "=, 1.9, BELOW",
    "=, 2, WITHIN",
    "=, 5, WITHIN",
    "=, 5.1, ABOVE",
    "<, 2, BELOW",
    "<=, 2, CANNOT_BE_SAID",
    "<, 2.1, CANNOT_BE_SAID",
    "<, 6, CANNOT_BE_SAID",
    ">, 5, ABOVE",
    ">=, 5, CANNOT_BE_SAID",
    ">, 4, CANNOT_BE_SAID",
    ">, 1, CANNOT_BE_SAID"
  })
  void saysOnWhichSideAValueLies(String sign, double number, Side side) {
    var magnitude =
        switch (sign) {
          case "<" -> new Magnitude.Below(number, false);
          case "<=" -> new Magnitude.Below(number, true);
          case ">" -> new Magnitude.Above(number, false);
          case ">=" -> new Magnitude.Above(number, true);
          default -> new Magnitude.Exact(number);
        };
    assertThat(span(magnitude).against(2, 5)).isEqualTo(side);
  }

  private static Span span(Magnitude magnitude) {
    var span = Span.of(magnitude, 0);
    assertThat(span).isNotNull();
    return span == null ? Span.of(0) : span;
  }

  @Test
  void aValueBelowALimitIsWithinABandThatBeginsAtItsFloor() {
    assertThat(span(new Magnitude.Below(0.3, false)).against(0, 5)).isEqualTo(Side.WITHIN);
    var unbounded = Span.of(new Magnitude.Below(0.3, false), Double.NEGATIVE_INFINITY);
    assertThat(unbounded).isNotNull();
    if (unbounded != null) {
      assertThat(unbounded.against(0, 5)).isEqualTo(Side.CANNOT_BE_SAID);
    }
    assertThat(Span.of(new Magnitude.Missing(Absence.FAILED), 0)).isNull();
  }

  @Test
  void whatIsSaidOfASpanHoldsForEveryValueInIt() {
    Cases.check(
        "the side of a quotient of spans is that of any quotient of values in them",
        made -> {
          var first = made(made);
          var second = made(made);
          var side = first.dividedBy(second).against(0.8, 1.25);
          double x = inside(made, first);
          double y = inside(made, second);
          if (side != Side.CANNOT_BE_SAID) {
            assertThat(Span.of(x / y).against(0.8, 1.25)).isEqualTo(side);
          }
        });
  }

  @Test
  void joiningHoldsBoth() {
    Cases.check(
        "the side of a joined span is that of both",
        made -> {
          var first = made(made);
          var second = made(made);
          var side = first.and(second).against(2, 5);
          if (side != Side.CANNOT_BE_SAID) {
            assertThat(first.against(2, 5)).isEqualTo(side);
            assertThat(second.against(2, 5)).isEqualTo(side);
          }
        });
  }

  private static Span made(Made made) {
    double number = made.between(1, 40) / 8.0;
    return span(
        switch (made.between(0, 2)) {
          case 0 -> new Magnitude.Exact(number);
          case 1 -> new Magnitude.Below(number, made.coin());
          default -> new Magnitude.Above(number, made.coin());
        });
  }

  private static double inside(Made made, Span span) {
    double low = span.low();
    double high = Math.min(span.high(), low + 10);
    double value = low + (high - low) * made.between(0.01, 0.99);
    return Math.max(value, 1e-9);
  }
}
