package org.idiome.knowledge.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;

/// The beginning of a file, inflated: what it is told by.
///
/// @param content what the bytes are
/// @param text the first 64 KiB without a mark of byte order; bytes that are no UTF-8 are U+FFFD
/// @param isWhole whether that is all of it
public record Head(Content content, String text, boolean isWhole) {
  private static final int BYTES = 1 << 16;
  private static final String MARK = "\ufeff";

  /// Reads the beginning of a file.
  ///
  /// @param name how problems call it
  /// @throws org.idiome.core.problem.BadInputException where it cannot be opened or inflated
  public static Head of(Path file, String name, Limits limits) throws IOException {
    try (var input = Input.openUnhashed(file, name, limits)) {
      var content = input.content();
      var bytes = new byte[BYTES];
      int filled = 0;
      while (filled < BYTES) {
        int read = input.read(bytes, filled, BYTES - filled);
        if (read < 0) {
          break;
        }
        filled += read;
      }
      return of(content, new String(bytes, 0, filled, StandardCharsets.UTF_8), filled < BYTES);
    }
  }

  /// Of a text that was read.
  ///
  /// @param isWhole whether that is all of the file
  public static Head of(Content content, String text, boolean isWhole) {
    return new Head(content, text.startsWith(MARK) ? text.substring(1) : text, isWhole);
  }

  /// Its lines without their ends; the last may be cut unless the whole file is here.
  public List<String> lines() {
    return text.lines().toList();
  }
}
