package org.idiome.report.words;

import java.util.regex.Pattern;

/// Words of a command that is offered, as a shell takes them.
public final class Typed {
  /// What no shell parts or takes for something else.
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_./:@%+=,-]+");

  private Typed() {}

  /// One word, quoted where a shell would part it.
  public static String word(String text) {
    return WORD.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
