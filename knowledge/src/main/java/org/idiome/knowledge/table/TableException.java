package org.idiome.knowledge.table;

/// A table of facts that cannot be used: where, what, and how to mend it.
public final class TableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// A fault of a whole file.
  public TableException(String file, String problem, String remedy) {
    super(file + ": " + problem + "; " + remedy);
  }

  /// A fault of one line.
  public TableException(String file, int line, String problem, String remedy) {
    super(file + ":" + line + ": " + problem + "; " + remedy);
  }
}
