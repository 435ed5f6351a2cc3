package org.idiome.core.time;

/// What can be said of two times.
public enum Order {
  /// The first ended before the second began, or at its beginning.
  BEFORE,
  /// The first began after the second ended, or at its end.
  AFTER,
  /// The two overlap, or stand on scales that nothing joins.
  CANNOT_BE_SAID;

  /// The answer with the two times exchanged.
  public Order reversed() {
    return switch (this) {
      case BEFORE -> AFTER;
      case AFTER -> BEFORE;
      case CANNOT_BE_SAID -> CANNOT_BE_SAID;
    };
  }
}
