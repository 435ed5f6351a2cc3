package org.idiome.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that is killed in the middle of writing leaves the old file or the new one.
class KilledTest {
  private static final int BYTES = 8 << 20;
  private static final int KILLS = 6;

  @TempDir Path folder;

  /// Writes one file again and again, each time with another byte, and says each time that it did.
  static final class Writer {
    private Writer() {}

    /// Goes on until it is killed.
    public static void main(String[] args) {
      var out = new byte[BYTES];
      for (byte content = 'a'; ; content = content == 'a' ? (byte) 'b' : (byte) 'a') {
        Arrays.fill(out, content);
        OutputFile.write(Path.of(args[0]), out);
        System.out.println("written");
      }
    }
  }

  @Test
  @Tag("slow")
  void leavesAWholeFileOrNone() throws IOException, InterruptedException {
    var target = folder.resolve("report.html");
    for (int kill = 0; kill < KILLS; kill++) {
      var writer = writer(target);
      try (var said = writer.inputReader(UTF_8)) {
        for (int writes = 0; writes <= kill; writes++) {
          assertThat(said.readLine()).isEqualTo("written");
        }
        writer.destroyForcibly().waitFor();
      }
      var bytes = Files.readAllBytes(target);
      assertThat(bytes).hasSize(BYTES).containsOnly(bytes[0]);
      try (var left = Files.list(folder)) {
        assertThat(left.map(file -> file.getFileName().toString()))
            .allMatch(name -> name.equals("report.html") || name.endsWith(".part"));
      }
    }
  }

  private static Process writer(Path target) throws IOException {
    var command = new ArrayList<>(java(Writer.class));
    command.add(target.toString());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /// The words that start a program of this build in a process of its own.
  static List<String> java(Class<?> program) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return List.of(java.toString(), "-XX:+UseSerialGC", "-cp", classes, program.getName());
  }
}
