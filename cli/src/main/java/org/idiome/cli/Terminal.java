package org.idiome.cli;

/// Streams that may lead to a person. Java cannot tell; the launcher can, and says so.
enum Terminal {
  /// Standard output.
  OUT("1"),
  /// Standard error.
  ERR("2");

  private static final String PROPERTY = "idiome.terminals";

  private final String descriptor;

  Terminal(String descriptor) {
    this.descriptor = descriptor;
  }

  /// Whether it leads to a terminal.
  boolean isThere() {
    return System.getProperty(PROPERTY, "").contains(descriptor);
  }
}
