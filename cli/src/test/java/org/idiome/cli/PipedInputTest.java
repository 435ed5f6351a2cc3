package org.idiome.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.fed;
import static org.idiome.cli.Ran.idiome;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `-` is standard input, and gives what the file itself gives; names of files are just names.
class PipedInputTest {
  private static final String VCF = MadePerson.germline();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("x.vcf"), VCF);
  }

  @Test
  void scanReadsStandardInput() throws IOException {
    var named = idiome("scan", "--tsv", file);
    assertThat(named.exit()).isZero();
    var expected = named.out().replace(file.toString(), "-");
    assertThat(fed(VCF.getBytes(UTF_8), "scan", "--tsv", "-").out()).isEqualTo(expected);
    assertThat(fed(gzip(), "scan", "--tsv", "-").out()).isEqualTo(expected);
    var table = fed("a\tb\n1\t2\n".getBytes(UTF_8), "scan", "--json", "-");
    assertThat(JsonTree.of(table.out()).at("/files/0/kind").asString()).isEqualTo("table");
  }

  @Test
  void pharmacogenesReadsStandardInput() throws IOException {
    var named = idiome("pharmacogenes", "--tsv", file);
    var piped = fed(VCF.getBytes(UTF_8), "pharmacogenes", "--tsv", "-");
    assertThat(piped.exit()).isZero();
    assertThat(withoutRun(piped.out())).isEqualTo(withoutRun(named.out()).replace("x.vcf", "-"));
    assertThat(withoutRun(fed(gzip(), "pharmacogenes", "--tsv", "-").out()))
        .isEqualTo(withoutRun(piped.out()));
  }

  /// Its sample and findings are the same; the run is named by its inputs, and so by their names.
  private static String withoutRun(String table) {
    return table.replaceAll("(?m)(\t[^\t\n]*){3}$", "");
  }

  @Test
  void standardInputIsRefusedLikeAFile() {
    var ran = fed(new byte[0], "scan", "-");
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).startsWith("-: The file holds nothing\n  ");
    var large = fed(VCF.getBytes(UTF_8), "pharmacogenes", "-", "--max-inflated-bytes", 100);
    assertThat(large.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(large.err()).startsWith("-: ").contains("--max-inflated-bytes");
  }

  @Test
  void nothingThatWasPipedInStaysBehind() throws IOException {
    try (var before = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      long laid = before.filter(PipedInputTest::holdsLaidInput).count();
      fed(VCF.getBytes(UTF_8), "scan", "-");
      fed(VCF.getBytes(UTF_8), "pharmacogenes", "-", "--max-inflated-bytes", 100);
      try (var after = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
        assertThat(after.filter(PipedInputTest::holdsLaidInput)).hasSize((int) laid);
      }
    }
  }

  private static boolean holdsLaidInput(Path temporary) {
    return Files.exists(temporary.resolve("-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b.vcf", "it's.vcf", "\"x\".vcf", "Müller-日本.vcf", "-x.vcf", "*.vcf"})
  void aNameIsJustAName(String name) throws IOException {
    var odd = Files.writeString(folder.resolve(name), VCF);
    var ran = idiome("scan", "--tsv", odd);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out()).contains(name);
  }

  /// Behind `--` a word is never an option.
  @Test
  void aNameMayBeginWithADash() {
    var ran = idiome("scan", "--", "-x.vcf");
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).startsWith("-x.vcf: There is no such file");
  }

  /// A device may have no end, and nobody may ever write into a named pipe.
  @Test
  @Timeout(60)
  void aDeviceOrANamedPipeIsNoInput() throws IOException, InterruptedException {
    var pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    var store = folder.resolve("store");
    for (var given : List.of(Path.of("/dev/zero"), pipe)) {
      for (var words :
          List.of(
              new Object[] {"scan", given},
              new Object[] {"pharmacogenes", given},
              new Object[] {"import", given, "--person", "p", "--store", store})) {
        var ran = idiome(words);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.err())
            .contains(given.equals(pipe) ? "This is a named pipe, not" : "This is a device, not")
            .contains("standard input, named -");
      }
    }
  }

  private static byte[] gzip() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write(VCF.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
