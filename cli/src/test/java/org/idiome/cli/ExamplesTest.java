package org.idiome.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.idiome.cli.demo.DemoPeople;
import org.idiome.testkit.Checkout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The example of every command's help, pasted into a shell beside the demo.
@Tag("slow")
class ExamplesTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("(?m)^Example: idiome ((?:.*\\\\\\R)*.*)$");

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
    assertThat(pasted(example.group(1))).isNotBlank();
  }

  /// The commands of a store, one after the other as one would.
  @Test
  void theCommandsOfAStoreWorkOneAfterTheOther() throws IOException, InterruptedException {
    var consent = folder.resolve("docs/examples/consent.txt");
    Files.createDirectories(consent.getParent());
    Files.copy(Checkout.root().resolve("docs/examples/consent.txt"), consent);
    for (var command :
        List.of(
            "import",
            "people",
            "show",
            "consent",
            "audit",
            "export",
            "store where",
            "store verify",
            "store backup",
            "store compact",
            "withdraw",
            "erase")) {
      var help = new ArrayList<Object>(List.of(command.split(" ", -1)));
      help.add("--help");
      var example = EXAMPLE.matcher(idiome(help.toArray()).out());
      assertThat(example.find()).as(command).isTrue();
      pasted(example.group(1));
      if (command.equals("import")) {
        pasted("interpret person:lung-01");
        pasted("interpret person:course-01");
      }
    }
  }

  private static String pasted(String example) throws IOException, InterruptedException {
    var words = new ArrayList<>(KilledTest.java(Main.class));
    for (var word : example.replaceAll("\\\\\\R *", "").split(" (?=(?:[^']*'[^']*')*[^']*$)", -1)) {
      words.add(word.replace("'", ""));
    }
    var process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor())
        .as(example + "\n" + Files.readString(folder.resolve("err.txt")))
        .isZero();
    return out;
  }
}
