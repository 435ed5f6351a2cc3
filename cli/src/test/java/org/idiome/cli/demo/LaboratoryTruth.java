package org.idiome.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.idiome.cli.demo.PlantedTruthTest.Planted;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Quantity;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Rows of `laboratory`: the latest value, what it was compared with, and by what limits.
final class LaboratoryTruth {
  private static final Map<String, Long> IN_WORDS = Map.of("nine", 9L, "fourteen", 14L);
  private static final String NUMBER = "([-+]?[\\d.]+)";

  private final Told told;
  private final Planted planted;
  private final String code;
  private final Finding finding;
  private final Details answer;

  private LaboratoryTruth(Told told, Planted planted) {
    this.told = told;
    this.planted = planted;
    var subject = planted.fields().get(3).split(" ", 2);
    this.code = subject[0];
    this.finding = told.finding("laboratory", planted.fields().get(2), code);
    // The file may say more than the analyte, such as how it was measured.
    assertThat(finding.subject().label()).startsWith(subject[1]);
    this.answer = Told.answer(finding);
  }

  /// Compares a row; answers with the finding that its rows must be cited by.
  static Finding compare(Told told, Planted planted) {
    var truth = new LaboratoryTruth(told, planted);
    truth.compare();
    return truth.finding;
  }

  private void compare() {
    new Clauses(planted.fields().get(5))
        .like(NUMBER + " (?!before)(\\S+)", this::value)
        .like(NUMBER + " (\\S+) (above|below) " + NUMBER, this::outside)
        .like(NUMBER + " (\\S+) within " + NUMBER + " to " + NUMBER, this::withinInterval)
        .like(NUMBER + " (\\S+) not above " + NUMBER, this::notAbove)
        .like(
            NUMBER
                + " (\\S+) (above|below|within) "
                + NUMBER
                + " to "
                + NUMBER
                + ", mean "
                + NUMBER
                + " of (\\d+)",
            this::ownRange)
        .like(
            "(below )?" + NUMBER + " to " + NUMBER + " (\\S+)(?:, " + NUMBER + " %)?", this::change)
        .like("limits " + NUMBER + " % and " + NUMBER + " %", this::limits)
        .like("p " + NUMBER, said -> Clauses.holds(chance(), said.group(1)))
        .like("(\\w+) months old on (\\S+)", this::age)
        .like(NUMBER + " before", said -> Clauses.holds(earlier(1), said.group(1)))
        .like(NUMBER + " (\\w+) months before", this::monthsBefore)
        .like("until (\\S+) in (\\S+)", this::untilInUnit)
        .like("(\\d+) earlier values by another method left out", this::leftOut)
        .end();
  }

  private void value(MatchResult said) {
    Clauses.holds(exact(answer, "value"), said.group(1));
    assertThat(amount(answer, "value").unit().text()).isEqualTo(said.group(2));
  }

  private void outside(MatchResult said) {
    value(said);
    assertThat(answer.get("direction")).isEqualTo(new Value.Word(said.group(3)));
    var end = said.group(3).equals("above") ? "reference_high" : "reference_low";
    Clauses.holds(exact(answer, end), said.group(4));
  }

  private void withinInterval(MatchResult said) {
    value(said);
    Clauses.holds(exact(answer, "reference_low"), said.group(3));
    Clauses.holds(exact(answer, "reference_high"), said.group(4));
  }

  private void notAbove(MatchResult said) {
    value(said);
    assertThat(answer.get("reference_low")).isNull();
    Clauses.holds(exact(answer, "reference_high"), said.group(3));
  }

  private void ownRange(MatchResult said) {
    value(said);
    if (!said.group(3).equals("within")) {
      assertThat(answer.get("direction")).isEqualTo(new Value.Word(said.group(3)));
    }
    Clauses.holds(exact(answer, "own_low"), said.group(4));
    Clauses.holds(exact(answer, "own_high"), said.group(5));
    Clauses.holds(exact(answer, "own_mean"), said.group(6));
    assertThat(answer.get("earlier_values"))
        .isEqualTo(new Value.Count(Long.parseLong(said.group(7))));
  }

