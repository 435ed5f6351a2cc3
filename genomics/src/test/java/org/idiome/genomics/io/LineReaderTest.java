package org.idiome.genomics.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  @Test
  void givesEveryLineWithoutItsEnd() {
    Cases.check(
        "lines are those between line ends",
        made -> {
          var text = made.text("ab\t\n\u00e4", 40);
          var expected = new ArrayList<>(List.of(text.split("\n", -1)));
          if (expected.getLast().isEmpty()) {
            expected.removeLast();
          }
          assertThat(lines(text)).isEqualTo(expected);
        });
  }

  @Test
  void findsLinesLongerThanTheBuffer() throws IOException {
    var longLine = "x".repeat(5_000_000);
    assertThat(lines(longLine + "\nshort\n" + longLine))
        .containsExactly(longLine, "short", longLine);
  }

  @Test
  void takesBothLineEndsAndSaysWhereTheyMix() throws IOException {
    try (var lines = reader("a\r\nb\r\nc\nd\r\n")) {
      var seen = new ArrayList<String>();
      while (lines.next()) {
        seen.add(lines.text());
      }
      assertThat(seen).containsExactly("a", "b", "c", "d");
      assertThat(lines.mixedEndsAt()).isEqualTo(3);
    }
    try (var lines = reader("a\r\nb\r\nlast")) {
      while (lines.next()) {
        assertThat(lines.isEnded()).isEqualTo(lines.number() < 3);
      }
      assertThat(lines.mixedEndsAt()).isZero();
    }
  }

  @Test
  void keepsALoneCarriageReturnInTheLine() throws IOException {
    assertThat(lines("a\rb\nc")).containsExactly("a\rb", "c");
  }

  @Test
  void passesOverTheByteOrderMark() throws IOException {
    try (var lines = reader("\ufeffa\nb")) {
      assertThat(lines.next()).isTrue();
      assertThat(lines.text()).isEqualTo("a");
      assertThat(lines.hasByteOrderMark()).isTrue();
    }
    assertThat(lines("\ufeff")).isEmpty();
    assertThat(lines("")).isEmpty();
  }

  @Test
  void refusesUtf16() {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> reader("a\tb\n".getBytes(StandardCharsets.UTF_16), Limits.DEFAULT))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.FILE_NOT_UTF8));
  }

  @Test
  void boundsTheLineAndNamesTheOption() throws IOException {
    var limits = new Limits(10, 1000, 1_000_000);
    assertThat(lines("0123456789\r\n01", limits)).hasSize(2);
    for (var text : List.of("ok\n01234567890\n", "ok\n01234567890")) {
      assertThatExceptionOfType(BadInputException.class)
          .isThrownBy(() -> lines(text, limits))
          .satisfies(e -> {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.FILE_LINE_TOO_LONG);
            assertThat(e.problem().place().line()).isEqualTo(2);
            assertThat(e.problem().values()).containsEntry("option", "--max-line-bytes");
          });
    }
  }

  private static List<String> lines(String text) throws IOException {
    return lines(text, Limits.DEFAULT);
  }

  private static List<String> lines(String text, Limits limits) throws IOException {
    var seen = new ArrayList<String>();
    try (var lines = reader(text.getBytes(StandardCharsets.UTF_8), limits)) {
      while (lines.next()) {
        seen.add(lines.text());
        assertThat(lines.number()).isEqualTo(seen.size());
      }
    }
    return seen;
  }

  private static LineReader reader(String text) throws IOException {
    return reader(text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
  }

  private static LineReader reader(byte[] bytes, Limits limits) throws IOException {
    return new LineReader(Input.of(new ByteArrayInputStream(bytes), "x", limits), limits);
  }
}
