package org.idiome.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.problem.ProblemCode;
import org.idiome.testkit.Checkout;
import org.junit.jupiter.api.Test;

/// `docs/hazards.md` and `docs/problems.md`: what may go wrong names the tests that show it, and
/// each test that is named is there.
class HazardsTest {
  private static final List<String> GROUPS =
      List.of(
          "Tables of alleles",
          "Any file",
          "Target regions",
          "Reference sequence",
          "Liftover",
          "Gene models",
          "Sources of knowledge",
          "Variant Call Format",
          "JSON",
          "Phenopackets",
          "Tables",
          "Amounts",
          "The clinical date",
          "Folders",
          "Import and store");

  @Test
  void everyHazardHasItsControlAndTestsThatExist() throws IOException {
    var tests = new TestMethods();
    var faults = new ArrayList<String>();
    for (MarkdownRow row : rows("hazards.md", "Hazards")) {
      assertThat(row.cell(1)).as("control at " + row.place()).isNotEmpty();
      faults.addAll(tests.faults(row, 2));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void everyProblemHasItsReachAndTestsThatExist() throws IOException {
    var tests = new TestMethods();
    var faults = new ArrayList<String>();
    var listed = new ArrayList<String>();
    for (String group : GROUPS) {
      for (MarkdownRow row : rows("problems.md", group)) {
        listed.add(row.cell(0).replace("`", "") + " " + row.cell(1));
        faults.addAll(tests.faults(row, 3));
      }
    }
    assertThat(faults).isEmpty();
    var known = new ArrayList<String>();
    for (ProblemCode code : ProblemCode.values()) {
      known.add(code.code() + " " + code.reach().code());
    }
    assertThat(listed).containsExactlyInAnyOrderElementsOf(known);
  }

  private static List<MarkdownRow> rows(String page, String heading) throws IOException {
    return MarkdownRow.table(Checkout.root().resolve("docs").resolve(page), heading);
  }
}