  /// The value before stands in an answer; of a change that was not assessed, in the record.
  private void change(MatchResult said) {
    Clauses.holds(exact(answer, "value"), said.group(3));
    assertThat(amount(answer, "value").unit().text()).isEqualTo(said.group(4));
    var before = series().get(series().size() - 2).amount();
    if (said.group(1) != null) {
      assertThat(before.magnitude())
          .isEqualTo(new Magnitude.Below(Double.parseDouble(said.group(2)), false));
    } else {
      Clauses.holds(exact(before), said.group(2));
    }
    if (said.group(5) != null) {
      assertThat(amount(answer, "previous_value")).isEqualTo(before);
      Clauses.holds(exact(answer, "change"), said.group(5));
    }
  }

  private void limits(MatchResult said) {
    Clauses.holds(exact(answer, "limit_down"), said.group(1));
    Clauses.holds(exact(answer, "limit_up"), said.group(2));
  }

  /// The two-sided chance of a change as large as this one, by the limits that the finding states:
  /// they lie 1.96 standard deviations of the logarithm away.
  private double chance() {
    double deviation = StrictMath.log1p(exact(answer, "limit_up") / 100) / 1.959963984540054;
    double ratio = exact(answer, "value") / exact(answer, "previous_value");
    double z = Math.abs(StrictMath.log(ratio)) / deviation;
    double step = 1e-4;
    double tail = 0;
    for (double x = z; x < z + 12; x += step) {
      double middle = x + step / 2;
      tail += StrictMath.exp(-middle * middle / 2) * step;
    }
    return 2 * tail / StrictMath.sqrt(2 * Math.PI);
  }

  private void age(MatchResult said) {
    assertThat(told.profile().at().text()).isEqualTo(said.group(2));
    assertThat(months(time(answer), told.profile().at())).isEqualTo(IN_WORDS.get(said.group(1)));
  }

  private void monthsBefore(MatchResult said) {
    var months = IN_WORDS.get(said.group(2));
    assertThat(series())
        .anySatisfy(one -> {
          Clauses.holds(exact(one.amount()), said.group(1));
          assertThat(months(one.when(), time(answer))).isEqualTo(months);
        });
  }

  private void untilInUnit(MatchResult said) {
    for (var one : series()) {
      boolean isOld = one.when().text().compareTo(said.group(1)) <= 0;
      assertThat(one.amount().unit().text().equals(said.group(2))).isEqualTo(isOld);
    }
  }

  private void leftOut(MatchResult said) {
    assertThat(Told.nodes(finding))
        .anySatisfy(node ->
            assertThat(node)
                .isInstanceOfSatisfying(
                    Explanation.Note.class,
                    note -> {
                      assertThat(note.code()).isEqualTo("left_out_other_method");
                      assertThat(note.details().get("count"))
                          .isEqualTo(new Value.Count(Long.parseLong(said.group(1))));
                    }));
  }

  /// All values of the feature, by time.
  private List<Quantity> series() {
    var series = new ArrayList<Quantity>();
    for (var layer : List.of(Layer.LABORATORY, Layer.PHYSIOLOGY)) {
      var columns = told.profile().quantities(layer);
      for (int row = 0; row < columns.size(); row++) {
        if (columns.feature(row).id().equals(code)) {
          series.add(columns.quantity(row));
        }
      }
    }
    return series;
  }

  private double earlier(int back) {
    return exact(series().get(series().size() - 1 - back).amount());
  }

  private static long months(When from, When to) {
    return ChronoUnit.MONTHS.between(month(from), month(to));
  }

  private static YearMonth month(When when) {
    return YearMonth.from(((When.Day) when).date());
  }

  private static When time(Details details) {
    return ((Value.Time) present(details, "time")).when();
  }

  private static double exact(Details details, String name) {
    return exact(amount(details, name));
  }

  private static double exact(Amount amount) {
    return ((Magnitude.Exact) amount.magnitude()).value();
  }

  private static Amount amount(Details details, String name) {
    return ((Value.Measured) present(details, name)).amount();
  }

  private static Value present(Details details, String name) {
    @Nullable Value value = details.get(name);
    if (value == null) {
      throw new AssertionError("the finding does not say " + name + ": " + details);
    }
    return value;
  }
}
