package org.idiome.core.quantity;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;

/// A magnitude in its unit.
public record Amount(Magnitude magnitude, Unit unit) implements Canonical {

  /// An exact number in a UCUM unit.
  public static Amount of(double value, String ucum) {
    return new Amount(new Magnitude.Exact(value), Unit.ucum(ucum));
  }

  @Override
  public Json toJson() {
    return Json.object().put("magnitude", magnitude).put("unit", unit).end();
  }
}
