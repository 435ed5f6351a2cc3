package org.idiome.core.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.concept.Coded;
import org.jspecify.annotations.Nullable;

/// A time as its source stated it.
public sealed interface When extends Canonical {

  /// A date and time of day with its zone offset.
  ///
  /// @param at the beginning of what it covers: a minute, a second, or a part of a second
  /// @param decimals of the second that were stated, 0 to 9; null where only minutes were
  record Moment(OffsetDateTime at, @Nullable Integer decimals) implements When {
    /// Refuses years that no record of a person can hold, and more precision than was stated.
    public Moment {
      requireYear(at.getYear());
      WhenClock.require(at.toLocalTime(), decimals);
    }
  }

  /// A date and time of day whose zone is not known.
  ///
  /// @param at the beginning of what it covers: a minute, a second, or a part of a second
  /// @param decimals of the second that were stated, 0 to 9; null where only minutes were
  record LocalMoment(LocalDateTime at, @Nullable Integer decimals) implements When {
    /// Refuses years that no record of a person can hold, and more precision than was stated.
    public LocalMoment {
      requireYear(at.getYear());
      WhenClock.require(at.toLocalTime(), decimals);
    }
  }

  /// A calendar day.
  record Day(LocalDate date) implements When {
    /// Refuses years that no record of a person can hold.
    public Day {
      requireYear(date.getYear());
    }
  }

  /// A calendar month.
  record Month(YearMonth month) implements When {
    /// Refuses years that no record of a person can hold.
    public Month {
      requireYear(month.getYear());
    }
  }

  /// A calendar year.
  record Year(int year) implements When {
    /// Refuses years that no record of a person can hold.
    public Year {
      requireYear(year);
    }
  }

  private static void requireYear(int year) {
    if (year < 1000 || year > 9999) {
      throw new DateTimeException("not a year of four digits: " + year);
    }
  }

  /// An age since birth.
  record Age(AgeSpan span) implements When {}

  /// An age since conception, in completed weeks and, where stated, days.
  ///
  /// @param days 0 to 6, or null where only weeks were stated
  record GestationalAge(int weeks, @Nullable Integer days) implements When {
    /// Refuses impossible ages.
    public GestationalAge {
      if (weeks < 0 || weeks > 50 || (days != null && (days < 0 || days > 6))) {
        throw new DateTimeException("not a gestational age: " + weeks + "w" + days + "d");
      }
    }
  }

  /// A day of a study: day 1 is the reference date (CDISC) unless the source's mapping says
  /// otherwise.
  record StudyDay(int day) implements When {}

  /// From one time to another; null where an end was not stated, which is not the same as ongoing.
  record Interval(@Nullable When start, @Nullable When end) implements When {
    /// Refuses an interval of nothing, of intervals, and one that ends before it begins.
    public Interval {
      if (start == null && end == null) {
        throw new DateTimeException("an interval needs a start or an end");
      }
      if (start instanceof Interval || end instanceof Interval) {
        throw new DateTimeException("an interval of intervals");
      }
      if (start != null && end != null && start.order(end) == Order.AFTER) {
        throw new DateTimeException(
            "an interval that ends before it begins: " + start.text() + "/" + end.text());
      }
    }
  }

  /// A class of onset, such as congenital (HP:0003577).
  record OnsetClass(Coded onset) implements When {}

  /// The source did not say when.
  record NotStated() implements When {}

  /// The source did not say when.
  static When notStated() {
    return new NotStated();
  }

  /// Reads ISO 8601: a year, month, day, date and time with or without offset, an age (`P3Y2M`), or
  /// two of them joined by `/`.
  ///
  /// @throws java.time.DateTimeException where the text is none of these or no such day exists
  static When parse(String text) {
    return WhenText.parse(text);
  }

  /// The time as text, as precise as it is: `2024-03`, `P6M`, `33w2d`, `day 186`.
  default String text() {
    return WhenText.text(this);
  }

  /// What can be said about which came first.
  ///
  /// A day, month or year without a zone is compared with a moment as if it could lie in any zone.
  default Order order(When other) {
    return WhenOrder.order(this, other);
  }

  /// An order for display and for stable output: by scale, then beginning, end and text. It is no
  /// claim about what came first.
  Comparator<When> DISPLAY_ORDER = WhenOrder::compareForDisplay;

  /// The first calendar day that this time can touch, in its own zone; null off the calendar.
  default @Nullable LocalDate firstDay() {
    return WhenOrder.firstDay(this);
  }

  /// The last calendar day that this time can touch, in its own zone; null off the calendar or
  /// where an end was not stated.
  default @Nullable LocalDate lastDay() {
    return WhenOrder.lastDay(this);
  }

  @Override
  default Json toJson() {
    return Json.of(text());
  }
}
