package org.idiome.genomics.vrs;

import org.jspecify.annotations.Nullable;

/// A whole number, or a range of which either end may be open.
///
/// @param least null where open
/// @param most null where open
public record VrsNumber(@Nullable Long least, @Nullable Long most, boolean isRange) {

  /// One number.
  public static VrsNumber of(long number) {
    return new VrsNumber(number, number, false);
  }

  /// A range with both ends in it.
  public static VrsNumber range(@Nullable Long least, @Nullable Long most) {
    return new VrsNumber(least, most, true);
  }

  String serialized() {
    return isRange ? "[" + least + "," + most + "]" : String.valueOf(least);
  }
}
