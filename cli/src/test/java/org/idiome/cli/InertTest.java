package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that stood in an input commands a terminal, in no command and no form; an output that
/// nobody reads any more is no fault.
class InertTest {
  private static final String EVIL = "Seiz\\u202eure\\u001b[31m\\u009b2J\\u0007";

  @TempDir Path folder;

  private Ran run(String... words) {
    var all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--store";
    all[words.length + 1] = folder.resolve("store").toString();
    return Ran.idiome((Object[]) all);
  }

  private Path packet() throws IOException {
    return Files.writeString(
        folder.resolve("a\u001b[2Jb.json"),
        "{\"id\":\"A\",\"subject\":{\"id\":\"s\\u202e\"},\"phenotypicFeatures\":[{\"type\":{\"id\":"
            + "\"HP:0001250\",\"label\":\""
            + EVIL
            + "\"}}],\"metaData\":{\"phenopacketSchemaVersion\":\"2.0\"}}");
  }

  private static boolean commands(int point) {
    return point != '\n' && point != '\t' && (Character.isISOControl(point) || point == 0x202e);
  }

  @Test
  void tablesAndWordsAreInert() throws IOException {
    var taken = run("import", packet().toString());
    assertThat(taken.exit()).isZero();
    for (var words :
        List.of(
            new String[] {"show", "A"},
            new String[] {"show", "A", "--tsv"},
            new String[] {"show", "A", "--sources"},
            new String[] {"show", "A", "--unresolved"},
            new String[] {"interpret", "person:A"},
            new String[] {"explain", "person:A"},
            new String[] {"people"},
            new String[] {"show", "\u001b[31mB"},
            new String[] {"split", "A", "--source", "x\u0007", "--reason", "r", "--yes"})) {
      var ran = run(words);
      assertThat((ran.out() + ran.err()).codePoints().filter(InertTest::commands))
          .as(String.join(" ", words))
          .isEmpty();
    }
    assertThat(run("show", "A").out()).contains("Seiz\\u202eure\\u001b[31m\\u009b2J\\u0007");
  }

  /// On a terminal a document stays one, and our colours stay.
  @Test
  void documentsStayOnes() {
    assertThat(Inert.text("{\"a\": \"\u202e\"}\n\t")).isEqualTo("{\"a\": \"\\u202e\"}\n\t");
    assertThat(Inert.coloured("\u001b[1mA\u001b[0m\u001b[2J"))
        .isEqualTo("\u001b[1mA\u001b[0m\\u001b[2J");
    assertThat(Inert.text("\u001b[1mA")).isEqualTo("\\u001b[1mA");
  }

  @Test
  void anIdThatNobodyCanReadIsRefused() throws IOException {
    for (var id :
        List.of("a\u001b[31mb", "x\u202ey", "line\nbreak", " lead", "..", "x".repeat(5_000))) {
      var ran = run("import", packet().toString(), "--as", id);
      assertThat(ran.exit()).as(id).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(ran.err()).contains("cannot be an id").hasSizeLessThan(400);
    }
  }

  @Test
  void twoSpellingsOfAnIdAreOnePerson() throws IOException {
    assertThat(run("import", packet().toString(), "--as", "Ren\u00e9").exit()).isZero();
    assertThat(run("show", "Rene\u0301").exit()).isZero();
    assertThat(run("import", packet().toString(), "--as", "Rene\u0301").err())
        .contains("already imported");
  }

  @Test
  void anArgumentIsNeverAFileOfArguments() throws IOException {
    run("import", packet().toString());
    var file = Files.writeString(folder.resolve("words"), "people\n");
    assertThat(run("show", "@" + file).err()).contains("no person").doesNotContain("cases");
  }

  @Test
  void anOutputThatNobodyReadsAnyMoreIsNoFault() throws IOException {
    run("import", packet().toString());
    var err = new ByteArrayOutputStream();
    var closed =
        new Outlet(
            new OutputStream() {
              @Override
              public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
              }
            });
    var shell =
        new Shell(
            new PrintStream(closed, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            java.io.InputStream.nullInputStream(),
            new Progress(System.err, System::nanoTime, false),
            closed,
            false);
    var store = folder.resolve("store").toString();
    assertThat(Main.run(shell, "show", "A", "--tsv", "--store", store))
        .isEqualTo(ExitCode.CLOSED_OUTPUT);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
