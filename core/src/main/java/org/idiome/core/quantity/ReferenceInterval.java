package org.idiome.core.quantity;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.jspecify.annotations.Nullable;

/// The interval that a laboratory printed beside its value, in the unit it names.
///
/// One that was printed and cannot be used (no unit, upside down, no numbers) has no ends: it is
/// not the same as none.
///
/// @param low lower end, or null where only an upper one was given
/// @param high upper end, or null where only a lower one was given
public record ReferenceInterval(@Nullable Double low, @Nullable Double high, Unit unit)
    implements Canonical {

  /// Refuses an interval whose ends are not finite, or upside down.
  public ReferenceInterval {
    if ((low != null && !Double.isFinite(low)) || (high != null && !Double.isFinite(high))) {
      throw new IllegalArgumentException("a reference interval has an end that is not finite");
    }
    if (low != null && high != null && low > high) {
      throw new IllegalArgumentException("reference interval " + low + " to " + high);
    }
    low = low == null ? null : Double.valueOf(low + 0.0);
    high = high == null ? null : Double.valueOf(high + 0.0);
  }

  /// An interval that was printed and cannot be used.
  public static ReferenceInterval notUsable(Unit unit) {
    return new ReferenceInterval(null, null, unit);
  }

  /// Whether it has an end.
  public boolean isUsable() {
    return low != null || high != null;
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("low", low == null ? null : Json.of(low))
        .put("high", high == null ? null : Json.of(high))
        .put("unit", unit)
        .end();
  }
}
