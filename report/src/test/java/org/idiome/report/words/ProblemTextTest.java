package org.idiome.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
  private static final Problem UNIT =
      Problem.of(
          ProblemCode.AMOUNT_UNIT_NOT_UNDERSTOOD, Place.line("laboratory.tsv", 14), "unit", "flop");

  @Test
  void saysWhereWhatAndHowToMendIt() {
    assertThat(ProblemText.block(UNIT))
        .isEqualTo(
            """
            laboratory.tsv:14: The unit "flop" is no UCUM code and no table maps it to one
              Write the unit as a UCUM code, such as mg/dL or umol/L
            """);
  }

  @Test
  void quotesAtMostEightyCharactersWithControlCharactersEscaped() {
    var hostile = "\u001b[31m\u202ered\r\n" + "x".repeat(200);
    var problem =
        Problem.of(
            ProblemCode.AMOUNT_UNIT_NOT_UNDERSTOOD,
            Place.line("a\u001b\nb.tsv", 1),
            "unit",
            hostile);
    var block = ProblemText.block(problem);
    assertThat(block.lines()).hasSize(2);
    assertThat(block)
        .startsWith("a\\u{1b}\\u{a}b.tsv:1: ")
        .contains("\\u{1b}[31m\\u{202e}red\\u{d}\\u{a}xxx")
        .contains("x…")
        .doesNotContain("\u001b")
        .doesNotContain("x".repeat(80));
  }

  @Test
  void leavesNoValueUnsaid() {
    var problem =
        Problem.of(ProblemCode.FILE_EMPTY, Place.file("a.tsv"), "limit", "7", "something", "else");
    assertThat(ProblemText.message(problem))
        .isEqualTo("The file holds nothing (limit: 7; something: else)");
  }

  @Test
  void writesProblemsForPrograms() {
    var whole = Problem.of(ProblemCode.FILE_NOT_FOUND, Place.file("b.tsv"));
    assertThat(ProblemText.json(List.of(UNIT, whole)).pretty())
        .isEqualTo(
            """
            {
              "problems": [
                {
                  "code": "amount-unit-not-understood",
                  "file": "laboratory.tsv",
                  "line": 14,
                  "message": "The unit \\"flop\\" is no UCUM code and no table maps it to one",
                  "remedy": "Write the unit as a UCUM code, such as mg/dL or umol/L"
                },
                {
                  "code": "file-not-found",
                  "file": "b.tsv",
                  "message": "There is no such file",
                  "remedy": "Check the path"
                }
              ]
            }
            """);
  }
}
