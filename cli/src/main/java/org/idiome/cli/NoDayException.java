package org.idiome.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// What was given where a day of the calendar is needed, and what may be.
final class NoDayException extends DateTimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  private NoDayException(String option, String text, String remedy, DateTimeException cause) {
    super(option + ": '" + text + "' is no day", cause);
    this.remedy = remedy;
  }

  /// What may be given.
  String remedy() {
    return remedy;
  }

  /// Reads a day.
  ///
  /// @throws NoDayException where it is none
  static LocalDate day(String option, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new NoDayException(option, text, "give a day as 2026-11-21", e);
    }
  }

  /// Reads a moment, or the last of a day (UTC).
  ///
  /// @throws NoDayException where it is neither
  static Instant end(String option, String text) {
    try {
      return text.indexOf('T') > 0
          ? Instant.parse(text)
          : LocalDate.parse(text)
              .plusDays(1)
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant()
              .minusMillis(1);
    } catch (DateTimeException e) {
      var remedy = "give a day as 2026-11-21, or a moment as 2026-11-21T12:00:00Z";
      throw new NoDayException(option, text, remedy, e);
    }
  }
}
