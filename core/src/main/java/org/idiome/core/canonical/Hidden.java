package org.idiome.core.canonical;

/// Characters that nobody sees: a text that holds one may be read as another.
public final class Hidden {
  private Hidden() {}

  /// Whether a character shows nothing itself and can change how others are shown.
  ///
  /// @param point a code point
  public static boolean is(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
