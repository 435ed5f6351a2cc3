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
    var people = args[0] + "/demo";
    var person = people + "/lung-01";
    var store = args[0] + "/store";
    var commands =
        List.of(
            List.of("--version"),
            List.of("--help"),
            List.of("--no-such-option"),
            List.of("demo", "-o", people),
            List.of("interpret", person, "-o", people + "/again.html"),
            List.of("explain", person, "CYP2C19"),
            List.of("scan", person, person + "/germline-G1.g.vcf.gz"),
            List.of("pharmacogenes", person + "/germline-G1.g.vcf.gz", "--tsv"),
            List.of("import", person, "--store", store),
            List.of("people", "--store", store),
            List.of("show", "lung-01", "--store", store, "--layer", "laboratory"),
            List.of("explain", "person:lung-01", "CYP2C19", "--store", store),
            List.of("interpret", "person:lung-01", "--store", store, "-o", people + "/kept.html"),
            List.of("explain", "person:lung-01", "CYP2C19", "--store", store),
            List.of("changes", "person:lung-01", "--store", store),
            List.of("consent", "person:lung-01", "--store", store),
            List.of("audit", "--store", store));
    for (var command : commands) {
      Main.run(Shell.ofProcess(), command.toArray(String[]::new));
    }
  }
}
