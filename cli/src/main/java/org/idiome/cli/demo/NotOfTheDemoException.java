package org.idiome.cli.demo;

import java.io.IOException;
import java.nio.file.Path;

/// A file stands where the demo would write, and is not one that the demo wrote.
public final class NotOfTheDemoException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;

  NotOfTheDemoException(Path file) {
    super(
        file + ": not a file of the demo, or changed since; give another folder, or move it away");
    this.file = file;
  }

  /// The file that stands in the way.
  public Path file() {
    return file;
  }
}
