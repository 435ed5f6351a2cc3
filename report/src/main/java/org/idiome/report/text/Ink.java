package org.idiome.report.text;

/// Colours and weights of a terminal; [#PLAIN] has none.
public enum Ink {
  /// No escape sequence at all: for pipes, files and `NO_COLOR`.
  PLAIN,
  /// Escape sequences of ANSI X3.64.
  COLOURED;

  private static final String END = "\u001b[0m";

  String bold(String text) {
    return wrap("\u001b[1m", text);
  }

  String faint(String text) {
    return wrap("\u001b[2m", text);
  }

  String found(String text) {
    return wrap("\u001b[36m", text);
  }

  String excluded(String text) {
    return wrap("\u001b[34m", text);
  }

  String act(String text) {
    return wrap("\u001b[33m", text);
  }

  String marked(String text) {
    return wrap("\u001b[7m", text);
  }

  private String wrap(String start, String text) {
    return this == PLAIN || text.isEmpty() ? text : start + text + END;
  }
}
