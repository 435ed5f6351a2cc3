package org.idiome.core.quantity;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.presence.Absence;

/// How much: a number, a bound on it, or the reason why there is neither.
public sealed interface Magnitude extends Canonical {

  /// A finite number.
  record Exact(double value) implements Magnitude {
    /// Refuses what is not finite.
    public Exact {
      value = finite(value);
    }
  }

  /// Less than a limit, or at most that much where `inclusive`.
  record Below(double limit, boolean inclusive) implements Magnitude {
    /// Refuses what is not finite.
    public Below {
      limit = finite(limit);
    }
  }

  /// More than a limit, or at least that much where `inclusive`.
  record Above(double limit, boolean inclusive) implements Magnitude {
    /// Refuses what is not finite.
    public Above {
      limit = finite(limit);
    }
  }

  /// No number, and why.
  record Missing(Absence why) implements Magnitude {}

  /// The number, zero without a sign.
  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a finite number: " + value);
    }
    return value + 0.0;
  }

  @Override
  default Json toJson() {
    return switch (this) {
      case Exact exact -> Json.object().put("value", exact.value()).end();
      case Below below ->
          Json.object().put("below", below.limit()).put("inclusive", below.inclusive()).end();
      case Above above ->
          Json.object().put("above", above.limit()).put("inclusive", above.inclusive()).end();
      case Missing missing -> Json.object().put("absent", missing.why().code()).end();
    };
  }
}
