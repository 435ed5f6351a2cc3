package org.idiome.store.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.time.AgeSpan;
import org.idiome.core.time.When;
import org.junit.jupiter.api.Test;

/// A time that was written is read back whole.
class TimeTextTest {
  private static final List<When> TIMES =
      List.of(
          new When.Moment(OffsetDateTime.parse("2024-03-05T06:07:08.123456789+05:45"), 9),
          new When.Moment(OffsetDateTime.parse("2024-03-05T06:07:08.12+05:45"), 4),
          new When.Moment(OffsetDateTime.parse("2024-03-05T00:00:00Z"), 0),
          new When.Moment(OffsetDateTime.parse("2024-03-05T00:00:00Z"), null),
          new When.LocalMoment(LocalDateTime.parse("1999-12-31T23:59:59"), 0),
          new When.LocalMoment(LocalDateTime.parse("1999-12-31T23:59:00"), null),
          new When.Day(LocalDate.parse("2024-02-29")),
          new When.Month(YearMonth.parse("2024-03")),
          new When.Year(1961),
          new When.Age(new AgeSpan("P3Y2M1W4D")),
          new When.GestationalAge(33, 2),
          new When.GestationalAge(33, null),
          new When.StudyDay(-3),
          new When.StudyDay(186),
          new When.OnsetClass(new Coded("HP:0003577", "Congenital onset")),
          new When.OnsetClass(new Coded("http://x/y\\z\tw", "a/b\\\tc")),
          new When.OnsetClass(new Coded("HP:0003577", null)),
          When.notStated());

  @Test
  void readsBackEveryKind() {
    for (var time : TIMES) {
      same(time);
    }
  }

  @Test
  void readsBackIntervalsOfEveryKind() {
    var ends = new ArrayList<When>(TIMES);
    ends.removeIf(When.NotStated.class::isInstance);
    for (var time : ends) {
      same(new When.Interval(time, null));
      same(new When.Interval(null, time));
      same(new When.Interval(time, time));
    }
  }

  private static void same(When time) {
    var read = TimeText.read(TimeText.of(time));
    assertThat(read).isEqualTo(time);
    // Codes are equal whatever their display says: that is compared apart.
    assertThat(read.toString()).isEqualTo(time.toString());
  }
}
