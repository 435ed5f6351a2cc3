package org.idiome.core.observation;

import java.util.List;
import org.idiome.core.canonical.Json;
import org.idiome.core.concept.Coded;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// A feature was measured, or could not be.
///
/// @param amount in the unit the source gave
/// @param reference the interval that came with the value, or null
/// @param group name shared by values that belong together (a blood pressure pair), or null
/// @param method how it was measured where the source says so, or null
public record Quantity(
    Layer layer,
    Coded feature,
    Amount amount,
    @Nullable ReferenceInterval reference,
    When when,
    @Nullable String specimen,
    @Nullable String group,
    @Nullable String method,
    List<SourceRow> rows)
    implements Observation {

  /// Copies the rows; refuses a quantity without one.
  public Quantity {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a quantity needs its source row");
    }
  }

  /// Without the source rows: what was measured, not where it stood.
  @Override
  public Json toJson() {
    return Json.object()
        .put("shape", "quantity")
        .put("layer", layer.code())
        .put("feature", feature)
        .put("amount", amount)
        .put("reference", reference)
        .put("when", when)
        .put("specimen", specimen)
        .put("group", group)
        .put("method", method)
        .end();
  }
}
