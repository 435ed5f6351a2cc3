package org.idiome.record.table;

/// A number or date that is not plain: the whole column must be looked at; never leaves this
/// package.
final class NotPlainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotPlainException() {
    super("not plain", null, false, false);
  }
}
