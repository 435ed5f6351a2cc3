package org.idiome.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysBetweenTest {
  /// The golden row of `spec/record.md` section 7 first.
  @ParameterizedTest(name = "{0} to {1}: {2} to {3}")
  @CsvSource({
    "2024-02-28, 2024-03-01, 2, 2",
    "2024-03-01, 2024-02-28, -2, -2",
    "2023-01, 2023-03, 29, 89",
    "2023, 2023, -364, 364",
    "2024-02-28T23:59, 2024-03-01T00:01, 2, 2",
    "P14D, P15D, 1, 1",
    "P6M, P14D, -200, -167"
  })
  void isARangeOfDays(String from, String to, long least, long most) {
    assertThat(DaysBetween.of(When.parse(from), When.parse(to)))
        .isEqualTo(new DaysBetween.Range(least, most));
  }

  @ParameterizedTest(name = "day {0} to day {1}: {2} to {3}")
  @CsvSource({"1, 5, 4, 4", "-1, 1, 1, 2", "1, -1, -2, -1", "-3, -1, 2, 2", "0, 1, 1, 1"})
  void aStudyMayOrMayNotHaveADay0(int from, int to, long least, long most) {
    assertThat(DaysBetween.of(new When.StudyDay(from), new When.StudyDay(to)))
        .isEqualTo(new DaysBetween.Range(least, most));
  }

  @Test
  void cannotBeSaidAcrossScalesOrWithoutAnEnd() {
    var cannot = new DaysBetween.CannotBeSaid();
    assertThat(DaysBetween.of(When.parse("2024"), new When.StudyDay(1))).isEqualTo(cannot);
    assertThat(DaysBetween.of(When.parse("2024"), When.parse("2025/"))).isEqualTo(cannot);
    assertThat(DaysBetween.of(When.notStated(), When.notStated())).isEqualTo(cannot);
  }
}
