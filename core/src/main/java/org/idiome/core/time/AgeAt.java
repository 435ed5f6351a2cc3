package org.idiome.core.time;

import java.time.LocalDate;
import java.time.YearMonth;

/// How many years of life were completed at a time, as far as it and the birth are known.
///
/// One born in 1961 is 61 or 62 on 2023-03-20, whatever the month would tell.
public sealed interface AgeAt {

  /// Completed years, from the fewest to the most possible; equal where they are certain.
  record Years(int least, int most) implements AgeAt {
    /// Refuses a range that is no age.
    public Years {
      if (least < 0 || most < least) {
        throw new IllegalArgumentException("not an age in years: " + least + " to " + most);
      }
    }

    /// Whether only one number is possible.
    public boolean isCertain() {
      return least == most;
    }
  }

  /// No age can be given.
  record CannotBeSaid(Why why) implements AgeAt {}

  /// Why no age can be given.
  enum Why {
    /// The birth is not stated on the calendar.
    BIRTH_NOT_DATED,
    /// The time is not stated on the calendar, or has an open end.
    TIME_NOT_DATED,
    /// The time lies before the birth.
    BEFORE_BIRTH
  }

  /// The birthday, in common years, of one born on 29 February.
  enum LeapBirthday {
    /// The last day of February.
    FEBRUARY_28,
    /// The day after.
    MARCH_1
  }

  /// The age at a time: calendar days each in its own zone, or an age that the time itself states.
  static AgeAt of(When born, When at, LeapBirthday leapBirthday) {
    if (at instanceof When.GestationalAge) {
      return new CannotBeSaid(Why.BEFORE_BIRTH);
    }
    if (at instanceof When.Age age) {
      return years(age.span());
    }
    if (at instanceof When.Interval(When.Age start, When.Age end)) {
      var first = years(start.span());
      var last = years(end.span());
      return new Years(Math.min(first.least(), last.least()), Math.max(first.most(), last.most()));
    }
    var firstBirth = born.firstDay();
    var lastBirth = born.lastDay();
    if (firstBirth == null || lastBirth == null) {
      return new CannotBeSaid(Why.BIRTH_NOT_DATED);
    }
    var first = at.firstDay();
    var last = at.lastDay();
    if (first == null || last == null) {
      return new CannotBeSaid(Why.TIME_NOT_DATED);
    }
    int most = completedYears(firstBirth, last, leapBirthday);
    if (most < 0) {
      return new CannotBeSaid(Why.BEFORE_BIRTH);
    }
    return new Years(Math.max(0, completedYears(lastBirth, first, leapBirthday)), most);
  }

  /// Years of a stated age; days beyond the months can make a birthday more, or not.
  private static Years years(AgeSpan age) {
    int least = age.years() + age.months() / 12;
    if (age.days() == 0) {
      return new Years(least, least);
    }
    while (MonthDays.most(12 * (least + 1)) <= age.fewestDays()) {
      least++;
    }
    int most = least;
    while (MonthDays.fewest(12 * (most + 1)) < age.endDays()) {
      most++;
    }
    return new Years(least, most);
  }

  private static int completedYears(LocalDate birth, LocalDate at, LeapBirthday leapBirthday) {
    int years = at.getYear() - birth.getYear();
    return at.isBefore(birthday(birth, at.getYear(), leapBirthday)) ? years - 1 : years;
  }

  private static LocalDate birthday(LocalDate birth, int year, LeapBirthday leapBirthday) {
    var month = YearMonth.of(year, birth.getMonth());
    if (month.isValidDay(birth.getDayOfMonth())) {
      return month.atDay(birth.getDayOfMonth());
    }
    return switch (leapBirthday) {
      case FEBRUARY_28 -> month.atEndOfMonth();
      case MARCH_1 -> month.atEndOfMonth().plusDays(1);
    };
  }
}
