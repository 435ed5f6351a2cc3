package org.idiome.record.bad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.folder.PersonFolder;
import org.idiome.record.folder.ReadingOptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Bad input made up here, each with its answer (`made-up.txt`).
class MadeUpTest {
  @TempDir Path folder;

  private record Case(String input, List<String> answer) {}

  private static List<Case> cases() throws IOException {
    var cases = new ArrayList<Case>();
    try (var stream = Objects.requireNonNull(MadeUpTest.class.getResourceAsStream("made-up.txt"))) {
      new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> {
            if (line.startsWith("## ")) {
              cases.add(new Case(line.substring(3), new ArrayList<>()));
            } else if (!line.startsWith("#") && !line.isBlank()) {
              cases.getLast().answer().add(line.strip());
            }
          });
    }
    return cases;
  }

  @TestFactory
  List<DynamicTest> givesItsAnswer() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (var one : cases()) {
      var own = folder.resolve("d" + tests.size());
      tests.add(
          DynamicTest.dynamicTest(
              one.input(),
              () -> {
                var answer = answer(one.input(), Files.createDirectories(own));
                assertThat(answer).containsExactlyElementsOf(one.answer());
              }));
    }
    return tests;
  }

  private static List<String> answer(String input, Path own) throws IOException {
    var text =
        input
            .replace("@M", "\"metaData\":{\"phenopacketSchemaVersion\":\"2.0\"}")
            .replace("@S", "\"subject\":{\"id\":\"s\"}")
            .replace("@F", "\"phenotypicFeatures\":[{\"type\":{\"id\":\"HP:1\"}")
            .replace(
                "@Q",
                "\"measurements\":[{\"assay\":{\"id\":\"LOINC:1\"},\"value\":{\"quantity\":"
                    + "{\"unit\":{\"id\":\"UCUM:mg\"},\"value\"");
    var rest = text.substring(2);
    return switch (text.substring(0, 2)) {
      case "T " -> Answer.ofTable(own, "lab.csv", lines(rest), "");
      case "W " -> Answer.ofTable(own, "wide.tsv", lines(rest), "");
      case "L " -> {
        var latin = new String(lines(rest), StandardCharsets.UTF_8);
        yield Answer.ofTable(own, "lab.csv", latin.getBytes(StandardCharsets.ISO_8859_1), "");
      }
      case "U " -> {
        var wide = new String(lines(rest), StandardCharsets.UTF_8);
        yield Answer.ofTable(own, "lab.csv", wide.getBytes(StandardCharsets.UTF_16), "");
      }
      default -> Answer.ofPacket(own, text.getBytes(StandardCharsets.UTF_8));
    };
  }

  private static byte[] lines(String text) {
    return text.replace("\\n", "\n")
        .replace("\\r", "\r")
        .replace("\\t", "\t")
        .replace("\\0", "\0")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void rowsThatAreNotReadAreSaid() throws IOException {
    var table = "2024-02-01,A,1,mg/dL\n# c\ndate,analyte,value,unit\n";
    assertThat(Answer.ofTable(folder, "lab.csv", lines(table), ""))
        .contains("table-rows-above-header warning lab.csv:3", "table-no-rows warning lab.csv:3");
  }

  @Test
  void whatIsNoFileIsNoPhenopacket() throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("a/phenopacket.json"));
    var pipe = Files.createDirectories(folder.resolve("b")).resolve("phenopacket.json");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    for (var name : List.of("a", "b")) {
      assertThat(refusal(folder.resolve(name))).isEqualTo(ProblemCode.FOLDER_NO_PHENOPACKET);
      assertThat(refusal(folder.resolve(name + "/phenopacket.json")))
          .isIn(ProblemCode.FILE_NOT_FOUND, ProblemCode.FOLDER_NO_PHENOPACKET);
    }
    Files.createFile(folder.resolve("empty.json"));
    assertThat(refusal(folder.resolve("empty.json"))).isEqualTo(ProblemCode.FILE_EMPTY);
  }

  private static ProblemCode refusal(Path path) throws IOException {
    try {
      PersonFolder.read(path, ReadingOptions.DEFAULT);
    } catch (BadInputException e) {
      return e.problem().code();
    }
    throw new AssertionError("was read");
  }
}
