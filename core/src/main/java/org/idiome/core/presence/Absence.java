package org.idiome.core.presence;

/// Why something is not there.
public enum Absence implements Presence {
  /// Nobody looked.
  NOT_TESTED("not_tested"),
  /// Looked for with a test, and below what the test can see.
  NOT_DETECTED("not_detected"),
  /// The test failed.
  FAILED("failed"),
  /// It is known to somebody and was not given.
  WITHHELD("withheld"),
  /// The source has no value and does not say why.
  NOT_STATED("not_stated");

  private final String code;

  Absence(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
