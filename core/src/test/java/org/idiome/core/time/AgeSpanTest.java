package org.idiome.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeSpanTest {
  /// Every first of a month of a 400-year cycle, and the days that are cut to a month's length.
  private static final LocalDate FIRST = LocalDate.of(1700, 1, 1);

  @ParameterizedTest(name = "{0} is {1} to before {2} days")
  @CsvSource({
    "P1M, 28, 62",
    "P6M, 181, 215",
    "P14D, 14, 15",
    "P6M14D, 195, 199",
    "P2W, 14, 21",
    "P0D, 0, 1",
    "P1Y, 365, 731",
    "P4Y, 1460, 1827",
    "P100Y, 36524, 36891",
    "P400Y, 146097, 146463"
  })
  void coversARangeOfDays(String text, long fewest, long end) {
    var span = new AgeSpan(text);
    assertThat(span.fewestDays()).isEqualTo(fewest);
    assertThat(span.endDays()).isEqualTo(end);
  }

  @Test
  void monthsHoldTheDaysThatSomeBirthDateGivesThem() {
    for (int months : new int[] {1, 2, 3, 6, 11, 12, 13, 47, 48, 96, 1200, 4799, 4800, 5000}) {
      long fewest = Long.MAX_VALUE;
      long most = 0;
      for (var birth = FIRST; birth.getYear() < 2100; birth = birth.plusDays(1)) {
        long days = birth.plusMonths(months).toEpochDay() - birth.toEpochDay();
        fewest = Math.min(fewest, days);
        most = Math.max(most, days);
      }
      assertThat(MonthDays.fewest(months)).as("%d months", months).isEqualTo(fewest);
      assertThat(MonthDays.most(months)).as("%d months", months).isEqualTo(most);
    }
  }

  @Test
  void holdsEveryDayOnWhichAPersonHasThatAge() {
    Cases.check(
        "a day on which one is n months old lies in the range of PnM",
        made -> {
          var birth = FIRST.plusDays(made.between(0, 146_096));
          int months = made.between(0, 1500);
          var text = made.coin() ? "P" + months + "M" : "P" + months / 12 + "Y" + months % 12 + "M";
          var span = new AgeSpan(text);
          var reached = span.reachedBy(birth);
          var next = birth.plusMonths(months + 1L);
          long born = birth.toEpochDay();
          assertThat(reached.toEpochDay() - born).isGreaterThanOrEqualTo(span.fewestDays());
          assertThat(next.toEpochDay() - 1 - born).isLessThan(span.endDays());
        });
  }

  @Test
  void isReachedByCalendarArithmetic() {
    var birth = LocalDate.of(2024, 1, 31);
    assertThat(new AgeSpan("P1M").reachedBy(birth)).isEqualTo("2024-02-29");
    assertThat(new AgeSpan("P6M14D").reachedBy(birth)).isEqualTo("2024-08-14");
    assertThat(new AgeSpan("P2W1D").reachedBy(birth)).isEqualTo("2024-02-15");
    assertThat(new AgeSpan("P1Y").reachedBy(LocalDate.of(2000, 2, 29))).isEqualTo("2001-02-28");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "6M", "P6", "P6M ", "PT1H", "P6MT1H", "P99999Y", "-P6M", "P١Y"})
  void refusesWhatIsNoAge(String text) {
    assertThatThrownBy(() -> new AgeSpan(text)).isInstanceOf(DateTimeException.class);
  }
}
