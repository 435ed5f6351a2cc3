package org.idiome.knowledge.laboratory;

import java.util.Locale;
import org.idiome.core.concept.Curie;
import org.idiome.core.source.CitedRow;

/// A code under which values of an analyte come.
public record AnalyteCode(Curie code, Property property, CitedRow row) {

  /// What kind of quantity the values are; two kinds convert only by the molar mass.
  public enum Property {
    /// Mass, as a concentration.
    MASS,
    /// Mass of the nitrogen alone, as in blood urea nitrogen.
    NITROGEN_MASS,
    /// Neither mass nor amount of substance: counts, fractions, activities, pressures.
    OTHER,
    /// Amount of substance, as a concentration.
    SUBSTANCE;

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
