package org.idiome.cli;

/// Whoever read standard output has had enough, as `head` has: nothing went wrong.
final class ClosedOutputException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
