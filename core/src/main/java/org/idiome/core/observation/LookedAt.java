package org.idiome.core.observation;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.genome.Callability;
import org.idiome.core.genome.Locus;
import org.idiome.core.source.SourceRow;
import org.jspecify.annotations.Nullable;

/// What a file says of a stretch of one sample's genome.
///
/// @param reason why, as found in the file: a filter's name, `GQ 12`, `genotype missing`
/// @param row the row that says so; null where no row covers the stretch
public record LookedAt(Locus locus, Callability state, String reason, @Nullable SourceRow row)
    implements Canonical {

  /// Refuses a stretch that was looked at by no row, and one not looked at that has one.
  public LookedAt {
    if ((state == Callability.NOT_LOOKED_AT) != (row == null)) {
      throw new IllegalArgumentException(state.code() + " with row " + row);
    }
  }

  /// Without the source row.
  @Override
  public Json toJson() {
    return Json.object().put("locus", locus).put("state", state.code()).put("reason", reason).end();
  }
}
