package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.fed;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanLineTest {
  /// `printf 'a\nb\tc\r\nd' | bgzip`, 1.16.
  private static final String BLOCKED =
      "1f8b08040000000000ff0600424302002600010800f7ff610a6209630d0a"
          + "64576a440408000000"
          + "1f8b08040000000000ff0600424302001b0003000000000000000000";

  @TempDir Path folder;

  @Test
  void aLineIsPrintedAsItStandsThere() throws IOException {
    var plain = Files.writeString(folder.resolve("x.tsv"), "a\nb\tc\r\nd");
    for (int line = 1; line <= 3; line++) {
      var ran = idiome("scan", plain, "--line", line);
      assertThat(ran.exit()).isZero();
      assertThat(ran.out()).isEqualTo("%s\n", line == 1 ? "a" : line == 2 ? "b\tc" : "d");
    }
    var text = "a\nb\n".getBytes(StandardCharsets.UTF_8);
    assertThat(fed(text, "scan", "-", "--line", 2).out()).isEqualTo("b\n");
  }

  @Test
  void aLineThatIsNotThereIsNothingToAnswerFrom() throws IOException {
    var plain = Files.writeString(folder.resolve("x.tsv"), "a\nb\n");
    for (long line : new long[] {3, 0, -1, Long.MAX_VALUE}) {
      assertThat(idiome("scan", plain, "--line", line).exit())
          .isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    }
    assertThat(idiome("scan", plain, plain, "--line", 1).exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(idiome("scan", plain, "--line", 1, "--tsv").exit()).isEqualTo(ExitCode.WRONG_INPUT);
    var absent = idiome("scan", folder.resolve("y"), "--line", 1);
    assertThat(absent.exit()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void anIndexIsWrittenBesideABlockedFileAlone() throws IOException {
    var file = Files.write(folder.resolve("x.gz"), HexFormat.of().parseHex(BLOCKED));
    var ran = idiome("scan", file, "--line-index", "--line", 2);
    assertThat(ran.err()).contains("3 lines");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).isEqualTo("b\tc\n");
    assertThat(folder.resolve("x.gz.lines")).exists();
    assertThat(idiome("scan", file, "--line-index").exit()).as("again").isZero();
    Files.writeString(folder.resolve("x.gz.lines"), "mine");
    assertThat(idiome("scan", file, "--line-index").exit()).isEqualTo(ExitCode.WRONG_INPUT);
    var plain = Files.writeString(folder.resolve("x.tsv"), "a\nb\n");
    assertThat(idiome("scan", plain, "--line-index").exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(folder.resolve("x.tsv.lines")).doesNotExist();
  }
}
