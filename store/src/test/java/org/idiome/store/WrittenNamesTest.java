package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A name is known however it is written, and is not found in somebody else's.
class WrittenNamesTest {
  private static boolean isIn(String text, String name, String... longer) {
    return WrittenNames.isIn(
        WrittenNames.folded(text),
        WrittenNames.folded(name),
        List.of(longer).stream().map(WrittenNames::folded).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "Dr Mu\u0308ller, Müller",
    "Dr MÜLLER, Mu\u0308ller",
    "Frau GROSS, Groß",
    "Ｐ１ said so, p1",
    "Zor\u00adglub said so, zorglub",
    "Ὀδυσσεύς, ὈΔΥΣΣΕΎΣ",
    "aunt of mrn\u00a00042, MRN 0042",
    "王芳的母亲, 王芳",
    "김철수가 말했다, 김철수",
    "his aunt (p1), p1",
    "p1's aunt, p1",
    "p-1, P-1",
    "his aunt O\u2019Brien, O'Brien",
    "his aunt O\u02bcBrien, O'Brien",
    "his aunt O\u00b4Brien, O'Brien",
    "his aunt O\u2032Brien, O\u2019Brien",
    "Anna\u2010Lena said so, Anna-Lena",
    "Anna\u2011Lena said so, Anna-Lena",
    "Anna\u2013Lena said so, Anna-Lena",
    "Anna\u2212Lena said so, Anna-Lena",
    "Frau STRAU\u1e9e, Strauß",
    "Frau Strauss, STRAU\u1e9e",
    "王\u3000芳的母亲, 王芳",
    "山田太郎の母, 山田 太郎",
    "김 철수가 말했다, 김철수",
    "\u0645\u062d\u0640\u0640\u0645\u062f said so, \u0645\u062d\u0645\u062f",
    "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f said so, \u0645\u062d\u0645\u062f",
    "\u05d3\u05b8\u05bc\u05d5\u05b4\u05d3 said so, \u05d3\u05d5\u05d3",
    "D. J. Smith said so, D.J. Smith",
    "D.J. Smith said so, D. J. Smith",
    "ΟΔΥΣΣΕΥΣ said so, Ὀδυσσεύς",
    "οδυσσευς said so, Ὀδυσσεύς"
  })
  void isKnownAsItIsWritten(String text, String name) {
    assertThat(isIn(text, name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "p10 was mistyped, p1, p10",
    "sample of ap1, p1, x",
    "Anna\u0302 said so, Anna, x",
    "p1-b was mistyped, p1, p1-b",
    "p1.vcf of p1.vcf.gz, p1.vcf, p1.vcf of p1.vcf.gz",
    "Mullerin, Müller, x",
    "Muller said so, Müller, x",
    "Anne Marie said so, Annemarie, x",
    "\u0410nna said so, Anna, x",
    "Anna\u2013Lena said so, Anna, Anna-Lena"
  })
  void isNotFoundInAnother(String text, String name, String longer) {
    assertThat(isIn(text, name, longer)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"p1-b and p1, p1, p1-b", "p1 and p1-b, p1, p1-b"})
  void isFoundBesideAnother(String text, String name, String longer) {
    assertThat(isIn(text, name, longer)).isTrue();
  }

  /// The quick way for ASCII is the way for all of Unicode.
  @Test
  void plainTextIsFoldedAsAnyOtherIs() {
    var random = new Random(11);
    for (int round = 0; round < 20_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(
            random.nextInt(3) == 0
                ? "A. b`-\t\n Z".charAt(random.nextInt(10))
                : (char) random.nextInt(0x80));
      }
      assertThat(WrittenNames.folded(text.toString()))
          .isEqualTo(WrittenNames.foldedAny(text.toString()));
    }
  }
}
