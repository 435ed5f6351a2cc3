package org.idiome.knowledge.source.gene;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.ReleaseStatement;
import org.jspecify.annotations.Nullable;

/// The newest date of change of a row: the nearest to a date of release that a file without one
/// has.
final class NewestDay {
  /// A date as spreadsheets write it: the file went through one, and symbols may be dates, too.
  private static final String SPREADSHEET = "spreadsheet_date";

  private final String from;
  private final ReleaseSink sink;
  private @Nullable LocalDate newest;

  NewestDay(String from, ReleaseSink sink) {
    this.from = from;
    this.sink = sink;
  }

  /// Takes `2019-05-07` or `20190507`; empty is none.
  void take(String text) {
    if (text.isEmpty()) {
      return;
    }
    try {
      var day =
          text.indexOf('-') < 0
              ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
              : LocalDate.parse(text);
      if (newest == null || day.isAfter(newest)) {
        newest = day;
      }
    } catch (DateTimeParseException _) {
      sink.remark(SPREADSHEET);
    }
  }

  ReleaseStatement statement() {
    return newest == null
        ? ReleaseStatement.NOTHING
        : new ReleaseStatement(null, newest, from, null);
  }
}
