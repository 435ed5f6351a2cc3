package org.idiome.core.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DefaultLocale("tr-TR")
class NumbersTest {
  @ParameterizedTest(name = "{1}")
  @CsvFileSource(resources = "es-numbers.tsv", delimiter = '\t', numLinesToSkip = 1)
  void writesWhatEcmaScriptWrites(String bits, String text) {
    var number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(Numbers.text(number)).isEqualTo(text);
  }

  @Test
  void readsBackWhatItWrote() {
    Cases.check(
        "parse(text(x)) is x",
        made -> {
          double number =
              made.coin()
                  ? Double.longBitsToDouble(made.between(Long.MIN_VALUE, Long.MAX_VALUE - 1))
                  : made.between(-1e6, 1e6);
          if (Double.isFinite(number)) {
            assertThat(Numbers.parse(Numbers.text(number))).isEqualTo(number + 0.0);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "-",
        ".",
        "-.",
        "1e",
        "1e+",
        "e5",
        "1.2.3",
        " 1",
        "1 ",
        "1_000",
        "1,5",
        "0x10",
        "0x1p3",
        "1f",
        "1d",
        "1D",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e309",
        "-1e400",
        "1e-400",
        "-0.1e-330",
        "١٢",
        "１２",
        "−5",
        "--5",
        "5-",
        "<5",
        "5%",
        "1e5.0",
        "\u00001",
        "1\n"
      })
  void refusesWhatIsNoNumber(String text) {
    assertThat(Numbers.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "+5, 5",
    "-5.25, -5.25",
    ".5, 0.5",
    "5., 5",
    "1E3, 1000",
    "1e-3, 0.001",
    "007, 7",
    "0.000e-999, 0",
    "4.9e-324, 4.9e-324",
    "1e308, 1e308"
  })
  void readsDecimalNumbers(String text, double number) {
    assertThat(Numbers.parse(text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void writesNoNumberThatIsNotFinite(double number) {
    assertThatThrownBy(() -> Numbers.text(number)).isInstanceOf(IllegalArgumentException.class);
  }
}
