package org.idiome.knowledge.pharmacogene;

import java.util.List;
import org.idiome.core.concept.Curie;
import org.idiome.core.source.CitedRow;

/// An active ingredient.
///
/// @param name international nonproprietary name, lower case
/// @param codes of it in other vocabularies, sorted
public record Drug(String name, List<Curie> codes, CitedRow row) {
  /// Copies the list.
  public Drug {
    codes = List.copyOf(codes);
  }
}
