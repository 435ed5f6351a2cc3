package org.idiome.core.time;

import java.time.DateTimeException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// How precisely a time of day was stated: to the minute, the second, or decimals of it.
final class WhenClock {
  private static final int MOST_DECIMALS = 9;
  private static final long MINUTE_MICROS = 60_000_000;

  private WhenClock() {}

  /// Refuses a precision that is none, and a time that says more than its precision.
  static void require(LocalTime time, @Nullable Integer decimals) {
    if (decimals != null && (decimals < 0 || decimals > MOST_DECIMALS)) {
      throw new DateTimeException("not a count of decimals: " + decimals);
    }
    if (!time.equals(LocalTime.parse(text(time, decimals)))) {
      throw new DateTimeException("more precise than stated: " + time);
    }
  }

  /// What a text states behind its `T`: `08:00`, `08:00:00` and `08:00:00.250` are three.
  static @Nullable Integer decimals(String text) {
    int digits = 0;
    int point = -1;
    int colons = 0;
    for (int i = text.indexOf('T') + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        colons++;
      } else if (c == '.') {
        point = digits;
      } else if (c >= '0' && c <= '9') {
        digits++;
      } else {
        break;
      }
    }
    return colons < 2 ? null : point < 0 ? Integer.valueOf(0) : Integer.valueOf(digits - point);
  }

  /// The time of day, as precise as it is.
  static String text(LocalTime time, @Nullable Integer decimals) {
    var text = new StringBuilder();
    two(text, time.getHour()).append(':');
    two(text, time.getMinute());
    if (decimals == null) {
      return text.toString();
    }
    int second = time.getSecond();
    var nanos = Integer.toString(time.getNano());
    two(text.append(':'), second);
    if (decimals > 0) {
      text.append('.').append("0".repeat(MOST_DECIMALS - nanos.length())).append(nanos);
      text.setLength(text.length() - MOST_DECIMALS + decimals);
    }
    return text.toString();
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return number < 10 ? text.append('0').append(number) : text.append(number);
  }

  /// How long a time of that precision lasts; at least the microsecond of the scale.
  static long micros(@Nullable Integer decimals) {
    if (decimals == null) {
      return MINUTE_MICROS;
    }
    long micros = 1_000_000;
    for (int i = 0; i < decimals && micros > 1; i++) {
      micros /= 10;
    }
    return micros;
  }
}
