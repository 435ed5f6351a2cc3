package org.idiome.record.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.testkit.Cases;
import org.idiome.testkit.Made;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {
  private static JsonDocument read(byte[] bytes, JsonLimits limits) {
    try (var input = Input.of(new ByteArrayInputStream(bytes), "a.json", Limits.DEFAULT)) {
      return JsonReader.read(input, limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonValue read(String json) {
    return read(json.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT).root();
  }

  private static Problem problem(byte[] bytes, JsonLimits limits) {
    try {
      read(bytes, limits);
    } catch (BadInputException e) {
      return e.problem();
    }
    throw new AssertionError("was read");
  }

  private static Problem problem(String json) {
    return problem(json.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
  }

  private static JsonPlace placeOf(JsonValue root, String pointer) {
    var found = root.find(pointer);
    assertThat(found).as(pointer).isNotNull();
    return found == null ? root.at() : found.at();
  }

  @Test
  void knowsPointerAndLineOfEveryValue() {
    var root = read("{\n \"a/b\": [1,\n  {\"~\": true}],\n \"\": null\n}");
    assertThat(root.at().pointer()).isEmpty();
    for (var pointer : List.of("/a~1b", "/a~1b/0", "/a~1b/1", "/a~1b/1/~0", "/")) {
      assertThat(placeOf(root, pointer).pointer()).isEqualTo(pointer);
    }
    assertThat(placeOf(root, "/a~1b/0").line()).isEqualTo(2);
    assertThat(placeOf(root, "/a~1b/1/~0").line()).isEqualTo(3);
    assertThat(placeOf(root, "/").line()).isEqualTo(4);
    assertThat(root.find("/a~1b/2")).isNull();
    assertThat(root.find("/a~1b/00")).isNull();
    assertThat(root.find("/nothing")).isNull();
  }

  @Test
  void keepsTheTextOfANumber() {
    var array = (JsonValue.Arr) read("[1e999, -0.10, 12345678901234567890]");
    assertThat(array.items())
        .extracting(item -> ((JsonValue.Num) item).text())
        .containsExactly("1e999", "-0.10", "12345678901234567890");
  }

  @Test
  void passesOverMembersOfAName() {
    var json = "{\"a\":[{\"b\":{\"b\":1},\"c\":2}],\"b\":\"}\",\"d\":{\"b\":[]}}";
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    var root = JsonReader.readWithout("b", "own", bytes, JsonLimits.DEFAULT).root();
    assertThat(root.find("/a/0/c")).isInstanceOf(JsonValue.Num.class);
    assertThat(root.find("/d")).isInstanceOf(JsonValue.Obj.class);
    for (var pointer : List.of("/b", "/a/0/b", "/d/b")) {
      assertThat(root.find(pointer)).as(pointer).isNull();
    }
    var cut = json.substring(0, json.length() - 4).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> JsonReader.readWithout("b", "own", cut, JsonLimits.DEFAULT))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void keepsBothFactsOfARepeatedName() {
    var object = (JsonValue.Obj) read("{\"a\":1,\"b\":2,\"a\":3}");
    assertThat(object.repeated()).containsExactly("a");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":[1,2           | JSON_CUT              | 1:10",
        "{\"a\":\"x            | JSON_CUT              | 1:8",
        "{\"a\":1} {\"b\":2}   | JSON_TRAILING_CONTENT | 1:9",
        "{\"a\":NaN}           | JSON_NOT_VALID        | 1:9",
        "{\"a\":+1}            | JSON_NOT_VALID        | 1:7",
        "{'a':1}               | JSON_NOT_VALID        | 1:2",
        "{\"a\":1,}            | JSON_NOT_VALID        | 1:8",
        "hello                 | JSON_NOT_VALID        | 1:1",
      })
  void namesWhatIsNoJson(String json, ProblemCode code, String place) {
    var problem = problem(json);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.place().text()).isEqualTo("a.json:" + place);
  }

  @Test
  void namesTheColumnInCharactersBehindOthersThanAscii() {
    var problem = problem("{\n\"ä€😀\": x}");
    assertThat(problem.place().text()).isEqualTo("a.json:2:8");
  }

  @Test
  void readsBehindAByteOrderMarkAndSaysSo() {
    var bytes = "\ufeff{\"a\":\n1 2}".getBytes(StandardCharsets.UTF_8);
    assertThat(problem(bytes, JsonLimits.DEFAULT).place().text()).isEqualTo("a.json:2:3");
    var document = read("\ufeff{}".getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
    assertThat(document.notes())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.FILE_BYTE_ORDER_MARK);
  }

  @Test
  void refusesUtf16AndBytesThatAreNoUtf8() {
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16)) {
      var problem = problem("{\"a\": 1}".getBytes(charset), JsonLimits.DEFAULT);
      assertThat(problem.code()).isEqualTo(ProblemCode.FILE_NOT_UTF8);
    }
    var latin =
        problem("{\n\"a\": \"ü\"}".getBytes(StandardCharsets.ISO_8859_1), JsonLimits.DEFAULT);
    assertThat(latin.code()).isEqualTo(ProblemCode.FILE_NOT_UTF8);
    assertThat(latin.place().line()).isEqualTo(2);
  }

  @Test
  void refusesWhatHasNoContent() {
    assertThat(problem("").code()).isEqualTo(ProblemCode.FILE_EMPTY);
    assertThat(problem(" \n\t").code()).isEqualTo(ProblemCode.FILE_EMPTY);
  }

  @Test
  void namesTheOptionOfEveryBound() {
    var small = new JsonLimits(3, 5, 4, 1000);
    assertThat(option("[[[[1]]]]", small)).isEqualTo(JsonLimits.DEPTH_OPTION);
    assertThat(option("\"123456\"", small)).isEqualTo(JsonLimits.STRING_OPTION);
    assertThat(option("[1,2,3,4]", small)).isEqualTo(JsonLimits.VALUES_OPTION);
    assertThat(option("[" + " ".repeat(1000) + "]", small)).isEqualTo(JsonLimits.BYTES_OPTION);
    assertThat(read("[[[1]]]".getBytes(StandardCharsets.UTF_8), small)).isNotNull();
    assertThat(problem("[" + "9".repeat(2000) + "]").code())
        .isEqualTo(ProblemCode.JSON_LIMIT_EXCEEDED);
  }

  private static @Nullable String option(String json, JsonLimits limits) {
    return problem(json.getBytes(StandardCharsets.UTF_8), limits).values().get("option");
  }

  @Test
  void refusesBoundsThatTheStackMayNotHold() {
    assertThatThrownBy(() -> new JsonLimits(100_000, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesCompactWhatItRead() {
    var json = "{\"a\":[1,2.50,\"x\\\"y\\\\\",true,null],\"b\":{}}";
    assertThat(read(json).compact()).isEqualTo(json);
    assertThat(read("\"\\u0001<script>\"").compact()).isEqualTo("\"\\u0001<script>\"");
  }

  @Test
  void replacesHalvesOfCharactersAndSaysSo() {
    var json = "{\n\"a\": \"x\\ud800y\", \"b\": \"\\udc00\\ud83d\\ude00\"}";
    var document = read(json.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
    assertThat(document.root().compact()).isEqualTo("{\"a\":\"x\ufffdy\",\"b\":\"\ufffd😀\"}");
    assertThat(document.notes())
        .extracting(one -> one.code() + " " + one.place().text())
        .containsExactly("JSON_TEXT_NOT_UNICODE a.json:2", "JSON_TEXT_NOT_UNICODE a.json:2");
  }

  @Test
  void anyBytesAreReadOrNamed() {
    Cases.check(
        "any bytes are JSON or a named problem",
        made -> {
          var bytes = made.coin() ? made.bytes(200) : nearJson(made);
          try {
            read(bytes, JsonLimits.DEFAULT);
          } catch (BadInputException e) {
            assertThat(e.problem().place().file()).isEqualTo("a.json");
          }
        });
  }

  private static byte[] nearJson(Made made) {
    return made.text("{}[]\",:\\0129.-eE+ntrufalsé \n", 60).getBytes(StandardCharsets.UTF_8);
  }
}
