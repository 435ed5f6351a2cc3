package org.idiome.knowledge.release;

import java.time.LocalDate;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.jspecify.annotations.Nullable;

/// What the content of a release says of itself.
///
/// @param version the publisher's own name of the release, or null where the content has none
/// @param date day of the release, or null where the content has none
/// @param dateFrom where in the content the date stands, such as `##fileDate`; or that it is the
///   newest date of change of a row; null with the date
/// @param licence as the file states it, or null where it does not
public record ReleaseStatement(
    @Nullable String version,
    @Nullable LocalDate date,
    @Nullable String dateFrom,
    @Nullable String licence)
    implements Canonical {
  /// It says nothing.
  public static final ReleaseStatement NOTHING = new ReleaseStatement(null, null, null, null);

  @Override
  public Json toJson() {
    return Json.object()
        .put("version", version)
        .put("date", date == null ? null : date.toString())
        .put("date_from", dateFrom)
        .put("licence", licence)
        .end();
  }
}
