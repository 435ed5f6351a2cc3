package org.idiome.record.door;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.idiome.store.Consents;
import org.idiome.store.Held;
import org.jspecify.annotations.Nullable;

/// What stands of a person's consent on a day.
///
/// Of each purpose the newest row that has begun counts: a withdrawal, or a consent until its last
/// day. A newer consent that has ended does not revive an older one. Nor does a clock that went
/// back: what had ended by the latest day that the store knows of cannot be told to hold.
///
/// @param rows in the order in which they were recorded
/// @param day on which it is asked, by the clock
/// @param latest the latest day on which anything was recorded, where it is later; else the day
/// @param hold what a restore could not record again of the person and nobody accepted, or null
public record Basis(
    List<Consents.Row> rows, LocalDate day, LocalDate latest, Held.@Nullable Hold hold) {
  /// Copies the list.
  public Basis {
    rows = List.copyOf(rows);
  }

  /// How a purpose stands.
  public enum Standing {
    /// Nothing was ever said of it, or what was said has not begun.
    NOT_GIVEN,
    /// It was given and holds.
    GIVEN,
    /// It was given, and its last day is over.
    ENDED,
    /// It holds by the clock, which is behind what was recorded last; by that, it does not.
    CLOCK_BEHIND,
    /// It was taken back, or objected to.
    WITHDRAWN;

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How a purpose stands.
  public Standing of(Purpose purpose) {
    var standing = of(purpose, day);
    return standing == Standing.GIVEN && of(purpose, latest) != Standing.GIVEN
        ? Standing.CLOCK_BEHIND
        : standing;
  }

  private Standing of(Purpose purpose, LocalDate on) {
    var newest = Consents.newest(rows, purpose.code(), on);
    if (newest == null) {
      return Standing.NOT_GIVEN;
    }
    if (!newest.said().isGiven()) {
      return Standing.WITHDRAWN;
    }
    var until = newest.said().until();
    return until != null && LocalDate.parse(until).isBefore(on) ? Standing.ENDED : Standing.GIVEN;
  }

  /// The first day of a consent that has not begun, where nothing else was ever said of the
  /// purpose; null otherwise.
  public @Nullable LocalDate begins(Purpose purpose) {
    return of(purpose) != Standing.NOT_GIVEN
        ? null
        : rows.stream()
            .map(Consents.Row::said)
            .filter(said -> said.purpose().equals(purpose.code()) && said.from() != null)
            .map(said -> LocalDate.parse(said.from()))
            .min(Comparator.naturalOrder())
            .orElse(null);
  }

  /// Whether the person may be read for a purpose.
  public boolean allows(Purpose purpose) {
    if (hold != null) {
      return false;
    }
    return switch (of(purpose)) {
      case GIVEN -> true;
      case WITHDRAWN -> false;
      case NOT_GIVEN, ENDED, CLOCK_BEHIND -> !purpose.needsConsent();
    };
  }

  /// What stands, as text that enters a run's profile state; empty where nothing was ever said.
  public String state() {
    var out = new StringBuilder();
    for (var purpose : Purpose.values()) {
      var standing = of(purpose);
      if (standing != Standing.NOT_GIVEN) {
        out.append(purpose.code()).append(' ').append(standing.code()).append('\n');
      }
    }
    return out.toString();
  }
}
