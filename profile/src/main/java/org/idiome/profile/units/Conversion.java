package org.idiome.profile.units;

/// What came of asking for a value in another unit.
public sealed interface Conversion {

  /// The value in the unit asked for.
  record Converted(double value) implements Conversion {}

  /// The two do not measure the same thing, or one is not understood.
  record NotComparable(Reason reason) implements Conversion {}

  /// Why two units do not compare.
  enum Reason {
    /// One of the two is no UCUM code.
    UNIT_NOT_UNDERSTOOD,
    /// They measure different things.
    OTHER_DIMENSION,
    /// Mass and amount of substance, and no molar mass is known.
    NO_MOLAR_MASS,
    /// An arbitrary unit (IU and the like) converts only to itself.
    ARBITRARY_UNIT,
    /// The annotations in braces differ, so the features do.
    OTHER_ANNOTATION
  }
}
