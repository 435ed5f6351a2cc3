package org.idiome.genomics.rule;

/// A rule table of ours that is not whole.
public final class RuleTableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Says where and what.
  public RuleTableException(String table, int line, String problem) {
    super(table + ":" + line + ": " + problem);
  }
}
