package org.idiome.genomics.identity;

import org.jspecify.annotations.Nullable;

/// Whose samples of a file are those of a child's parents, as the record states.
///
/// @param father sample of the father, or null
/// @param mother sample of the mother, or null
/// @param isSon whether the child is stated to be male; null where it is stated to be neither
public record Family(@Nullable String father, @Nullable String mother, @Nullable Boolean isSon) {
  /// Refuses a family without parents.
  public Family {
    if (father == null && mother == null) {
      throw new IllegalArgumentException("a family needs a parent");
    }
  }
}
