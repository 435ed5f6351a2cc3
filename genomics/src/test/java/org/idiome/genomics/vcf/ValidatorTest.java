package org.idiome.genomics.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.idiome.core.problem.Reach;
import org.idiome.testkit.Truth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that the validator of the European Variation Archive accepts and refuses.
class ValidatorTest {
  static Stream<String[]> files() throws IOException {
    return Files.readAllLines(Truth.data("variants/validator/manifest.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(row -> new String[] {row[5], row[1], row[4]});
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("files")
  void complainsWhereTheValidatorDoes(String file, String expected, String cause)
      throws IOException {
    var problems = VcfFiles.problems(Truth.data("variants/validator/" + file));
    if (expected.equals("valid")) {
      assertThat(problems.kept()).allMatch(problem -> problem.reach() == Reach.WARNING);
    } else {
      assertThat(problems.kept())
          .anyMatch(problem -> problem.place().line() != null || problem.reach() == Reach.FILE);
    }
  }
}
