package org.idiome.cli;

import java.util.Comparator;
import java.util.Locale;
import org.idiome.report.words.Quoted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What no command is called, and which name was meant.
final class Unknown {
  /// Letters that may differ, be missing or be too many.
  private static final int MOST_SLIPS = 2;

  private Unknown() {}

  /// Words for the first word of a line that should be a command and is none; null where something
  /// else is wrong.
  static @Nullable String command(ParameterException wrong) {
    var line = wrong.getCommandLine();
    if (!(wrong instanceof UnmatchedArgumentException unmatched)
        || line.getSubcommands().isEmpty()) {
      return null;
    }
    var given = unmatched.getUnmatched().getFirst();
    if (given.startsWith("-")) {
      return null;
    }
    var meant = meant(given, line);
    return "no command is called '"
        + Quoted.text(given)
        + "'"
        + (meant == null ? "" : "; '" + meant + "' is");
  }

  private static @Nullable String meant(String given, CommandLine line) {
    var lower = given.toLowerCase(Locale.ROOT);
    return line.getSubcommands().keySet().stream()
        .filter(name -> slips(lower, name) <= MOST_SLIPS && slips(lower, name) < name.length() / 2)
        .min(
            Comparator.<String>comparingInt(name -> slips(lower, name)).thenComparing(name -> name))
        .orElse(null);
  }

  /// The distance of Levenshtein.
  private static int slips(String one, String other) {
    var row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int same = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
