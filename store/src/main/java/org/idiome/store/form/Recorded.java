package org.idiome.store.form;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// The time of a row as text: UTC to the millisecond, so that texts sort as times do.
public final class Recorded {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Recorded() {}

  /// As text.
  public static String text(Instant time) {
    return FORM.format(time.truncatedTo(ChronoUnit.MILLIS));
  }
}
