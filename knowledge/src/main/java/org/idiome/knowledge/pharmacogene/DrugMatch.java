package org.idiome.knowledge.pharmacogene;

import java.util.Locale;
import org.idiome.core.source.CitedRow;

/// A drug that a text was understood to mean.
///
/// @param by what was understood
/// @param row the row that says so
/// @param confirmed whether that row was read in the source it cites
public record DrugMatch(Drug drug, By by, CitedRow row, boolean confirmed) {

  /// What told the drug.
  public enum By {
    /// A code of a vocabulary.
    CODE,
    /// A name where a code would stand.
    NAME,
    /// The display text beside a code that no row has; a person should look at it.
    DISPLAY;

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
