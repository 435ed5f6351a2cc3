package org.idiome.genomics.consequence;

/// Two places that are next to each other now.
///
/// @param isBounded whether both are surely where they are said to be
/// @param insertedBases how many bases stand between them
public record Join(Cut one, Cut other, boolean isBounded, int insertedBases) {
  /// The same, read from the other end.
  public Join turned() {
    return new Join(/* one= */ other, /* other= */ one, isBounded, insertedBases);
  }
}
