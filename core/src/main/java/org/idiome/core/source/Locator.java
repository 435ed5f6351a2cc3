package org.idiome.core.source;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;

/// A place inside a file.
public sealed interface Locator extends Canonical {

  /// A line, counted from 1.
  record Line(long number) implements Locator {
    /// Refuses lines below 1.
    public Line {
      if (number < 1) {
        throw new IllegalArgumentException("lines count from 1, not " + number);
      }
    }
  }

  /// A JSON pointer (RFC 6901), and the line on which its value begins.
  record Pointer(String pointer, long line) implements Locator {}

  /// The line, followed by the pointer where there is one.
  default String text() {
    return switch (this) {
      case Line line -> Long.toString(line.number());
      case Pointer pointer -> pointer.line() + " " + pointer.pointer();
    };
  }

  @Override
  default Json toJson() {
    return switch (this) {
      case Line line -> Json.object().put("line", line.number()).end();
      case Pointer pointer ->
          Json.object().put("line", pointer.line()).put("pointer", pointer.pointer()).end();
    };
  }
}
