package org.idiome.core.quantity;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;

/// A unit of measure as far as it is known.
public sealed interface Unit extends Canonical {

  /// A UCUM code, case-sensitive, such as `mg/dL` or `umol/L`; `1` for a pure number.
  record Ucum(String code) implements Unit {
    /// Refuses blanks and anything outside printable ASCII; grammar is checked where units convert.
    public Ucum {
      if (code.isEmpty() || !code.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
        throw new IllegalArgumentException("not a UCUM code: " + code);
      }
    }
  }

  /// A unit that was stated in words that no table of ours maps to UCUM.
  record NotUnderstood(String text) implements Unit {
    /// Refuses a blank text.
    public NotUnderstood {
      if (text.isBlank()) {
        throw new IllegalArgumentException("a unit text is blank");
      }
    }
  }

  /// The source gave no unit.
  record NotStated() implements Unit {}

  /// No unit was given.
  static Unit notStated() {
    return new NotStated();
  }

  /// The unit of a pure number.
  static Unit one() {
    return new Ucum("1");
  }

  /// A UCUM unit.
  static Unit ucum(String code) {
    return new Ucum(code);
  }

  /// The code, the words, or `not stated`.
  default String text() {
    return switch (this) {
      case Ucum unit -> unit.code();
      case NotUnderstood unit -> unit.text();
      case NotStated _ -> "not stated";
    };
  }

  @Override
  default Json toJson() {
    return switch (this) {
      case Ucum unit -> Json.object().put("ucum", unit.code()).end();
      case NotUnderstood unit -> Json.object().put("not_understood", unit.text()).end();
      case NotStated _ -> Json.object().put("not_stated", true).end();
    };
  }
}
