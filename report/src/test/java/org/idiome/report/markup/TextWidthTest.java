package org.idiome.report.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {
  @Test
  void cutsToTheRoomThereIs() {
    var cut = TextWidth.cut("a name that is far too long", 12, 60);
    assertThat(cut).endsWith("…").startsWith("a na");
    assertThat(TextWidth.of(cut, 12)).isLessThanOrEqualTo(60);
    assertThat(TextWidth.cut("short", 12, 60)).isEqualTo("short");
  }

  @Test
  void neverCutsACharacterInTwo() {
    assertThat(TextWidth.cut("😀😀😀😀😀😀", 12, 40)).matches("(😀)+…");
  }

  @Test
  void wrapsBetweenWordsAndCutsTheLastLine() {
    assertThat(TextWidth.wrap("creatinine in serum or plasma by enzymes", 12, 90, 2))
        .hasSize(2)
        .allSatisfy(line -> assertThat(TextWidth.of(line, 12)).isLessThanOrEqualTo(90));
  }
}
