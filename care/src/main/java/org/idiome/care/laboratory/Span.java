package org.idiome.care.laboratory;

import org.idiome.core.quantity.Magnitude;
import org.jspecify.annotations.Nullable;

/// The range in which a value lies: one point where it is exact, open ends where it is censored.
///
/// Also holds several values of which one is meant and nobody knows which: then it is the range
/// that holds them all, and what is said of the range holds whichever it is.
record Span(double low, boolean holdsLow, double high, boolean holdsHigh) {

  /// What can be said of a span against a band.
  enum Side {
    /// All of it lies below.
    BELOW,
    /// All of it lies within.
    WITHIN,
    /// All of it lies above.
    ABOVE,
    /// It lies on both sides of an edge.
    CANNOT_BE_SAID
  }

  /// A number.
  static Span of(double value) {
    return new Span(value, true, value, true);
  }

  /// The range of a magnitude; null where it has no number.
  ///
  /// @param floor below which no value can lie: 0, or negative infinity where that is not known
  static @Nullable Span of(Magnitude magnitude, double floor) {
    return switch (magnitude) {
      case Magnitude.Exact exact -> of(exact.value());
      case Magnitude.Below below -> {
        double least = Math.min(floor, below.limit());
        yield new Span(least, Double.isFinite(least), below.limit(), below.inclusive());
      }
      case Magnitude.Above above ->
          new Span(above.limit(), above.inclusive(), Double.POSITIVE_INFINITY, false);
      case Magnitude.Missing _ -> null;
    };
  }

  /// Whether it is one number.
  boolean isPoint() {
    return low == high;
  }

  /// The smallest span that holds both.
  Span and(Span other) {
    return new Span(
        Math.min(low, other.low),
        low == other.low ? holdsLow || other.holdsLow : low < other.low ? holdsLow : other.holdsLow,
        Math.max(high, other.high),
        high == other.high
            ? holdsHigh || other.holdsHigh
            : high > other.high ? holdsHigh : other.holdsHigh);
  }

  /// All quotients of a value of this span by one of another; both hold no negative number.
  Span dividedBy(Span other) {
    return new Span(
        other.high == 0 ? Double.POSITIVE_INFINITY : low / other.high,
        holdsLow && other.holdsHigh,
        other.low == 0 ? Double.POSITIVE_INFINITY : high / other.low,
        holdsHigh && other.holdsLow && other.low > 0);
  }

  /// Where it lies against a band whose edges belong to the band.
  Side against(double bandLow, double bandHigh) {
    if (high < bandLow || (high == bandLow && !holdsHigh)) {
      return Side.BELOW;
    }
    if (low > bandHigh || (low == bandHigh && !holdsLow)) {
      return Side.ABOVE;
    }
    return low >= bandLow && high <= bandHigh ? Side.WITHIN : Side.CANNOT_BE_SAID;
  }
}
