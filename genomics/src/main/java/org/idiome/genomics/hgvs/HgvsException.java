package org.idiome.genomics.hgvs;

import java.io.Serial;

/// A text is no description.
public final class HgvsException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final int column;

  HgvsException(String text, int at, String wanted) {
    super("'" + text + "' at " + (at + 1) + ": " + wanted);
    this.column = at + 1;
  }

  /// Where it is none, from 1.
  public int column() {
    return column;
  }
}
