package org.idiome.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.idiome.cli.demo.DemoPeople;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The example of every command's help, pasted into a shell beside the demo.
@Tag("slow")
class ExamplesTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?m)^Example: idiome (.*)$");

  @TempDir static Path folder;

  @BeforeAll
  static void writePeople() throws IOException {
    new DemoPeople().writeInto(folder.resolve("demo"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"demo", "interpret", "explain", "scan", "pharmacogenes"})
  void worksWhenPasted(String command) throws IOException, InterruptedException {
    var example = EXAMPLE.matcher(idiome(command, "--help").out());
    assertThat(example.find()).isTrue();
    var words = new ArrayList<>(KilledTest.java(Main.class));
    words.addAll(List.of(example.group(1).split(" ", -1)));
    var process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(out).isNotBlank();
  }
}
