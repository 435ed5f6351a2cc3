package org.idiome.core.problem;

import java.util.Locale;

/// What is lost, and nothing more; from everything down to nothing.
public enum Reach {
  /// The whole file is refused.
  FILE,
  /// A part of the header is not understood; the file is read.
  HEADER,
  /// This record is refused.
  RECORD,
  /// This genotype is not assessed; the record stays.
  GENOTYPE,
  /// This field is not understood; the record stays.
  FIELD,
  /// Nothing is lost; said for the reader's sake.
  WARNING;

  /// The name in lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
