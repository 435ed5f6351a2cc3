package org.idiome.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.testkit.Checkout;
import org.junit.jupiter.api.Assumptions;

/// The launcher's scripts in a folder with a space in its name, and on its PATH the tools that they
/// may use, a JDK and a Maven of a few lines each.
final class FakeCheckout {
  static final String INPUT = "what was piped in\n";

  private static final List<String> TOOLS =
      List.of(
          "sh",
          "sed",
          "readlink",
          "find",
          "head",
          "tail",
          "ls",
          "cat",
          "date",
          "dirname",
          "rm",
          "rmdir",
          "mkdir",
          "mv",
          "cp",
          "mktemp",
          "cksum",
          "awk",
          "sleep",
          "ln",
          "true");

  /// Prints its arguments; as a trainer it writes the cache, and talks, as the JVM does.
  private static final String JAVA =
      """
      #!/bin/sh
      for word; do
        case $word in
          -XX:AOTCacheOutput=*)
            echo 'The JVM says something about its cache'
            [ -f no-cache ] || echo cache >"${word#*=}"
            exit 0
            ;;
        esac
      done
      [ "$word" != cat ] || exec cat
      [ "$word" != locale ] || { echo "${LC_ALL:-}"; exit 0; }
      for word; do printf '[%s]' "$word"; done
      echo
      """;

  /// Notes which JDK it was given; lays jars, and counts of tests, as a build does.
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$JAVA_HOME" >>builds
      [ ! -f broken ] || { echo '[ERROR] cannot find symbol'; exit 1; }
      [ ! -f slow ] || sleep 1
      case $* in
        *-Prun*)
          cat >/dev/null
          mkdir -p cli/target/run/lib
          echo jar >cli/target/run/lib/core.jar
          echo jar >cli/target/run/cli-0.jar
          ;;
      esac
      [ ! -f tests ] || { mkdir -p target/truth; cp tests target/truth/1.tsv; }
      """;

  private final Path folder;
  private final Path root;
  private final Path tools;
  private final Path input;
  private final Map<String, String> environment = new TreeMap<>();

  record Said(int code, String out, String err) {}

  private static final List<String> LAUNCHER =
      List.of("idiome", "mvnw", ".mvn/jdk.sh", ".mvn/start.sh", ".mvn/build.sh");

  FakeCheckout(Path folder) throws IOException {
    this.folder = folder;
    root = folder.resolve("a checkout");
    tools = Files.createDirectories(folder.resolve("tools"));
    input = Files.writeString(folder.resolve("input"), INPUT);
    for (String tool : TOOLS) {
      addTool(tool);
    }
    program(tools.resolve("mvn"), MAVEN);
    jdk("jdk", "25.0.3");
    Files.createDirectories(root.resolve(".mvn"));
    for (String file : LAUNCHER) {
      Files.copy(Checkout.root().resolve(file), root.resolve(file));
    }
    write("pom.xml", "<project/>");
    write("cli/pom.xml", "<project/>");
    write("cli/src/main/java/Main.java", "class Main {}");
    try (var all = Files.walk(root)) {
      for (Path file : all.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
      }
    }
  }

  Path root(String file) {
    return root.resolve(file);
  }

  void write(String file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).resolve("..").normalize());
    Files.writeString(root.resolve(file), text);
  }

  /// A JDK below the test's folder; the one named `jdk` is the one that the environment names.
  void jdk(String name, String version) throws IOException {
    var home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    program(home.resolve("bin/java"), JAVA);
    program(home.resolve("bin/javac"), JAVA);
  }

  /// Puts one of this machine's tools on the PATH; the test is skipped where it has none.
  void addTool(String name) throws IOException {
    for (String place : List.of("/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")) {
      var tool = Path.of(place, name);
      if (Files.isExecutable(tool)) {
        program(tools.resolve(name), "#!/bin/sh\nexec " + tool + " \"$@\"\n");
        return;
      }
    }
    Assumptions.abort("this machine has no " + name);
  }

  void removeTool(String name) throws IOException {
    Files.delete(tools.resolve(name));
  }

  /// Those in the usual places, which the finder would look at.
  void hideJdksOfThisMachine() throws IOException {
    var finder = root.resolve(".mvn/jdk.sh");
    var text = Files.readString(finder);
    for (String place : List.of("/usr/lib/jvm", "/usr/java", "/opt", "/Library", "/usr/libexec")) {
      text = text.replace(" " + place + "/", " /nowhere" + place + "/");
    }
    Files.writeString(finder, text);
  }

  /// A variable that programs see from now on.
  void environment(String name, String value) {
    environment.put(name, value);
  }

  long builds() throws IOException {
    return Files.readAllLines(root.resolve("builds")).size();
  }

  String current() throws IOException {
    return Files.readString(root.resolve("target/idiome/current")).strip();
  }

  Said run(String... command) throws IOException {
    return runIn(root, command);
  }

  Said runIn(Path where, String... command) throws IOException {
    return said(start(where, command));
  }

  Process start(Path where, String... command) throws IOException {
    var words = new ArrayList<>(List.of(command));
    if (!words.getFirst().startsWith(".")) {
      words.set(0, tools.resolve(words.getFirst()).toString());
    }
    var builder = new ProcessBuilder(words).directory(where.toFile());
    var environment = builder.environment();
    environment.clear();
    environment.put("PATH", tools.toString());
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("IDIOME_JAVA_HOME", folder.resolve("jdk").toString());
    environment.put("TMPDIR", folder.toString());
    environment.putAll(this.environment);
    return builder.redirectInput(input.toFile()).start();
  }

  /// What is said on either side is a few lines: a pipe holds it until the other was read.
  static Said said(Process process) throws IOException {
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.onExit().join().exitValue(), out, err);
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
