package org.idiome.core.genome;

/// What a file says about a stretch of a sample's genome.
public enum Callability {
  /// A variant was called there.
  CALLED_VARIANT("called variant"),
  /// It was looked at, well enough, and is the reference.
  CALLED_REFERENCE("called reference"),
  /// It was looked at and no genotype could be called, or not well enough.
  NO_CALL("no call"),
  /// A call was made and a filter rejected it.
  FILTERED("filtered"),
  /// Nothing says that anybody looked.
  NOT_LOOKED_AT("not looked at");

  private final String code;

  Callability(String code) {
    this.code = code;
  }

  /// The word used in tables.
  public String code() {
    return code;
  }
}
