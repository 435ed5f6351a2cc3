package org.idiome.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What another process does with a store.
public final class Elsewhere {
  private Elsewhere() {}

  /// Starts one of the programs below, or a search.
  public static Process start(Class<?> program, Object... args) throws IOException {
    return start(List.of(), program, args);
  }

  /// Starts one that may make no file longer than this: writing behind it fails.
  static Process limited(long kibibytes, Class<?> program, Object... args) throws IOException {
    // Blocks of 512 bytes, as POSIX has it.
    var limit = "ulimit -f " + 2 * kibibytes + " && exec \"$@\"";
    return start(List.of("sh", "-c", limit, "sh"), program, args);
  }

  private static Process start(List<String> before, Class<?> program, Object... args)
      throws IOException {
    var command = new ArrayList<String>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(Libraries.words());
    command.add(program.getName());
    for (var arg : args) {
      command.add(arg.toString());
    }
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /// What a program says until it ends.
  static List<String> said(Class<?> program, Object... args)
      throws IOException, InterruptedException {
    var process = start(program, args);
    List<String> lines;
    try (var out = process.inputReader(UTF_8)) {
      lines = out.lines().toList();
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(program + " ended with " + process.exitValue());
    }
    return lines;
  }

  /// Reads a person, says so, and reads them again as of the same moment when it is told to.
  static final class Reading {
    private Reading() {}

    /// Prints the records of a person twice, a line each time.
    public static void main(String[] args) throws IOException {
      try (var reader = Store.at(Path.of(args[0])).read();
          var in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
        System.out.println(records(reader, args[1]));
        in.readLine();
        System.out.println(records(reader, args[1]));
      }
    }

    private static long records(StoreReader reader, String id) {
      var person = reader.person(id);
      long[] count = {0};
      if (person != null) {
        for (var intake : reader.intakes(person.person(), StoreReader.NEWEST)) {
          for (var segment : reader.segments(intake.intake())) {
            if (segment.shape().equals("call")) {
              reader.calls(segment.segment(), _ -> count[0]++);
            }
          }
        }
      }
      return count[0];
    }
  }

  /// Erases a person.
  static final class Erasing {
    private Erasing() {}

    /// Says when it begins and when it is done.
    public static void main(String[] args) {
      try (var upkeep = Store.at(Path.of(args[0])).upkeep("elsewhere", 0)) {
        var person = upkeep.person(args[1]);
        System.out.println("begin");
        if (person != null) {
          upkeep.erase(person, MadePeople.head("erase"), false, false, 0);
        }
        System.out.println("done");
      }
    }
  }

  /// Makes a store compact.
  static final class Compacting {
    private Compacting() {}

    /// Says when it begins and when it is done.
    public static void main(String[] args) {
      try (var upkeep = Store.at(Path.of(args[0])).upkeep("elsewhere", 0)) {
        System.out.println("begin");
        upkeep.compact(MadePeople.FIRST, 0);
        System.out.println("done");
      }
    }
  }
}
