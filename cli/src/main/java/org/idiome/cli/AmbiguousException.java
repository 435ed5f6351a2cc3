package org.idiome.cli;

/// What was given can mean several things; the message says how to name each.
final class AmbiguousException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AmbiguousException(String what) {
    super(what);
  }
}
