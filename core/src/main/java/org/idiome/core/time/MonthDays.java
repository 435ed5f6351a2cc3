package org.idiome.core.time;

import java.time.LocalDate;

/// How many days so many successive months can have, in the Gregorian calendar.
///
/// The calendar repeats every 400 years, so looking at each month of one cycle as the first is
/// exact. Starting on another day than the first of a month gives nothing beyond these extremes:
/// where the day has to be cut to the length of the last month, the days are those from month's end
/// to month's end.
final class MonthDays {
  private static final int CYCLE_MONTHS = 400 * 12;

  /// First days of the months of two cycles and of the month after, from an arbitrary one.
  private static final int[] FIRST_DAYS = firstDays();

  private static final int CYCLE_DAYS = FIRST_DAYS[CYCLE_MONTHS] - FIRST_DAYS[0];

  private MonthDays() {}

  static long fewest(int months) {
    int rest = months % CYCLE_MONTHS;
    int fewest = Integer.MAX_VALUE;
    for (int first = 0; first < CYCLE_MONTHS; first++) {
      fewest = Math.min(fewest, FIRST_DAYS[first + rest] - FIRST_DAYS[first]);
    }
    return wholeCycles(months) + fewest;
  }

  static long most(int months) {
    int rest = months % CYCLE_MONTHS;
    int most = 0;
    for (int first = 0; first < CYCLE_MONTHS; first++) {
      most = Math.max(most, FIRST_DAYS[first + rest] - FIRST_DAYS[first]);
    }
    return wholeCycles(months) + most;
  }

  private static long wholeCycles(int months) {
    return (long) (months / CYCLE_MONTHS) * CYCLE_DAYS;
  }

  private static int[] firstDays() {
    var days = new int[2 * CYCLE_MONTHS + 1];
    var first = LocalDate.of(2000, 1, 1);
    for (int month = 0; month < days.length; month++) {
      days[month] = (int) first.plusMonths(month).toEpochDay();
    }
    return days;
  }
}
