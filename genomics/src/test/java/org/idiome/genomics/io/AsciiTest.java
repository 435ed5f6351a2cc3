package org.idiome.genomics.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;

class AsciiTest {
  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?|(?i:[-+]?(nan|inf|infinity))");

  @Test
  void readsIntegersAsJavaDoes() {
    Cases.check(
        "an integer is what Integer.parseInt takes",
        made -> {
          var text =
              made.coin()
                  ? Long.toString(made.between(-5_000_000_000L, 5_000_000_000L))
                  : made.text("0123456789+-. ", 11);
          long expected;
          try {
            expected = Integer.parseInt(text);
          } catch (NumberFormatException e) {
            expected = Ascii.NOT_AN_INTEGER;
          }
          var bytes = ("x" + text + "9").getBytes(StandardCharsets.US_ASCII);
          assertThat(Ascii.integer(bytes, 1, bytes.length - 1)).as(text).isEqualTo(expected);
        });
  }

  @Test
  void readsDecimalsByTheGrammarOfTheSpecification() {
    Cases.check(
        "a decimal is what the grammar takes",
        made -> {
          var text =
              made.oneOf(
                  List.of(
                      made.text("0123456789+-.eE", 8),
                      made.text("naNiINfFty+-", 4),
                      "-Infinity",
                      Double.toString(made.between(-1e9, 1e9))));
          var bytes = text.getBytes(StandardCharsets.US_ASCII);
          boolean isFloat = Ascii.isFloat(bytes, 0, bytes.length);
          assertThat(isFloat).as(text).isEqualTo(FLOAT.matcher(text).matches());
          if (isFloat && !text.matches(".*[nNiI].*")) {
            assertThat(Ascii.decimal(bytes, 0, bytes.length)).isEqualTo(Double.parseDouble(text));
          }
        });
  }

  @Test
  void findsTheEndOfPlainNumbersAlone() {
    var whole = Pattern.compile("-?[0-9]{1,9}(?![0-9])");
    var decimal = Pattern.compile("-?[0-9]{1,9}(?![0-9])(\\.[0-9]*)?");
    Cases.check(
        "a plain number",
        made -> {
          boolean mayHaveFraction = made.coin();
          var text = made.oneOf(List.of(made.text("0123456789-+.,e", 12), made.text("01.,", 12)));
          var plain = (mayHaveFraction ? decimal : whole).matcher(text);
          // What stands behind the slice is no part of it, however far the bytes go.
          var behind = "9" + made.text("0123456789.,", 12);
          var bytes = ("," + text + behind).getBytes(StandardCharsets.US_ASCII);
          assertThat(Ascii.plainNumberEnd(bytes, 1, 1 + text.length(), mayHaveFraction))
              .as(text)
              .isEqualTo(plain.lookingAt() ? 1 + plain.end() : -1);
        });
  }

  @Test
  void tellsUtf8AsJavaDoes() {
    Cases.check(
        "UTF-8 is what a strict decoder takes",
        made -> {
          var bytes =
              made.coin()
                  ? made.bytes(4)
                  : made.text("a\u00e4\u20ac\ud83e\uddec", 9).getBytes(StandardCharsets.UTF_8);
          boolean expected = true;
          try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
          } catch (CharacterCodingException e) {
            expected = false;
          }
          assertThat(Ascii.isUtf8(bytes, 0, bytes.length)).isEqualTo(expected);
        });
  }

  @Test
  void numbersWordsAsAMapDoes() {
    Cases.check(
        "a dictionary is a map from bytes",
        made -> {
          var dictionary = new ByteDictionary();
          var expected = new HashMap<String, Integer>();
          for (var word : made.list(300, one -> one.text("ab", 8))) {
            var bytes = ("." + word + ".").getBytes(StandardCharsets.US_ASCII);
            assertThat(dictionary.find(bytes, 1, bytes.length - 1))
                .isEqualTo(expected.getOrDefault(word, ByteDictionary.ABSENT));
            int id = dictionary.add(bytes, 1, bytes.length - 1);
            expected.putIfAbsent(word, expected.size());
            assertThat(id).isEqualTo(expected.get(word));
            assertThat(dictionary.text(id)).isEqualTo(word);
            assertThat(dictionary.is(id, bytes, 1, bytes.length - 1)).isTrue();
          }
          assertThat(dictionary.size()).isEqualTo(expected.size());
        });
  }

  @Test
  void findsWhereAWordEndsThatTheBytesBeginWith() {
    Cases.check(
        "bytes begin with a word as a text does",
        made -> {
          var dictionary = new ByteDictionary();
          dictionary.add("padding");
          var word = made.text("ab", 20);
          int id = dictionary.add(word);
          var text = made.coin() ? word + made.text("ab=", 12) : made.text("ab", 20);
          var bytes = ("." + text + made.text("ab", 12)).getBytes(StandardCharsets.US_ASCII);
          assertThat(dictionary.endOf(id, bytes, 1, 1 + text.length()))
              .as(word + " in " + text)
              .isEqualTo(text.startsWith(word) ? 1 + word.length() : 1);
        });
  }
}
