package org.idiome.record.json;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  private static final JsonLimits SMALL = new JsonLimits(5, 50, 200, 100_000);

  private static List<JsonDocument> all(byte[] bytes, JsonLimits limits) {
    try (var input = Input.of(new ByteArrayInputStream(bytes), "a.yaml", Limits.DEFAULT)) {
      return Documents.readAll(input, limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonDocument document(String yaml) {
    return all(yaml.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT).getFirst();
  }

  private static JsonValue read(String yaml) {
    return document(yaml).root();
  }

  private static Problem problem(byte[] bytes, JsonLimits limits) {
    try {
      all(bytes, limits);
    } catch (BadInputException e) {
      return e.problem();
    }
    throw new AssertionError("was read");
  }

  private static Problem problem(String yaml, JsonLimits limits) {
    return problem(yaml.getBytes(StandardCharsets.UTF_8), limits);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no | \"no\"",
        "off | \"off\"",
        "Yes | \"Yes\"",
        "y | \"y\"",
        "true | true",
        "True | true",
        "FALSE | false",
        "tRUE | \"tRUE\"",
        "~ | null",
        "Null | null",
        "nil | \"nil\"",
        "017 | 17",
        "0o17 | 15",
        "0x1F | 31",
        "0b1 | \"0b1\"",
        "+5 | 5",
        "-0 | -0",
        ".5 | 0.5",
        "5. | 5",
        "1e3 | 1e3",
        "1e999 | 1e999",
        "1_000 | \"1_000\"",
        "1:30 | \"1:30\"",
        ".inf | \".inf\"",
        "-.INF | \"-.INF\"",
        ".nan | \".nan\"",
        "2024-03-01 | \"2024-03-01\"",
        "HP:0001250 | \"HP:0001250\"",
        "'true' | \"true\"",
        "\"012\" | \"012\"",
        "\"a\\u0041\" | \"aA\"",
        "- | null",
      })
  void readsScalarsByTheCoreSchema(String scalar, String json) {
    var value = read("a: " + (scalar.equals("-") ? "" : scalar) + "\n").find("/a");
    assertThat(value == null ? "" : value.compact()).isEqualTo(json);
  }

  @Test
  void keepsWhatStandsThereForFieldsOfTexts() {
    assertThat(read("a: 0017\n").find("/a"))
        .isInstanceOfSatisfying(
            JsonValue.Num.class, number -> assertThat(number.plain()).isEqualTo("0017"));
    assertThat(read("a: True\n").find("/a"))
        .isInstanceOfSatisfying(
            JsonValue.Bool.class, bool -> assertThat(bool.plain()).isEqualTo("True"));
  }

  @Test
  void knowsPointerAndLineOfEveryValue() {
    var root = read("# first\na:\n- 1\n- b: |\n    long\n    text\n  c: {d: [x, y]}\n");
    assertThat(root.at().line()).isEqualTo(2);
    for (var place : List.of("/a 3", "/a/0 3", "/a/1 4", "/a/1/b 4", "/a/1/c 7", "/a/1/c/d/1 7")) {
      var parts = place.split(" ", -1);
      var value = root.find(parts[0]);
      assertThat(value == null ? "" : value.at().pointer()).isEqualTo(parts[0]);
      assertThat(value == null ? 0 : value.at().line())
          .as(place)
          .isEqualTo(Long.parseLong(parts[1]));
    }
  }

  @Test
  void anAliasIsACopyOnItsOwnLine() {
    var root = read("a: &x\n  b: [1, 2]\nc:\n  - *x\n  - *x\n");
    var copy = root.find("/c/1/b/0");
    assertThat(copy == null ? "" : copy.at().toString()).isEqualTo("5 /c/1/b/0");
    var item = root.find("/c/1");
    assertThat(item == null ? "" : item.compact()).isEqualTo("{\"b\":[1,2]}");
  }

  @Test
  void keepsBothFactsOfARepeatedName() {
    assertThat(((JsonValue.Obj) read("a: 1\nb: 2\n\"a\": 3\n")).repeated()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: !!str 1\n",
        "a: !!java.io.File [x]\n",
        "--- !x\na: 1\n",
        "a: &x {b: 1}\nc:\n  <<: *x\n",
        "a: {[1]: 2}\n",
        "? {a: 1}\n: 2\n",
        "a: *x\n",
        "a: &x [*x]\n",
        "a: &x b\n*x : c\n",
        "--- a\n--- &x b\n--- *x\n",
      })
  void refusesFormsThatJsonDoesNotHave(String yaml) {
    var text = yaml.startsWith("?") ? "---\n" + yaml : yaml;
    assertThat(problem(text, JsonLimits.DEFAULT).code()).isEqualTo(ProblemCode.YAML_FORM_NOT_READ);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: [1, 2\\n | 2:1",
        "a: 'x\\n | 2:1",
        "a: b: c\\n | 1:5",
        "a:\\n\\t- b\\n | 2:1",
        "a: 1\\n b: 2\\n | 2:3",
        "a: \"\\q\"\\n | 1:6",
        "a: @x\\n | 1:4",
        "%YAML 3.0\\n---\\na: 1\\n | file",
      })
  void namesWhatIsNoYaml(String yaml, String place) {
    var problem = problem(yaml.replace("\\n", "\n").replace("\\t", "\t"), JsonLimits.DEFAULT);
    assertThat(problem.code()).isEqualTo(ProblemCode.YAML_NOT_VALID);
    assertThat(problem.place().text()).startsWith("a.yaml");
    if (!place.equals("file")) {
      assertThat(problem.place().text()).isEqualTo("a.yaml:" + place);
    }
  }

  @Test
  void namesACharacterThatNoYamlMayHold() {
    var problem = problem("a: 1\nbö: \u0000\n", JsonLimits.DEFAULT);
    assertThat(problem.code().code()).isIn("yaml-not-valid", "json-not-valid");
    var late = problem("a: 1\n" + "#".repeat(2000) + "\nbö: x\u0001\n", JsonLimits.DEFAULT);
    assertThat(late.code()).isEqualTo(ProblemCode.YAML_NOT_VALID);
    assertThat(late.place().text()).isEqualTo("a.yaml:3:6");
  }

  @Test
  void boundsWhatAliasesStandFor() {
    var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
    }
    assertThat(problem(bomb.toString(), JsonLimits.DEFAULT).code())
        .isEqualTo(ProblemCode.JSON_LIMIT_EXCEEDED);
    var deep = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 200; i++) {
      deep.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }
    assertThat(problem(deep.toString(), JsonLimits.DEFAULT).values())
        .containsEntry("option", JsonLimits.DEPTH_OPTION);
    var long_ = "a: &a " + "x".repeat(1 << 20) + "\nb: [" + "*a,".repeat(200) + "]\n";
    assertThat(problem(long_, JsonLimits.DEFAULT).code())
        .isEqualTo(ProblemCode.JSON_LIMIT_EXCEEDED);
  }

  @Test
  void namesTheOptionOfEveryBound() {
    assertThat(problem("a: [[[[[1]]]]]\n", SMALL).values())
        .containsEntry("option", JsonLimits.DEPTH_OPTION);
    assertThat(problem("a: " + "[".repeat(100_000) + "\n", new JsonLimits(100, 9, 9, 999_999)))
        .extracting(Problem::code)
        .isIn(ProblemCode.JSON_LIMIT_EXCEEDED, ProblemCode.YAML_NOT_VALID);
    assertThat(problem("a: " + "x".repeat(60) + "\n", SMALL).values())
        .containsEntry("option", JsonLimits.STRING_OPTION);
    assertThat(problem("a: [" + "1,".repeat(300) + "]\n", SMALL).values())
        .containsEntry("option", JsonLimits.VALUES_OPTION);
    assertThat(problem("a: " + " ".repeat(100_000) + "\n", SMALL).values())
        .containsEntry("option", JsonLimits.BYTES_OPTION);
  }

  @Test
  void readsAStreamOfDocuments() throws IOException {
    var bytes = "--- {a: 1}\n---\na: 2\n...\n---\n---\na: 3\n".getBytes(StandardCharsets.UTF_8);
    var documents = all(bytes, JsonLimits.DEFAULT);
    assertThat(documents)
        .extracting(one -> one.root().compact() + " " + one.root().at().line())
        .containsExactly("{\"a\":1} 1", "{\"a\":2} 3", "{\"a\":3} 7");
    try (var input = Input.of(new ByteArrayInputStream(bytes), "a.yaml", Limits.DEFAULT)) {
      Documents.read(input, JsonLimits.DEFAULT);
      throw new AssertionError("was read");
    } catch (BadInputException e) {
      assertThat(e.problem().code()).isEqualTo(ProblemCode.YAML_SEVERAL_DOCUMENTS);
      assertThat(e.problem().place().line()).isEqualTo(3);
    }
  }

  @Test
  void remarksALastLineWithoutItsEnd() {
    assertThat(document("a: 1").notes())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.YAML_LAST_LINE);
    assertThat(document("a: 1\n").notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\ufeffa: 1\n",
        "a: 1\r\nb: 2\r\n",
        "# c\n\n%YAML 1.2\n---\na: 1\n",
        "%YAML 1.1\n---\na: 1\n",
        "\"a\": 1\n",
        "'a' : 1\n",
      })
  void isToldByItsContent(String yaml) {
    var value = read(yaml).find("/a");
    assertThat(value == null ? "" : value.compact()).isEqualTo("1");
  }

  @Test
  void refusesOtherEncodings() {
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16)) {
      assertThat(problem("a: 1\n".getBytes(charset), JsonLimits.DEFAULT).code())
          .isEqualTo(ProblemCode.FILE_NOT_UTF8);
    }
    var latin = problem("a: 1\nb: ü\n".getBytes(StandardCharsets.ISO_8859_1), JsonLimits.DEFAULT);
    assertThat(latin.code()).isEqualTo(ProblemCode.FILE_NOT_UTF8);
    assertThat(latin.place().line()).isEqualTo(2);
    assertThat(problem("---\n", JsonLimits.DEFAULT).code()).isEqualTo(ProblemCode.FILE_EMPTY);
  }
}
