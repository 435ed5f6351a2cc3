package org.idiome.core.finding;

import java.util.Locale;

/// The catalogue of reasons for which nothing is claimed.
///
/// The code is part of the public contract; `report` has the words and the remedy of each, and a
/// test holds the two together. Sorted.
public enum ReasonCode {
  /// The file says on which genome build it is, and its bases say otherwise.
  BUILD_IN_DOUBT,
  /// Nothing says on which genome build the file is.
  BUILD_NOT_KNOWN,
  /// The sample may hold cells of somebody else, or the person has an organ of somebody else.
  CELLS_OF_ANOTHER,
  /// Two statements of the record contradict each other.
  CONFLICTING_STATEMENTS,
  /// A reference interval came with the value, and is none that can be used.
  INTERVAL_NOT_USABLE,
  /// The knowledge that would answer was read in one transcription only, so nothing rests on it.
  KNOWLEDGE_NOT_CONFIRMED,
  /// Nothing was recorded that the question needs.
  NO_DATA,
  /// No knowledge in the snapshot answers the question.
  NO_KNOWLEDGE,
  /// No reference interval came with the value.
  NO_REFERENCE_INTERVAL,
  /// What is measured never rests, or moved steadily, so that a method for a steady state fails.
  NO_STEADY_STATE,
  /// Measurements were tried and gave no value.
  NO_VALUE,
  /// A place that decides was called, but not well enough.
  NOT_CALLABLE,
  /// What was seen lies between two answers, or speaks for neither.
  NOT_DECISIVE,
  /// A place that decides was not looked at.
  NOT_LOOKED_AT,
  /// Which of several times came last cannot be said, and the answer depends on it.
  ORDER_NOT_KNOWN,
  /// The genome build of the file is not the one of the knowledge.
  OTHER_BUILD,
  /// All that could be compared was measured by another method.
  OTHER_METHOD,
  /// The knowledge holds for another specimen than the one that was measured.
  OTHER_SPECIMEN,
  /// The value lies outside of what the rule holds for.
  OUTSIDE_VALIDITY,
  /// A row of the table could not be read, and may have been of what is asked about.
  ROW_NOT_READ,
  /// The sample may be of somebody else.
  SAMPLE_IN_DOUBT,
  /// The specimen is not stated, and the knowledge holds for one kind alone.
  SPECIMEN_NOT_STATED,
  /// Too few places of the genome with a genotype that could tell.
  TOO_FEW_PLACES,
  /// Too few comparable values.
  TOO_FEW_VALUES,
  /// The units of two values cannot be compared.
  UNIT_NOT_COMPARABLE,
  /// The unit of a value is none that can be understood.
  UNIT_NOT_UNDERSTOOD,
  /// A value is only bounded, below or above a limit, and the bound does not decide.
  VALUE_CENSORED;

  /// The code as tables and JSON write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
