package org.idiome.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "90, 90",
    "1234, 1234",
    "12345, 12 345",
    "1234567, 1 234 567",
    "-5, −5",
    "14.25, 14.25",
    "88.40, 88.4",
    "0.0521349, 0.05213",
    "2294.595133, 2295",
    "12345.67, 12 346",
    "99999.6, 100 000",
    "0.00001234, 1.234 × 10⁻⁵",
    "5e12, 5 × 10¹²"
  })
  void writesNumbersAsPeopleReadThem(double number, String text) {
    assertThat(Figures.number(number).replace('\u202f', ' ').replace('\u00a0', ' '))
        .isEqualTo(text);
  }

  @Test
  void writesChangesWithTheirSign() {
    assertThat(Figures.signed(45)).isEqualTo("+45");
    assertThat(Figures.signed(-34)).isEqualTo("−34");
    assertThat(Figures.signed(0)).isEqualTo("0");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0, 0",
    "812, 812",
    "999, 999",
    "1000, 1k",
    "2566, 2.6k",
    "25268, 25k",
    "999499, 999k",
    "999500, 1M",
    "4811203, 4.8M"
  })
  void writesCountsInFourCharacters(long count, String text) {
    assertThat(Figures.compact(count)).isEqualTo(text);
    assertThat(text.length()).isLessThanOrEqualTo(4);
  }
}
