package org.idiome.cli;

import org.jspecify.annotations.Nullable;

/// The machine could not do what was asked: a full disk, a closed pipe.
final class MachineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MachineException(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
