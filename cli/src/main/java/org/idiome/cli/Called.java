package org.idiome.cli;

import java.util.regex.Pattern;
import org.idiome.report.words.Typed;
import org.jspecify.annotations.Nullable;

/// The name by which the program was called: commands that words offer begin with it, so that they
/// work when pasted.
final class Called {
  /// What the launcher says it is.
  private static final String CALLED = "idiome.called";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-]+");

  /// A command that is offered, not a path or a sentence that goes on with another word.
  private static final Pattern OFFERED =
      Pattern.compile(
          "(?<![\\w./-])"
              + Main.NAME
              + " (?=(?:"
              + String.join("|", Main.commands())
              + ")(?![\\w./-]))");

  private Called() {}

  /// The name, where it is another than that of the program; null otherwise.
  static @Nullable String name() {
    var called = System.getProperty(CALLED, Main.NAME);
    return called.equals(Main.NAME) || !PLAIN.matcher(called).matches() ? null : called;
  }

  /// A word of a command that is offered, as a shell takes it for one.
  static String word(String text) {
    return Typed.word(text);
  }

  /// Words with that name in the commands that they offer.
  static String in(String words) {
    var name = name();
    return name == null || !words.contains(Main.NAME)
        ? words
        : OFFERED.matcher(words).replaceAll(name + " ");
  }
}
