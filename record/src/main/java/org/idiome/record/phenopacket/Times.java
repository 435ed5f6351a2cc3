package org.idiome.record.phenopacket;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.time.AgeSpan;
import org.idiome.core.time.When;
import org.idiome.record.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// Reads the time elements and timestamps of a packet.
///
/// A timestamp at midnight UTC is a day: the schema has no coarser type, so that is how days are
/// written.
final class Times {
  private static final long MOST_WEEKS = 50;
  private static final long MOST_DAYS = 6;

  private final Reading reading;

  Times(Reading reading) {
    this.reading = reading;
  }

  /// Notes what refused a field that says how long or how old.
  void noteField(ItemRefused refused) {
    reading.noteField(refused);
  }

  /// A time element, or null where it is absent; refuses the item where it is not understood.
  @Nullable When strict(Message parent, String name) {
    var element = parent.message(name);
    return element == null ? null : element(element);
  }

  /// A time element; *not stated* where it is absent or, with a note, not understood.
  When lenient(Message parent, String name) {
    try {
      return stated(strict(parent, name));
    } catch (ItemRefused refused) {
      reading.noteField(refused);
      return When.notStated();
    }
  }

  /// A timestamp; *not stated* where it is absent or, with a note, not understood.
  When lenientTimestamp(Message parent, String name) {
    try {
      return stated(timestamp(parent, name));
    } catch (ItemRefused refused) {
      reading.noteField(refused);
      return When.notStated();
    }
  }

  /// An interval of timestamps; *not stated* where it is absent or, with a note, not understood.
  When lenientInterval(Message parent, String name) {
    try {
      return stated(interval(parent, name));
    } catch (ItemRefused refused) {
      reading.noteField(refused);
      return When.notStated();
    }
  }

  /// A time, or *not stated*.
  static When stated(@Nullable When when) {
    return when == null ? When.notStated() : when;
  }

  private @Nullable When element(Message element) {
    element.atMostOne(
        "gestationalAge", "age", "ageRange", "ontologyClass", "timestamp", "interval");
    var gestation = element.message("gestationalAge");
    if (gestation != null) {
      return gestation(gestation);
    }
    var age = element.message("age");
    if (age != null) {
      return age(age);
    }
    var range = element.message("ageRange");
    if (range != null) {
      return ages(range, age(range.message("start")), age(range.message("end")));
    }
    var onset = element.term("ontologyClass");
    if (onset != null) {
      return new When.OnsetClass(onset);
    }
    return element.has("timestamp")
        ? timestamp(element, "timestamp")
        : interval(element, "interval");
  }

  /// A range of ages; P2Y to P1Y is none, though one of P1Y is so until the second birthday.
  private @Nullable When ages(Message range, @Nullable When start, @Nullable When end) {
    if (start instanceof When.Age from
        && end instanceof When.Age to
        && from.span().fewestDays() > to.span().fewestDays()) {
      throw notUnderstood(null, range, range.value().compact());
    }
    return interval(range, start, end);
  }

  private When gestation(Message age) {
    var weeks = age.whole("weeks", MOST_WEEKS);
    var days = age.whole("days", MOST_DAYS);
    if (weeks == null) {
      throw age.missing("weeks");
    }
    return new When.GestationalAge(weeks.intValue(), days == null ? null : days.intValue());
  }

  private @Nullable When age(@Nullable Message age) {
    if (age == null) {
      return null;
    }
    var text = age.requiredText("iso8601duration");
    try {
      return new When.Age(new AgeSpan(text));
    } catch (DateTimeException _) {
      throw notUnderstood(age.take("iso8601duration"), age, text);
    }
  }

  /// An interval of timestamps, or null where it is absent or empty.
  @Nullable When interval(Message parent, String name) {
    var interval = parent.message(name);
    return interval == null
        ? null
        : interval(interval, timestamp(interval, "start"), timestamp(interval, "end"));
  }

  private @Nullable When interval(Message at, @Nullable When start, @Nullable When end) {
    if (start == null && end == null) {
      return null;
    }
    try {
      return new When.Interval(start, end);
    } catch (DateTimeException _) {
      throw notUnderstood(null, at, at.value().compact());
    }
  }

  /// A timestamp, or null where it is absent.
  @Nullable When timestamp(Message parent, String name) {
    var text = parent.text(name);
    if (text == null) {
      return null;
    }
    var value = parent.take(name);
    When when;
    try {
      when = When.parse(text);
    } catch (DateTimeException _) {
      throw notUnderstood(value, parent, text);
    }
    return switch (when) {
      case When.Moment moment -> isMidnight(moment) ? day(moment) : moment;
      case When.LocalMoment _, When.Day _, When.Month _, When.Year _ -> {
        reading.note(
            ProblemCode.PHENOPACKET_TIME_NOT_ANCHORED,
            value == null ? parent.value() : value,
            "found",
            text);
        yield when;
      }
      case When.Age _,
          When.GestationalAge _,
          When.StudyDay _,
          When.Interval _,
          When.OnsetClass _,
          When.NotStated _ ->
          throw notUnderstood(value, parent, text);
    };
  }

  private static boolean isMidnight(When.Moment moment) {
    return moment.at().getOffset().equals(ZoneOffset.UTC)
        && moment.at().toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  private static When day(When.Moment moment) {
    return new When.Day(moment.at().toLocalDate());
  }

  /// From the beginning of one time to the end of another: the widest that both allow.
  ///
  /// An onset range from P1Y to P2Y without a resolution is *from P1Y on*. A resolution before the
  /// onset is noted, and nothing is said of when.
  When span(Message item, When onset, When resolution) {
    var start = onset instanceof When.Interval interval ? interval.start() : known(onset);
    var end = resolution instanceof When.Interval interval ? interval.end() : known(resolution);
    try {
      return stated(interval(item, start, end));
    } catch (ItemRefused refused) {
      reading.noteField(refused);
      return When.notStated();
    }
  }

  private static @Nullable When known(When when) {
    return when instanceof When.NotStated ? null : when;
  }

  private ItemRefused notUnderstood(@Nullable JsonValue value, Message parent, String text) {
    return reading.refuse(
        ProblemCode.PHENOPACKET_TIME_NOT_UNDERSTOOD,
        value == null ? parent.value() : value,
        "found",
        Reading.quoted(text));
  }
}
