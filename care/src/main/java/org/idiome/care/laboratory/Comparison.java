package org.idiome.care.laboratory;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.core.time.DaysBetween;
import org.idiome.profile.units.Conversion;
import org.idiome.profile.units.Units;
import org.jspecify.annotations.Nullable;

/// The part of a series that can be compared with its latest values: same method, and a unit that
/// converts into theirs.
///
/// @param unit of all values here
/// @param latest the latest values, one after the other
/// @param earlier comparable earlier values, in order of display
/// @param otherMethod how many earlier values were left out for their method
/// @param otherUnit how many were left out for their unit
/// @param refused why the latest values do not even compare among themselves, or null
record Comparison(
    Unit unit,
    List<Point> latest,
    List<Point> earlier,
    int otherMethod,
    int otherUnit,
    @Nullable ReasonCode refused) {
  private static final int YEAR_DAYS = 365;

  /// A reading in the common unit.
  record Point(Reading reading, Magnitude magnitude) {
    /// The range that it can lie in; values that change by ratio are never negative.
    Span span() {
      var span = Span.of(magnitude, 0);
      if (span == null) {
        throw new AssertionError("a reading without a number was taken for a value");
      }
      return span;
    }

    boolean isExact() {
      return magnitude instanceof Magnitude.Exact;
    }
  }

  /// What can be compared in a series.
  static Comparison of(Series series, Units units, @Nullable Double gramsPerMole) {
    if (series.isEmpty()) {
      return new Comparison(Unit.notStated(), List.of(), List.of(), 0, 0, ReasonCode.NO_VALUE);
    }
    var unit = series.latest().getFirst().unit();
    var latest = converted(series.latest(), unit, units, gramsPerMole);
    var sameMethod = series.sameMethod();
    var earlier = converted(sameMethod, unit, units, gramsPerMole);
    return new Comparison(
        unit,
        latest,
        earlier,
        series.earlier().size() - sameMethod.size(),
        sameMethod.size() - earlier.size(),
        latest.size() < series.latest().size() ? unitFault(series) : null);
  }

  private static ReasonCode unitFault(Series series) {
    return series.latest().stream()
            .anyMatch(reading -> reading.unit() instanceof Unit.NotUnderstood)
        ? ReasonCode.UNIT_NOT_UNDERSTOOD
        : ReasonCode.UNIT_NOT_COMPARABLE;
  }

  private static List<Point> converted(
      List<Reading> readings, Unit unit, Units units, @Nullable Double gramsPerMole) {
    var values = new ArrayList<Point>(readings.size());
    for (var reading : readings) {
      var magnitude = convert(reading.magnitude(), reading.unit(), unit, units, gramsPerMole);
      if (magnitude != null) {
        values.add(new Point(reading, magnitude));
      }
    }
    return values;
  }

  /// A magnitude in another unit, or null where the units do not compare.
  static @Nullable Magnitude convert(
      Magnitude magnitude, Unit from, Unit to, Units units, @Nullable Double gramsPerMole) {
    return switch (magnitude) {
      case Magnitude.Exact exact -> {
        var value = convert(exact.value(), from, to, units, gramsPerMole);
        yield value == null ? null : new Magnitude.Exact(value);
      }
      case Magnitude.Below below -> {
        var limit = convert(below.limit(), from, to, units, gramsPerMole);
        yield limit == null ? null : new Magnitude.Below(limit, below.inclusive());
      }
      case Magnitude.Above above -> {
        var limit = convert(above.limit(), from, to, units, gramsPerMole);
        yield limit == null ? null : new Magnitude.Above(limit, above.inclusive());
      }
      case Magnitude.Missing _ -> null;
    };
  }

  /// A number in another unit, or null. Units that are not understood or not stated compare with
  /// nothing, not even with the same words.
  static @Nullable Double convert(
      double value, Unit from, Unit to, Units units, @Nullable Double gramsPerMole) {
    return switch (units.convert(value, from, to, gramsPerMole)) {
      case Conversion.Converted converted -> converted.value();
      case Conversion.NotComparable _ -> null;
    };
  }

  /// The range that holds all values of a list, which is not empty.
  static Span span(List<Point> values) {
    var span = values.getFirst().span();
    for (var value : values) {
      span = span.and(value.span());
    }
    return span;
  }

  /// The last of the earlier values; several where their order cannot be said.
  List<Point> previous() {
    var times = Series.latestTimes(earlier.stream().map(Point::reading).toList());
    return earlier.stream().filter(point -> times.contains(point.reading().when())).toList();
  }

  /// The values of the year up to the latest ones, each with the one before it, the latest
  /// comparison last.
  List<Pair> pairsOfTheYear() {
    var end = latest.getLast().reading().when();
    var pairs = new ArrayList<Pair>();
    for (int i = 1; i < earlier.size(); i++) {
      var days = DaysBetween.of(earlier.get(i).reading().when(), end);
      if (!(days instanceof DaysBetween.Range range) || range.least() < YEAR_DAYS) {
        pairs.add(new Pair(List.of(earlier.get(i - 1)), List.of(earlier.get(i))));
      }
    }
    pairs.add(new Pair(previous(), latest));
    return pairs;
  }

  /// Values, or several of which one is meant, before and after.
  record Pair(List<Point> before, List<Point> after) {
    /// All quotients that are possible.
    Span ratio() {
      return span(after).dividedBy(span(before));
    }

    /// Both sides.
    List<Point> points() {
      var points = new ArrayList<>(before);
      points.addAll(after);
      return points;
    }
  }
}
