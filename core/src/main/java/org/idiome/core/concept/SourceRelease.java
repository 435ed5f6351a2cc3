package org.idiome.core.concept;

import java.time.LocalDate;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.canonical.Sha256;
import org.jspecify.annotations.Nullable;

/// One publisher's file as published.
///
/// @param source short stable name, such as `cpic`
/// @param release the publisher's own name of the release
/// @param date day of the release, or null where the publisher states none
/// @param rowsRead rows of the file; kept and not understood add up to at most this
public record SourceRelease(
    String source,
    String release,
    @Nullable LocalDate date,
    String licence,
    Sha256 hash,
    String importerVersion,
    long rowsRead,
    long rowsKept,
    long rowsNotUnderstood)
    implements Canonical {

  /// Refuses counts that do not add up.
  public SourceRelease {
    if (rowsKept < 0 || rowsNotUnderstood < 0 || rowsKept + rowsNotUnderstood > rowsRead) {
      throw new IllegalArgumentException(source + ": row counts do not add up");
    }
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("source", source)
        .put("release", release)
        .put("date", date == null ? null : date.toString())
        .put("licence", licence)
        .put("sha256", hash)
        .put("importer_version", importerVersion)
        .put("rows_read", rowsRead)
        .put("rows_kept", rowsKept)
        .put("rows_not_understood", rowsNotUnderstood)
        .end();
  }
}
