package org.idiome.core.finding;

import java.util.List;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;

/// The three answers that a finding can give.
public sealed interface State extends Canonical {

  /// It is so: in one way, or in several possible ones between which the data cannot decide.
  record Found(List<Details> possibilities) implements State {
    /// Copies the list; refuses none.
    public Found {
      possibilities = List.copyOf(possibilities);
      if (possibilities.isEmpty()) {
        throw new IllegalArgumentException("found needs at least one possibility");
      }
    }

    /// Whether several answers remain possible.
    public boolean isAmbiguous() {
      return possibilities.size() > 1;
    }
  }

  /// It is not so, within a limit that the details state: how much was looked at, or above which
  /// level it would have been seen.
  record Excluded(Details limit) implements State {
    /// Refuses an exclusion without its limit.
    public Excluded {
      if (limit.isEmpty()) {
        throw new IllegalArgumentException("excluded needs the limit that supports it");
      }
    }
  }

  /// Nothing is claimed, and why.
  record NotAssessed(ReasonCode reason, Details details) implements State {}

  /// Found in exactly one way.
  static Found found(Details details) {
    return new Found(List.of(details));
  }

  /// `found`, `excluded` or `not_assessed`.
  default String code() {
    return switch (this) {
      case Found _ -> "found";
      case Excluded _ -> "excluded";
      case NotAssessed _ -> "not_assessed";
    };
  }

  @Override
  default Json toJson() {
    var out = Json.object().put("state", code());
    return switch (this) {
      case Found found -> out.put("values", Json.array(found.possibilities())).end();
      case Excluded excluded -> out.put("limit", excluded.limit()).end();
      case NotAssessed not ->
          out.put("reason", not.reason().code()).put("details", not.details()).end();
    };
  }
}
