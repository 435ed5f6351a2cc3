package org.idiome.genomics.liftover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.Packed;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainReaderTest {
  private static final String HEAD = "chain 5 s 30 + 2 12 t 40 + 5 16 1\n";

  @Test
  void plainAndPackedAreTheSame() throws IOException {
    var text = ("# made\n" + HEAD + "4\t1\t2\n5\n\n").getBytes(StandardCharsets.UTF_8);
    for (var bytes : new byte[][] {text, Packed.gzip(text), Packed.bgzf(text)}) {
      var input = Input.of(new ByteArrayInputStream(bytes), "x.chain", Limits.DEFAULT);
      var source = ChainReader.read(input, Limits.DEFAULT).source("s");
      assertThat(source).isNotNull();
      if (source != null) {
        assertThat(source.block(1)).isEqualTo(ChainContig.NONE);
        assertThat(source.target0(source.block(2), 2)).isEqualTo(5);
        assertThat(source.block(6)).isEqualTo(ChainContig.NONE);
        assertThat(source.target0(source.block(7), 7)).isEqualTo(11);
        assertThat(source.block(12)).isEqualTo(ChainContig.NONE);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // text; line; words
        "'';0;no chain",
        "'hello';1;no line of a chain",
        "'4 1 2';1;no line of a chain",
        "'H4 1 2';2;ends within a chain",
        "'H4 1 2\n\n5';3;no last line",
        "'H4 1 2\nH5';3;no last line",
        "'H4 1\n5';2;not 1 or 3",
        "'H4 1 x\n5';2;no number",
        "'H4 1 -2\n5';2;no number",
        "'H4 1 2\n6';3;beyond the end",
        "'H4 1 2\n4';3;do not end",
        "'H4 1 3\n5';3;beyond the end",
        "'H11';2;beyond the end",
        "'H99999999999';2;no number",
        "'H0 1 2\n9';2;beyond the end",
        "'chain 5 s 30 - 2 12 t 40 + 5 16 1\n4';1;first strand",
        "'chain 5 s 30 + 2 12 t 40 * 5 16 1\n4';1;no strand",
        "'chain 5 s 30 + 12 2 t 40 + 5 16 1\n4';1;first stretch",
        "'chain 5 s 30 + 2 31 t 40 + 5 16 1\n4';1;first stretch",
        "'chain 5 s 30 + 2 12 t 10 + 5 16 1\n4';1;second",
        "'chain 5 s 30 + 2 12 t 40 +';1;not 12 fields",
        "'H4 1 2\n5\n\nchain 5 s 31 + 2 3 t 40 + 5 6 1\n1';5;two lengths",
        "'H4 1 2\n5\n\nchain 5 u 31 + 2 3 t 41 + 5 6 1\n1';5;two lengths"
      })
  void everyFaultIsNamedByItsLine(String text, long line, String words) {
    var bad =
        catchThrowableOfType(
            BadInputException.class, () -> MadeAssemblies.read(text.replace("H", HEAD)));
    assertThat(bad).as(text).isNotNull();
    assertThat(bad.problem().code()).isEqualTo(ProblemCode.CHAIN_DAMAGED);
    assertThat(bad.problem().place().line()).isEqualTo(line);
    assertThat(bad.problem().values().get("fault")).contains(words);
  }

  @Test
  void aFileThatIsCutIsRefused() throws IOException {
    Cases.check(
        "a chain file that is cut within a chain is refused",
        made -> {
          var text = MadeAssemblies.of(made).chainText();
          int cut = made.between(1, text.length() - 1);
          var part = text.substring(0, cut);
          // Whole chains are a whole file; nobody can tell.
          boolean isWhole = part.endsWith("\n\n") || text.startsWith("\n\n", cut);
          boolean isEnded = part.endsWith("\n") && text.startsWith("\n", cut);
          if (!isWhole && !isEnded) {
            assertThat(
                    catchThrowableOfType(BadInputException.class, () -> MadeAssemblies.read(part)))
                .as(part)
                .isNotNull();
          }
        });
  }

  @Test
  void whatIsNoTextIsRefused() {
    var bad =
        catchThrowableOfType(
            BadInputException.class,
            () ->
                ChainReader.read(
                    Input.of(
                        new ByteArrayInputStream(new byte[] {0, 1, 2, 3, 4, 5, 6}),
                        "x.chain",
                        Limits.DEFAULT),
                    Limits.DEFAULT));
    assertThat(bad.problem().code()).isEqualTo(ProblemCode.FILE_NOT_RECOGNISED);
  }
}
