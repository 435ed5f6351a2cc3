package org.idiome.knowledge.packed;

/// A file that is no packed release, or one that was changed or cut.
public final class PackedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What is wrong with it.
  public PackedException(String message) {
    super(message);
  }
}
