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
    var why =
        switch (failure) {
          case AccessDeniedException _ -> "it is not permitted";
          case NoSuchFileException _ -> "it is not there";
          case FileSystemException named when named.getReason() != null -> named.getReason();
          default -> failure.getMessage();
        };
    return failure instanceof FileSystemException named && named.getFile() != null
        ? named.getFile() + ": " + why
        : String.valueOf(why);
  }
}
