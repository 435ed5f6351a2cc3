package org.idiome.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import org.idiome.core.time.AgeAt.LeapBirthday;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeAtTest {
  /// The golden rows of `spec/record.md` section 7 first.
  @ParameterizedTest(name = "born {0}, at {1}, {2}: {3} to {4}")
  @CsvSource({
    "1961, 2023-03-20, FEBRUARY_28, 61, 62",
    "1961-05-14, 2023-03-20, FEBRUARY_28, 61, 61",
    "2000-02-29, 2023-02-28, FEBRUARY_28, 23, 23",
    "2000-02-29, 2023-02-28, MARCH_1, 22, 22",
    "2000-02-29, 2023-03-01, MARCH_1, 23, 23",
    "2000-02-29, 2024-02-28, FEBRUARY_28, 23, 23",
    "2000-02-29, 2024-02-29, MARCH_1, 24, 24",
    "1961-05-14, 2023-05-14, MARCH_1, 62, 62",
    "1961-05, 2023-05-14, MARCH_1, 61, 62",
    "1961-05, 2023-05-31, MARCH_1, 62, 62",
    "1961, 2023, MARCH_1, 61, 62",
    "2023, 2023-05, MARCH_1, 0, 0",
    "1961-05-14, 2023-03-20T23:30-11:00, MARCH_1, 61, 61",
    "1961-05-14, 2023-03-20/2023-06-01, MARCH_1, 61, 62",
    "1961, P61Y, MARCH_1, 61, 61",
    "1961, P61Y11M, MARCH_1, 61, 61",
    "1961, P730D, MARCH_1, 1, 2",
    "1961, P731D, MARCH_1, 2, 2",
    "1961, P11M30D, MARCH_1, 0, 1",
    "1961, P1Y/P2Y, MARCH_1, 1, 2",
    "1961, P2Y/P23M, MARCH_1, 1, 2"
  })
  void isARangeOfCompletedYears(String born, String at, LeapBirthday leap, int least, int most) {
    var age = AgeAt.of(When.parse(born), When.parse(at), leap);
    assertThat(age).isEqualTo(new AgeAt.Years(least, most));
    assertThat(new AgeAt.Years(least, most).isCertain()).isEqualTo(least == most);
  }

  @ParameterizedTest(name = "born {0}, at {1}: {2}")
  @CsvSource({
    "2023-06-01, 2023-05, BEFORE_BIRTH",
    "2024, 2023, BEFORE_BIRTH",
    "P1Y, 2023, BIRTH_NOT_DATED",
    "1961/, 2023, BIRTH_NOT_DATED",
    "1961, 2023/, TIME_NOT_DATED",
    "1961, P61Y/, TIME_NOT_DATED"
  })
  void saysWhyItCannotBeSaid(String born, String at, AgeAt.Why why) {
    assertThat(AgeAt.of(When.parse(born), When.parse(at), LeapBirthday.MARCH_1))
        .isEqualTo(new AgeAt.CannotBeSaid(why));
  }

  @Test
  void hasNoAgeOffTheCalendar() {
    var born = When.parse("1961");
    var leap = LeapBirthday.MARCH_1;
    assertThat(AgeAt.of(born, When.notStated(), leap))
        .isEqualTo(new AgeAt.CannotBeSaid(AgeAt.Why.TIME_NOT_DATED));
    assertThat(AgeAt.of(born, new When.StudyDay(5), leap))
        .isEqualTo(new AgeAt.CannotBeSaid(AgeAt.Why.TIME_NOT_DATED));
    assertThat(AgeAt.of(When.notStated(), When.parse("2023"), leap))
        .isEqualTo(new AgeAt.CannotBeSaid(AgeAt.Why.BIRTH_NOT_DATED));
    assertThat(AgeAt.of(born, new When.GestationalAge(33, 2), leap))
        .isEqualTo(new AgeAt.CannotBeSaid(AgeAt.Why.BEFORE_BIRTH));
    assertThatThrownBy(() -> new AgeAt.Years(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void holdsTheAgeOfEveryPossibleBirth() {
    Cases.check(
        "the age of one born on a day of the month lies in the range of the month",
        made -> {
          var birth = LocalDate.of(1896, 1, 1).plusDays(made.between(0, 40_000));
          var at = birth.plusDays(made.between(0, 40_000));
          int years = Period.between(birth, at).getYears();
          boolean isLeapDay = birth.getMonthValue() == 2 && birth.getDayOfMonth() == 29;
          if (!isLeapDay) {
            assertThat(AgeAt.of(new When.Day(birth), new When.Day(at), LeapBirthday.MARCH_1))
                .isEqualTo(new AgeAt.Years(years, years));
          }
          var month = When.parse(birth.toString().substring(0, 7));
          var coarse = AgeAt.of(month, new When.Year(at.getYear()), LeapBirthday.MARCH_1);
          assertThat(coarse).isInstanceOf(AgeAt.Years.class);
          if (coarse instanceof AgeAt.Years range) {
            assertThat(years).isBetween(range.least(), range.most());
          }
        });
  }
}
