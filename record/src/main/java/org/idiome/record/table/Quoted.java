package org.idiome.record.table;

/// Cuts texts of the input for quoting.
final class Quoted {
  private static final int CHARS = 80;

  private Quoted() {}

  static String of(String text) {
    return text.length() <= CHARS ? text : text.substring(0, CHARS - 1) + "…";
  }
}
