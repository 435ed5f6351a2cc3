package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The store is asked first: an id that could be a path is an id.
class PersonOrPathTest {
  /// A path from where the tests run, as whoever types one does.
  private static final Path HERE = Path.of("target", "person-or-path");

  @TempDir Path folder;

  private Ran run(Object... words) {
    var all = new Object[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--store";
    all[words.length + 1] = folder.resolve("store");
    return Ran.idiome(all);
  }

  private void keep(String id, String sign) throws IOException {
    var file = Files.writeString(folder.resolve("a.json"), packet(id, sign));
    assertThat(run("import", file).exit()).isZero();
  }

  private static String packet(String id, String sign) {
    var quoted = "\"" + id.replace("\\", "\\\\") + "\"";
    return "{\"id\":"
        + quoted
        + ",\"subject\":{\"id\":"
        + quoted
        + "},\"phenotypicFeatures\":[{\"type\":{\"id\":\""
        + sign
        + "\"}}],\"metaData\":{\"phenopacketSchemaVersion\":\"2.0\"}}";
  }

  @BeforeEach
  @AfterEach
  void clear() throws IOException {
    Files.deleteIfExists(HERE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/7", "W\\7", "W<7", ".W"})
  void anyIdIsAPerson(String id) throws IOException {
    keep(id, "HP:0001250");
    for (var command : new String[] {"interpret", "explain", "pharmacogenes"}) {
      var ran = run(command, id);
      assertThat(ran.err()).doesNotContain("no such file");
      assertThat(ran.exit()).as(command + ran.err()).isZero();
    }
    assertThat(run("settle", id, "x", "--as", "a", "--reason", "b").err())
        .contains("no mismatch of samples");
  }

  @Test
  void aFileOfTheSameNameIsAskedAbout() throws IOException {
    Files.createDirectories(HERE.getParent());
    Files.writeString(HERE, packet("other", "HP:0001251"));
    keep(HERE.toString(), "HP:0001250");
    for (var command : new String[] {"interpret", "explain", "pharmacogenes"}) {
      var ran = run(command, HERE);
      assertThat(ran.exit()).as(command).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(ran.err())
          .contains("is a person in the store and a path")
          .contains("person:" + HERE)
          .contains("./" + HERE);
    }
    assertThat(run("interpret", "./" + HERE).exit()).isZero();
    assertThat(run("interpret", "person:" + HERE).exit()).isZero();
    run("consent", HERE, "--withdraw", "care", "--by", "x");
    assertThat(run("interpret", HERE).exit()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void whatIsNeitherNamesBoth() throws IOException {
    keep("A", "HP:0001250");
    for (var command : new String[] {"interpret", "explain"}) {
      var ran = run(command, "W/7");
      assertThat(ran.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
      assertThat(ran.err())
          .contains("the store has no person W/7, and no file or folder is called so")
          .contains("person:W/7");
    }
    var ran = run("pharmacogenes", "W/7");
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("no such file, and no person W/7 in the store", "person:");
  }

  @Test
  void nobodyIsCalledAsAPathBegins() throws IOException {
    var file = Files.writeString(folder.resolve("a.json"), packet("./W", "HP:0001250"));
    var ran = run("import", file);
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("it begins as the path of a file does");
  }
}
