package org.idiome.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/// The machine could not do what was asked: a full disk, a closed pipe.
final class MachineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MachineException(String what, @Nullable Throwable cause) {
    super(what, cause);
  }

  /// What failed, with the file where the system named one.
  static String reason(IOException failure) {
    return failure instanceof FileSystemException named && named.getFile() != null
        ? named.getFile() + ": " + why(failure)
        : why(failure);
  }

  /// What failed, without a file.
  static String why(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "it is not permitted";
      case NoSuchFileException _ -> "it is not there";
      case FileSystemException named when named.getReason() != null -> named.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }
}
