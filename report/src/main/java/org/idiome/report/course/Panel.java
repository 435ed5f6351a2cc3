package org.idiome.report.course;

import java.util.List;
import java.util.Objects;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.jspecify.annotations.Nullable;

/// A quantity measured again and again: comparable readings in order of time.
///
/// @param featureId as its source coded it
/// @param name what was measured
/// @param readings all that have a place on the axis, sorted by time
/// @param reference the interval that came with the last reading that had one, in this unit
/// @param baseline the person's own, or null where there are too few readings
record Panel(
    String featureId,
    String name,
    Unit unit,
    List<Reading> readings,
    @Nullable ReferenceInterval reference,
    @Nullable Baseline baseline) {

  /// Copies the readings; refuses none.
  Panel {
    readings = List.copyOf(readings);
    if (readings.isEmpty()) {
      throw new IllegalArgumentException("a panel without readings");
    }
  }

  /// One reading.
  ///
  /// @param isOfBaseline whether the own baseline rests on it
  record Reading(Placed at, Magnitude magnitude, String date, boolean isOfBaseline) {

    /// The number of an exact reading, or null.
    @Nullable Double exact() {
      return magnitude instanceof Magnitude.Exact exact ? exact.value() : null;
    }
  }

  /// Whether the readings before the last only rise, or only fall.
  boolean isSteadyTrend() {
    return Baseline.isSteadyTrend(
        readings.stream()
            .filter(Reading::isOfBaseline)
            .mapToDouble(reading -> Objects.requireNonNull(reading.exact()))
            .toArray());
  }

  /// Whether so many readings before the last are only bounded that there is no baseline.
  boolean isOftenBounded() {
    int exact = 0;
    int bounded = 0;
    for (var reading : readings) {
      exact += reading.isOfBaseline() ? 1 : 0;
      boolean isEarlier = reading.at().middle() < last().at().middle();
      bounded += isEarlier && SeriesReader.isBounded(reading.magnitude()) ? 1 : 0;
    }
    return Baseline.isOftenBounded(exact, bounded);
  }

  /// The last reading.
  Reading last() {
    return readings.getLast();
  }
}
