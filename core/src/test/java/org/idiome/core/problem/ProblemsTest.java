package org.idiome.core.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private static Problem problem(ProblemCode code, long line) {
    return Problem.of(code, Place.line("a.tsv", line));
  }

  @Test
  void countsAllAndKeepsTheFirstOfEachCode() {
    var problems = new Problems();
    for (int line = 1; line <= 1000; line++) {
      problems.add(problem(ProblemCode.FILE_CONTROL_CHARACTER, line));
    }
    problems.add(problem(ProblemCode.FILE_EMPTY, 1));
    assertThat(problems.count()).isEqualTo(1001);
    assertThat(problems.count(ProblemCode.FILE_CONTROL_CHARACTER)).isEqualTo(1000);
    assertThat(problems.count(ProblemCode.FILE_NOT_FOUND)).isZero();
    assertThat(problems.kept()).hasSize(21);
    assertThat(problems.kept().getFirst().place().line()).isEqualTo(1);
    assertThat(problems.counts().keySet())
        .containsExactly(ProblemCode.FILE_CONTROL_CHARACTER, ProblemCode.FILE_EMPTY);
  }

  @Test
  void gatherAsOneWouldHave() {
    Cases.check(
        "problems gathered from several readers are those of one reader",
        made -> {
          var codes = List.of(ProblemCode.FILE_EMPTY, ProblemCode.FILE_CONTROL_CHARACTER);
          var alone = new Problems();
          var gathered = new Problems();
          for (var lines : made.list(4, one -> one.list(60, each -> each.oneOf(codes)))) {
            var reader = new Problems();
            lines.forEach(code -> reader.add(problem(code, 1)));
            lines.forEach(code -> alone.add(problem(code, 1)));
            gathered.addAll(reader);
          }
          assertThat(gathered.counts()).isEqualTo(alone.counts());
          assertThat(gathered.count()).isEqualTo(alone.count());
          assertThat(gathered.isEmpty()).isEqualTo(alone.isEmpty());
        });
  }

  @Test
  void aProblemNamesItsPlace() {
    assertThat(Place.file("a.tsv").text()).isEqualTo("a.tsv");
    assertThat(new Place("a.tsv", 12L, 3, null).text()).isEqualTo("a.tsv:12:3");
    assertThat(Place.pointer("a.json", 4, "/subject/id").text()).isEqualTo("a.json:4 /subject/id");
    var problem = Problem.of(ProblemCode.FILE_TOO_LARGE, Place.file("a.tsv"), "limit", "5");
    assertThat(new BadInputException(problem)).hasMessage("a.tsv: file-too-large {limit=5}");
    assertThatThrownBy(() -> Problem.of(ProblemCode.FILE_EMPTY, Place.file("a"), "odd"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void codesAreWrittenInOneWay() {
    assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z0-9]+(-[a-z0-9]+)+"));
  }
}
