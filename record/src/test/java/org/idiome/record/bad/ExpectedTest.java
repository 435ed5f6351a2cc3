package org.idiome.record.bad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// `data/person/bad/EXPECTED.tsv`, row by row: each file of a format that is built gives its
/// answer, and the rows of the others are named here.
class ExpectedTest {
  /// Beginnings of names, and the formats that no reader knows yet.
  private static final Map<String, String> NOT_BUILT =
      Map.of(
          "fhir-", "FHIR R4",
          "omop-", "OMOP CDM",
          "ped-", "PED",
          "apple-", "Apple Health",
          "xml-", "FHIR as XML");

  /// What of their sentence only an ontology can tell: the id is kept and nothing is concluded.
  private static final List<String> NEED_AN_ONTOLOGY =
      List.of("pp-label-mismatch.json", "pp-obsolete-term.json");

  @TempDir Path folder;

  private static List<String> rows() throws IOException {
    var names = new ArrayList<String>();
    for (var line : Files.readAllLines(Truth.data("person/bad/EXPECTED.tsv"))) {
      names.add(line.split("\t", -1)[0]);
    }
    assertThat(names.removeFirst()).isEqualTo("file");
    return names;
  }

  private static boolean isBuilt(String name) {
    return NOT_BUILT.keySet().stream().noneMatch(name::startsWith);
  }

  private static Map<String, List<String>> answers() throws IOException {
    var answers = new LinkedHashMap<String, List<String>>();
    try (var stream =
        Objects.requireNonNull(ExpectedTest.class.getResourceAsStream("answers.tsv"))) {
      new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(row -> answers.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(row[1]));
    }
    return answers;
  }

  @Test
  void everyRowIsAnsweredOrOfAFormatThatIsNotBuilt() throws IOException {
    var built = new TreeSet<>(rows().stream().filter(ExpectedTest::isBuilt).toList());
    assertThat(answers().keySet()).containsExactlyInAnyOrderElementsOf(built);
    assertThat(built).hasSize(17).containsAll(NEED_AN_ONTOLOGY);
    assertThat(rows()).hasSize(33);
  }

  @TestFactory
  List<DynamicTest> givesTheAnswerOfItsRow() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (var name : rows()) {
      if (isBuilt(name)) {
        var wanted = answers().getOrDefault(name, List.of());
        tests.add(
            DynamicTest.dynamicTest(
                name, () -> assertThat(answer(name)).containsExactlyElementsOf(wanted)));
      }
    }
    return tests;
  }

  private List<String> answer(String name) throws IOException {
    var bytes = Files.readAllBytes(Truth.data("person/bad/" + name));
    var own = Files.createDirectories(folder.resolve(name + ".d"));
    return name.endsWith(".json")
        ? Answer.ofPacket(own, bytes)
        : Answer.ofTable(own, name, bytes, "");
  }
}
