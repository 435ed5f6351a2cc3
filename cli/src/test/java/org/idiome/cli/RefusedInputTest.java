package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.idiome.cli.demo.DemoPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of a person that is refused is said, and is no success.
final class RefusedInputTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream words = new ByteArrayOutputStream();

  @Test
  void aGenomeThatIsCutShortIsSaidOnStandardErrorAndByTheExitCode() throws IOException {
    new DemoPeople().writeInto(folder);
    var genome = folder.resolve("lung-01/germline-G1.g.vcf.gz");
    var bytes = Files.readAllBytes(genome);
    Files.write(genome, Arrays.copyOf(bytes, bytes.length / 2));
    for (var command : new String[] {"interpret", "explain", "pharmacogenes"}) {
      words.reset();
      assertThat(run(command, folder.resolve("lung-01").toString())).isEqualTo(ExitCode.PARTLY);
      assertThat(words.toString(StandardCharsets.UTF_8)).contains("germline-G1.g.vcf.gz: ");
    }
  }

  private int run(String... line) {
    var out = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    return Main.run(new Shell(out, new PrintStream(words, true, StandardCharsets.UTF_8)), line);
  }
}
