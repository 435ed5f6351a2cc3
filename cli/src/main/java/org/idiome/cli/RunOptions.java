package org.idiome.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.profile.Interpretation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options of the commands that interpret: those that change a result are settings of the run.
final class RunOptions {
  @Option(
      names = "--at",
      paramLabel = "DATE",
      description = "Clinical date; only what began by then counts (default: the latest one).")
  @Nullable String at;

  @Option(
      names = "--strict",
      description = "Exit with 3 where nothing but 'not assessed' came out.")
  boolean strict;

  /// Says that a clinical date has not come yet: it may be a slip, and nothing on record can be of
  /// it.
  void sayFuture(Shell shell) {
    var given = at;
    if (given == null || !given.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return;
    }
    var today = LocalDate.now(ZoneOffset.UTC);
    if (LocalDate.parse(given).isAfter(today)) {
      shell.say(
          "--at " + given + " is in the future (today is " + today + "); ages are of that day");
    }
  }

  /// The settings of a run that these options make.
  SortedMap<String, String> settings() {
    var settings = new TreeMap<String, String>();
    if (at != null) {
      settings.put(Interpretation.AT, at);
    }
    return settings;
  }
}
