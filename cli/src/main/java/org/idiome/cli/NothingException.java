package org.idiome.cli;

/// There is nothing to answer from: no such finding.
final class NothingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NothingException(String what) {
    super(what);
  }
}
