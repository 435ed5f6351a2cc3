package org.idiome.record.table;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.idiome.core.time.When;
import org.idiome.genomics.io.Ascii;
import org.jspecify.annotations.Nullable;

/// Reads the times of a table, of the kind that its description states.
///
/// Each distinct text is read once.
final class TimeReader {
  private static final Pattern NOT_ISO = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})");
  private static final int MOST_KEPT = 100_000;

  /// What kind of times the table has.
  enum Kind {
    /// Days, months or years, or intervals of them.
    DATE,
    /// Date and time, with or without a zone.
    INSTANT,
    /// Whole days of a study.
    STUDY_DAY;

    /// The word of the attribute `timeUnit`.
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;
  private final Conventions conventions;
  private final Map<String, When> known = new HashMap<>();

  TimeReader(Kind kind, Conventions conventions) {
    this.kind = kind;
    this.conventions = conventions;
  }

  /// A day that no study has unless it says so: CDISC has day 1 and day -1, and none between.
  static boolean isUnstatedDayZero(When when, TableDescription description) {
    return when instanceof When.StudyDay day && day.day() == 0 && !description.hasDayZero();
  }

  /// The kind that a text surely is of, or null: for who stated another.
  static @Nullable Kind fitting(String text) {
    try {
      if (isDate(When.parse(text))) {
        return Kind.DATE;
      }
    } catch (DateTimeException _) {
      // Maybe of another kind.
    }
    try {
      return instant(text) == null ? null : Kind.INSTANT;
    } catch (DateTimeException _) {
      return null;
    }
  }

  /// A time; *not stated* where the text is empty or missing, null where it is not understood.
  @Nullable When read(String text) {
    var before = known.get(text);
    if (before != null) {
      return before;
    }
    var when = parse(text);
    if (when != null && known.size() < MOST_KEPT) {
      known.put(text, when);
    }
    return when;
  }

  private @Nullable When parse(String text) {
    switch (text) {
      case "", "NA", "NaN", "null", "-", "." -> {
        return When.notStated();
      }
      default -> {}
    }
    try {
      return switch (kind) {
        case STUDY_DAY -> studyDay(text);
        case DATE -> date(text);
        case INSTANT -> instant(text);
      };
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static @Nullable When studyDay(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    long day = Ascii.integer(bytes, 0, bytes.length);
    return day == Ascii.NOT_AN_INTEGER ? null : new When.StudyDay((int) day);
  }

  private @Nullable When date(String text) {
    var notIso = NOT_ISO.matcher(text);
    if (notIso.matches()) {
      if (conventions.dateOrder() == null) {
        if (conventions.areSettled()) {
          // Only rows that were not looked at write so.
          return null;
        }
        throw new NotPlainException();
      }
      boolean isDayFirst = conventions.dateOrder() == Conventions.DateOrder.DAY_FIRST;
      int first = Integer.parseInt(notIso.group(1));
      int second = Integer.parseInt(notIso.group(3));
      int year = Integer.parseInt(notIso.group(4));
      return new When.Day(
          LocalDate.of(year, isDayFirst ? second : first, isDayFirst ? first : second));
    }
    var when = When.parse(text);
    return isDate(when) ? when : null;
  }

  private static boolean isDate(When when) {
    return switch (when) {
      case When.Day _, When.Month _, When.Year _ -> true;
      case When.Interval interval ->
          (interval.start() == null || isDate(interval.start()))
              && (interval.end() == null || isDate(interval.end()));
      case When.Moment _,
          When.LocalMoment _,
          When.Age _,
          When.GestationalAge _,
          When.StudyDay _,
          When.OnsetClass _,
          When.NotStated _ ->
          false;
    };
  }

  /// `2024-03-01 08:00` is taken for `2024-03-01T08:00`.
  private static @Nullable When instant(String text) {
    boolean hasBlank = text.length() > 10 && text.charAt(10) == ' ';
    var when = When.parse(hasBlank ? text.substring(0, 10) + "T" + text.substring(11) : text);
    return switch (when) {
      case When.Moment _, When.LocalMoment _, When.Interval _ -> when;
      case When.Day _,
          When.Month _,
          When.Year _,
          When.Age _,
          When.GestationalAge _,
          When.StudyDay _,
          When.OnsetClass _,
          When.NotStated _ ->
          null;
    };
  }

  /// The parts of a date that is not ISO 8601, or null: first, second.
  static int @Nullable [] parts(String text) {
    var notIso = NOT_ISO.matcher(text);
    return notIso.matches()
        ? new int[] {Integer.parseInt(notIso.group(1)), Integer.parseInt(notIso.group(3))}
        : null;
  }
}
