package org.idiome.core.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;

@DefaultLocale("tr-TR")
class JsonTest {
  private static String text(Json json) {
    return new String(json.canonicalBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void writesTheExampleOfRfc8785() {
    var numbers =
        List.of(
            Json.of(333333333.3333333),
            Json.of(1E30),
            Json.of(4.50),
            Json.of(2e-3),
            Json.of(0.000000000000000000000000001));
    var tree =
        Json.object()
            .put("numbers", new Json.Arr(numbers))
            .put("string", "\u20ac$\u000F\nA'B\"\\\\\"/")
            .put("literals", new Json.Arr(List.of(new Json.Bool(true), new Json.Bool(false))))
            .end();
    assertThat(text(tree))
        .isEqualTo(
            """
            {"literals":[true,false],\
            "numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
            "string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}\
            """);
  }

  @Test
  void sortsNamesByUtf16CodeUnit() {
    var tree =
        Json.object()
            .put("\u20ac", "Euro Sign")
            .put("\r", "Carriage Return")
            .put("\ufb33", "Hebrew Letter Dalet With Dagesh")
            .put("1", "One")
            .put("\ud83d\ude00", "Emoji: Grinning Face")
            .put("\u0080", "Control")
            .put("\u00f6", "Latin Small Letter O With Diaeresis")
            .end();
    assertThat(tree.members().values().stream().map(json -> ((Json.Str) json).text()))
        .containsExactly(
            "Carriage Return",
            "One",
            "Control",
            "Latin Small Letter O With Diaeresis",
            "Euro Sign",
            "Emoji: Grinning Face",
            "Hebrew Letter Dalet With Dagesh");
  }

  @Test
  void sortsNamesWhateverOrderTheirMapHad() {
    var backwards = new TreeMap<String, Json>(Comparator.reverseOrder());
    backwards.put("a", Json.of(1));
    backwards.put("b", Json.of(2));
    assertThat(text(new Json.Obj(backwards))).isEqualTo("{\"a\":1,\"b\":2}");
  }

  @Test
  void escapesControlCharactersAndNothingElse() {
    var all = new StringBuilder();
    for (char c = 0; c < 0x20; c++) {
      all.append(c);
    }
    assertThat(text(Json.of(all + "\u007f\u2028</script>")))
        .isEqualTo(
            "\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r"
                + "\\u000e\\u000f\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018"
                + "\\u0019\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f\u007f\u2028</script>\"");
  }

  @Test
  void replacesHalfACharacter() {
    assertThat(text(Json.of("a\ud83d"))).isEqualTo("\"a\ufffd\"");
    assertThat(text(Json.of("\ude00\ud83d\ude00\ude00"))).isEqualTo("\"\ufffd😀\ufffd\"");
  }

  @Test
  void keepsEveryTextApart() {
    Cases.check(
        "two texts share canonical bytes only where they are equal",
        made -> {
          var alphabet = "a\"\\/\u0000\u001f\n\u00e9\u20ac😀";
          var one = made.text(alphabet, 6);
          var other = made.text(alphabet, 6);
          assertThat(text(Json.of(one)).equals(text(Json.of(other)))).isEqualTo(one.equals(other));
        });
  }

  @Test
  void refusesWhatItCannotSay() {
    assertThatThrownBy(() -> Json.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.of((1L << 53) + 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.of(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
    assertThat(text(Json.of(-(1L << 53)))).isEqualTo("-9007199254740992");
    var twice = Json.object().put("a", 1L);
    assertThatThrownBy(() -> twice.put("a", 2L)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void zeroHasNoSign() {
    assertThat(Json.of(-0.0)).isEqualTo(Json.of(0.0));
  }

  @Test
  void isIndentedForEyes() {
    var tree =
        Json.object()
            .put("b", Json.strings(List.of("x", "y")))
            .put("a", Json.object().end())
            .put("none", (String) null)
            .putAll("empty", List.of())
            .end();
    assertThat(tree.pretty())
        .isEqualTo(
            """
            {
              "a": {},
              "b": [
                "x",
                "y"
              ]
            }
            """);
  }
}
