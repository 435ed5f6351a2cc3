package org.idiome.knowledge.release;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;

/// What became of the rows of a release.
///
/// @param leftOut by a rule of the reader
public record RowCounts(long read, long kept, long duplicate, long leftOut, long notUnderstood)
    implements Canonical {
  /// Refuses counts that do not add up.
  public RowCounts {
    if (kept < 0 || duplicate < 0 || leftOut < 0 || notUnderstood < 0) {
      throw new IllegalArgumentException("a count is below 0");
    }
    if (read != kept + duplicate + leftOut + notUnderstood) {
      throw new IllegalArgumentException("row counts do not add up to " + read);
    }
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("read", read)
        .put("kept", kept)
        .put("duplicate", duplicate)
        .put("left_out", leftOut)
        .put("not_understood", notUnderstood)
        .end();
  }
}
