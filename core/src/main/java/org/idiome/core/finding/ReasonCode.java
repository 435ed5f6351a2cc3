package org.idiome.core.finding;

import java.util.Locale;

/// The catalogue of reasons for which nothing is claimed.
///
/// The code is part of the public contract; `report` has the words and the remedy of each, and a
/// test holds the two together. Sorted.
public enum ReasonCode {
  /// Two statements of the record contradict each other.
  CONFLICTING_STATEMENTS,
  /// Nothing was recorded that the question needs.
  NO_DATA,
  /// No knowledge in the snapshot answers the question.
  NO_KNOWLEDGE,
  /// No reference interval came with the value.
  NO_REFERENCE_INTERVAL,
  /// A place that decides was called, but not well enough.
  NOT_CALLABLE,
  /// A place that decides was not looked at.
  NOT_LOOKED_AT,
  /// The genome build of the file is not the one of the knowledge, or is not known.
  OTHER_BUILD,
  /// Too few comparable values.
  TOO_FEW_VALUES,
  /// The units of two values cannot be compared.
  UNIT_NOT_COMPARABLE;

  /// The code as tables and JSON write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
