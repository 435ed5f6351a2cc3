package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;

/// What people do, done once, so that the start-up caches hold the classes that it takes.
///
/// The launcher runs it while the JVM records. Exit codes do not matter here and the output is
/// thrown away; only the folder given is written to.
final class Training {
  private static final String SHORT = "short";

  private Training() {}

  /// Runs each command in turn; the last ends the process, as every command does.
  ///
  /// @param args a folder that is there and empty; or one in which all ran, and `short` for those
  ///   commands alone that are over in a second
  public static void main(String[] args) {
    boolean isShort = args.length > 1 && args[1].equals(SHORT);
    var commands = isShort ? shortOnes(args[0]) : all(args[0]);
    for (var command : commands.subList(0, commands.size() - 1)) {
      Main.run(Shell.ofProcess(), command.toArray(String[]::new));
    }
    Main.main(commands.getLast().toArray(String[]::new));
  }

  private static List<List<String>> all(String folder) {
    var people = folder + "/demo";
    var person = people + "/lung-01";
    var store = store(folder);
    var commands = new ArrayList<List<String>>();
    commands.addAll(
        List.of(
            List.of("demo", "-o", people),
            List.of("interpret", person, "-o", people + "/again.html"),
            List.of("explain", person, "CYP2C19"),
            List.of("scan", person, person + "/germline-G1.g.vcf.gz"),
            List.of("pharmacogenes", person + "/germline-G1.g.vcf.gz", "--tsv"),
            List.of("import", person, "--store", store),
            List.of("interpret", "person:lung-01", "--store", store, "-o", people + "/kept.html"),
            List.of("changes", "person:lung-01", "--store", store)));
    commands.addAll(shortOnes(folder));
    return commands;
  }

  private static List<List<String>> shortOnes(String folder) {
    var store = store(folder);
    return List.of(
        List.of("--version"),
        List.of("--help"),
        List.of("--no-such-option"),
        List.of("people", "--store", store),
        List.of("show", "lung-01", "--store", store),
        List.of("show", "lung-01", "--store", store, "--layer", "laboratory"),
        List.of("explain", "person:lung-01", "--store", store),
        List.of("explain", "person:lung-01", "CYP2C19", "--store", store),
        List.of("consent", "person:lung-01", "--store", store),
        List.of("audit", "--store", store));
  }

  private static String store(String folder) {
    return folder + "/store";
  }
}
