package org.idiome.report.text;

import java.util.ArrayList;
import java.util.List;
import org.idiome.report.words.Quoted;

/// Lines of text for a terminal: wrapped between words, free of control characters.
final class Lines {
  static final int WIDTH = 88;

  private final StringBuilder out = new StringBuilder();

  /// One line as it is; its pieces must have passed [#safe].
  Lines line(String text) {
    out.append(text).append('\n');
    return this;
  }

  /// An empty line.
  Lines gap() {
    return line("");
  }

  /// A paragraph, wrapped, each line indented.
  Lines wrapped(int indent, String text) {
    for (var line : wrap(safe(text), WIDTH - indent)) {
      line(" ".repeat(indent) + line);
    }
    return this;
  }

  /// A paragraph behind a label that stands in the first line alone.
  ///
  /// @param width of the label in characters, without its colours
  Lines labelled(int indent, String label, int width, String text) {
    var lines = wrap(safe(text), WIDTH - indent - width);
    line(" ".repeat(indent) + label + lines.getFirst());
    for (var line : lines.subList(1, lines.size())) {
      line(" ".repeat(indent + width) + line);
    }
    return this;
  }

  /// Text without characters that act on a terminal.
  static String safe(String text) {
    return Quoted.text(text, Integer.MAX_VALUE);
  }

  static List<String> wrap(String text, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /// The text.
  String end() {
    return out.toString();
  }
}
