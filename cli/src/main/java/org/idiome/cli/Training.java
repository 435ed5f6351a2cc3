package org.idiome.cli;

import java.util.List;

/// What people do, done once, so that the start-up cache holds the classes that it takes.
///
/// The launcher runs it while the JVM records. Exit codes do not matter here and the output is
/// thrown away; only the folder given is written to.
final class Training {
  private Training() {}

  /// Runs each command in turn.
  ///
  /// @param args a folder that is there and empty
  public static void main(String[] args) {
    for (List<String> command : commands()) {
      Main.run(command.toArray(String[]::new));
    }
  }

  private static List<List<String>> commands() {
    return List.of(List.of("--version"), List.of("--help"), List.of("--no-such-option"));
  }
}
