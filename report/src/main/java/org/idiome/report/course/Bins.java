package org.idiome.report.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.report.words.Words;

/// At most a dozen stretches of time, of one length each: quarters where they suffice, else years
/// or rounder steps; what came earlier is one stretch of its own.
final class Bins {
  private static final int MOST = 11;
  private static final double RECENT_SHARE = 0.6;
  private static final double DAYS_OF_YEAR = 365.2425;

  /// A stretch.
  ///
  /// @param label its name; a second line after a line end
  record Bin(double from, double until, String label) {}

  private Bins() {}

  /// Stretches that end with the last day.
  ///
  /// @param days of all that is counted
  static List<Bin> of(TimeAxis.Scale scale, List<Double> days, Words words) {
    double first = Collections.min(days);
    double last = Collections.max(days);
    return switch (scale) {
      case CALENDAR -> calendar(first, last, days, words);
      case STUDY -> even(first, last, niceStep((last - first) / MOST), words);
      case AGE -> even(0, last, niceStep(last / MOST / DAYS_OF_YEAR) * DAYS_OF_YEAR, words);
    };
  }

  /// Quarters, unless most of what is counted is older than eleven of them.
  private static List<Bin> calendar(double first, double last, List<Double> days, Words words) {
    var end = LocalDate.ofEpochDay((long) last);
    var start = LocalDate.ofEpochDay((long) first);
    double recent = day(quarterStart(end).minusMonths(3L * (MOST - 1)));
    long inQuarters = days.stream().filter(day -> day >= recent).count();
    boolean isLong = inQuarters < RECENT_SHARE * days.size();
    var bins = new ArrayList<Bin>();
    var from = isLong ? LocalDate.of(end.getYear(), 1, 1) : quarterStart(end);
    for (int i = 0; i < MOST && !until(from, isLong).isBefore(start); i++) {
      var until = until(from, isLong);
      bins.addFirst(new Bin(day(from), day(until), label(from, isLong, words)));
      from = isLong ? from.minusYears(1) : from.minusMonths(3);
      if (!until(from, isLong).isAfter(start)) {
        break;
      }
    }
    if (bins.getFirst().from() > first) {
      var label = words.say("known.before");
      bins.addFirst(new Bin(Double.NEGATIVE_INFINITY, bins.getFirst().from(), label));
    }
    return bins;
  }

  private static LocalDate until(LocalDate from, boolean isYear) {
    return isYear ? from.plusYears(1) : from.plusMonths(3);
  }

  private static double day(LocalDate date) {
    return (double) date.toEpochDay();
  }

  private static LocalDate quarterStart(LocalDate date) {
    return LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / 3 * 3 + 1, 1);
  }

  private static String label(LocalDate from, boolean isYear, Words words) {
    if (isYear) {
      return Integer.toString(from.getYear());
    }
    var quarter =
        words.say("known.quarter", Details.NONE.count("quarter", (from.getMonthValue() + 2) / 3));
    return quarter + "\n" + from.getYear();
  }

  private static double niceStep(double least) {
    for (double power = 1; ; power *= 10) {
      for (double digit : new double[] {1, 2, 5}) {
        if (digit * power >= least) {
          return digit * power;
        }
      }
    }
  }

  private static List<Bin> even(double first, double last, double step, Words words) {
    var bins = new ArrayList<Bin>();
    double from = StrictMath.floor(first / step) * step;
    for (; from <= last; from += step) {
      bins.add(new Bin(from, from + step, Long.toString(Math.round(shown(from, step)))));
    }
    if (bins.isEmpty()) {
      bins.add(new Bin(first, last + 1, words.say("known.before")));
    }
    return bins;
  }

  private static double shown(double from, double step) {
    boolean isYears = step >= DAYS_OF_YEAR;
    return isYears ? from / DAYS_OF_YEAR : from;
  }
}
