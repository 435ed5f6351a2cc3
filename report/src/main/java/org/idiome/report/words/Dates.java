package org.idiome.report.words;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.idiome.core.finding.Details;
import org.idiome.core.time.AgeSpan;
import org.idiome.core.time.When;

/// Times as people read them, as precise as they were recorded and never more.
final class Dates {
  private static final int DAYS_OF_WEEK = 7;

  private final Words words;

  Dates(Words words) {
    this.words = words;
  }

  /// `30 Oct 2026`, `May 2026`, `2011`, `age 34 years`, `day 186`.
  String text(When when) {
    return switch (when) {
      case When.Moment moment ->
          clock(moment.at().toLocalDateTime()) + " " + zone(moment.at().getOffset());
      case When.LocalMoment moment -> clock(moment.at());
      case When.Day day -> day(day.date());
      case When.Month month -> month(month.month());
      case When.Year year -> Integer.toString(year.year());
      case When.Age age -> say("date.age", "span", span(age.span()));
      case When.GestationalAge age -> gestation(age);
      case When.StudyDay day ->
          words.say("date.study_day", Details.NONE.text("day", Figures.count(day.day())));
      case When.Interval interval -> interval(interval);
      case When.OnsetClass onset -> onset.onset().label();
      case When.NotStated _ -> words.say("date.not_stated");
    };
  }

  /// The day alone of a time that has one, else [#text].
  String dayText(When when) {
    return switch (when) {
      case When.Moment moment -> day(moment.at().toLocalDate());
      case When.LocalMoment moment -> day(moment.at().toLocalDate());
      default -> text(when);
    };
  }

  String day(LocalDate date) {
    return date.getDayOfMonth()
        + "\u00a0"
        + monthName(date.getMonthValue())
        + "\u00a0"
        + date.getYear();
  }

  String month(YearMonth month) {
    return monthName(month.getMonthValue()) + "\u00a0" + month.getYear();
  }

  String monthName(int month) {
    return words.say("date.month." + month);
  }

  private String clock(LocalDateTime at) {
    if (at.toLocalTime().equals(java.time.LocalTime.MIDNIGHT)) {
      return day(at.toLocalDate());
    }
    return day(at.toLocalDate())
        + ", "
        + String.format(Locale.ROOT, "%02d:%02d", at.getHour(), at.getMinute());
  }

  private static String zone(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId().replace('-', '\u2212');
  }

  private String gestation(When.GestationalAge age) {
    var details = Details.NONE.count("weeks", age.weeks());
    var days = age.days();
    return words.say(
        days == null ? "date.gestation.weeks" : "date.gestation.days",
        days == null ? details : details.count("days", days));
  }

  private String interval(When.Interval interval) {
    var start = interval.start();
    var end = interval.end();
    if (start == null) {
      return end == null ? words.say("date.not_stated") : say("date.until", "end", text(end));
    }
    if (end == null) {
      return say("date.since", "start", text(start));
    }
    if (start instanceof When.Age from && end instanceof When.Age to) {
      return words.say(
          "date.ages", Details.NONE.text("start", span(from.span())).text("end", span(to.span())));
    }
    return words.say(
        "date.between", Details.NONE.text("start", text(start)).text("end", text(end)));
  }

  /// `34 years`, `6 months`, `1 year 2 months`; weeks and days as they were written.
  String span(AgeSpan span) {
    var parts = new ArrayList<String>();
    add(parts, "date.years", span.years());
    add(parts, "date.months", span.months());
    int days = span.days();
    boolean isWeeks = days > 0 && days % DAYS_OF_WEEK == 0 && span.text().endsWith("W");
    add(parts, isWeeks ? "date.weeks" : "date.days", isWeeks ? days / DAYS_OF_WEEK : days);
    return parts.isEmpty()
        ? words.say("date.days", Details.NONE.count("count", 0))
        : String.join(" ", parts);
  }

  private void add(List<String> parts, String code, int count) {
    if (count > 0) {
      parts.add(words.say(code, Details.NONE.count("count", count)));
    }
  }

  private String say(String code, String name, String text) {
    return words.say(code, Details.NONE.text(name, text));
  }
}
