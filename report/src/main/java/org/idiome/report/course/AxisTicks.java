package org.idiome.report.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Words;

/// Where an axis has its ticks, and what stands at them: years above months, days of a study, ages.
final class AxisTicks {
  private static final double DAYS_OF_YEAR = 365.2425;
  private static final int MONTHS = 12;
  private static final int QUARTER = 3;
  private static final double AGE_IN_YEARS_FROM = 4 * DAYS_OF_YEAR;
  private static final double WORDS_IN_YEARS_FROM = 2 * DAYS_OF_YEAR;

  /// A tick.
  ///
  /// @param label what stands at it
  /// @param isMajor whether it stands in the upper row
  record Tick(double day, String label, boolean isMajor) {}

  private final AxisMap map;
  private final Words words;
  private final double labelWidth;

  private AxisTicks(AxisMap map, Words words, double labelWidth) {
    this.map = map;
    this.words = words;
    this.labelWidth = labelWidth;
  }

  /// The ticks of the main part, in order of time.
  ///
  /// @param labelWidth room that a short label needs
  static List<Tick> of(TimeAxis.Scale scale, AxisMap map, Words words, double labelWidth) {
    var ticks = new AxisTicks(map, words, labelWidth);
    return switch (scale) {
      case CALENDAR -> ticks.calendar();
      case STUDY -> ticks.even(1, "course.axis.study");
      case AGE ->
          map.lastDay() - map.mainFrom() >= AGE_IN_YEARS_FROM
              ? ticks.even(DAYS_OF_YEAR, "course.axis.age_years")
              : ticks.even(DAYS_OF_YEAR / MONTHS, "course.axis.age_months");
    };
  }

  /// An age of so many days, in words.
  static String ageWords(Words words, double days) {
    boolean isYears = days >= WORDS_IN_YEARS_FROM;
    long count = (long) (days / (isYears ? DAYS_OF_YEAR : DAYS_OF_YEAR / MONTHS));
    var span =
        words.say(isYears ? "date.years" : "date.months", Details.NONE.count("count", count));
    return words.say("date.age", Details.NONE.text("span", span));
  }

  private double pixelsPerDay() {
    return (map.x(map.lastDay()) - map.x(map.mainFrom())) / (map.lastDay() - map.mainFrom());
  }

  private List<Tick> calendar() {
    double perDay = pixelsPerDay();
    var ticks = new ArrayList<Tick>();
    double perYear = perDay * DAYS_OF_YEAR;
    int yearStep = step(labelWidth / perYear);
    int monthStep = monthStep(perYear / MONTHS);
    var first = LocalDate.ofEpochDay((long) map.mainFrom());
    var last = LocalDate.ofEpochDay((long) map.lastDay());
    addYears(ticks, first, last, yearStep);
    if (perDay * 7 >= labelWidth) {
      addDays(ticks, first, last, perDay);
    } else if (monthStep > 0) {
      addMonths(ticks, first, last, monthStep);
    }
    ticks.sort((one, other) -> Double.compare(one.day(), other.day()));
    return ticks;
  }

  /// 1 where every month has room, 3 where every quarter has, 6 or 0 where neither.
  private int monthStep(double perMonth) {
    for (int step : new int[] {1, QUARTER, 2 * QUARTER}) {
      if (perMonth * step >= labelWidth) {
        return step;
      }
    }
    return 0;
  }

  private void addYears(List<Tick> ticks, LocalDate first, LocalDate last, int step) {
    int year = first.getYear();
    var next = LocalDate.of(year + 1, 1, 1);
    boolean hasRoom = map.x((double) next.toEpochDay()) - map.x(map.mainFrom()) >= labelWidth;
    if (step == 1 && (hasRoom || next.isAfter(last))) {
      ticks.add(new Tick(map.mainFrom(), Integer.toString(year), true));
    }
    for (int at = year + 1; at <= last.getYear(); at++) {
      if (at % step == 0) {
        ticks.add(tick(LocalDate.of(at, 1, 1), Integer.toString(at), true));
      }
    }
  }

  private void addMonths(List<Tick> ticks, LocalDate first, LocalDate last, int step) {
    var at = first.withDayOfMonth(1);
    while (!at.isAfter(last)) {
      if (!at.isBefore(first) && (at.getMonthValue() - 1) % step == 0) {
        ticks.add(tick(at, words.monthName(at.getMonthValue()), false));
      }
      at = at.plusMonths(1);
    }
  }

  private void addDays(List<Tick> ticks, LocalDate first, LocalDate last, double perDay) {
    int step = perDay >= labelWidth ? 1 : 7;
    for (var at = first; !at.isAfter(last); at = at.plusDays(step)) {
      var label = at.getDayOfMonth() + " " + words.monthName(at.getMonthValue());
      ticks.add(tick(at, label, false));
    }
  }

  private static Tick tick(LocalDate day, String label, boolean isMajor) {
    return new Tick((double) day.toEpochDay(), label, isMajor);
  }

  private List<Tick> even(double unit, String titleCode) {
    var ticks = new ArrayList<Tick>();
    ticks.add(new Tick(map.mainFrom(), words.say(titleCode), true));
    int step = step(labelWidth / (pixelsPerDay() * unit));
    long from = step * (long) StrictMath.ceil(map.mainFrom() / unit / step);
    for (long at = from; at * unit <= map.lastDay(); at += step) {
      ticks.add(new Tick(at * unit, Figures.count(at), false));
    }
    return ticks;
  }

  /// The smallest of 1, 2, 5, 10, 20, … that is at least this much.
  private static int step(double least) {
    int power = 1;
    while (true) {
      for (int digit : new int[] {1, 2, 5}) {
        if (digit * power >= least) {
          return digit * power;
        }
      }
      power *= 10;
    }
  }
}
