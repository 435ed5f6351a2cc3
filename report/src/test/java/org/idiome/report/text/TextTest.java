package org.idiome.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Finding;
import org.idiome.core.observation.Layer;
import org.idiome.core.presence.Presence;
import org.idiome.report.Sample;
import org.idiome.report.SampleFindings;
import org.idiome.testkit.Golden;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextTest {
  private static final Golden GOLDEN = Golden.beside(TextTest.class);

  @Test
  void sumsUpARunOnOneScreen() {
    var text = TextSummary.of(SampleFindings.interpreted(), "FOLDER", Ink.PLAIN);
    GOLDEN.holds("summary.txt", text);
    assertThat(text.lines()).hasSizeLessThan(40).allMatch(line -> line.length() <= 100);
  }

  @Test
  void opensWithTheFilesThatCouldNotBeRead() {
    GOLDEN.holds(
        "summary-in-part.txt",
        TextSummary.of(SampleFindings.interpretedInPart(), "FOLDER", Ink.PLAIN));
  }

  /// A decision about one thing takes nothing from what was found of another.
  @Test
  void namesWhatIsWorthALookWithItsValueBesideADecision() {
    var text = summary(SampleFindings.CREATININE, 1);
    assertThat(text).contains("Settle  Measure creatinine again");
    assertThat(text)
        .contains("\n  Worth a look, farthest outside its interval first\n")
        .contains("first\n          Potassium 0 above the laboratory's interval: 7.4 mmol/L\n");
    assertThat(summary(SampleFindings.CREATININE, 10))
        .contains(
            "Potassium 7 above the laboratory's interval: 7.4 mmol/L\n",
            "\n          and 2 more.\n");
  }

  @Test
  void saysWhereMoreStandsThanTheBottomLineNames() {
    assertThat(summary(null, 1))
        .contains("Worth a look: potassium 0 (7.4 mmol/L).")
        .contains("All answers with their keys: idiome explain FOLDER\n")
        .doesNotContain("\n  Worth a look")
        .doesNotContain("below");
    assertThat(summary(new Coded("LOINC:2951-2", "Sodium"), 0))
        .contains("1 of 1 question could not be answered.", "What would settle an open one: ")
        .doesNotContain("below");
    assertThat(summary(null, 6))
        .contains("Worth a look: ", "Potassium 5 above the laboratory's interval: 7.4 mmol/L\n");
  }

  private static String summary(@Nullable Coded due, int looks) {
    var person = SampleFindings.person();
    var interpreted =
        person.interpreted(profile -> {
          var all = new ArrayList<Finding>();
          SampleFindings.all(profile).stream()
              .filter(one -> one.subject().equals(due))
              .forEach(all::add);
          for (int i = 0; i < looks; i++) {
            all.add(SampleFindings.high(new Coded("LOINC:" + i, "Potassium " + i)));
          }
          return all;
        });
    return TextSummary.of(interpreted, "FOLDER", Ink.PLAIN).replace('\u00a0', ' ');
  }

  @Test
  void explainsAFindingDownToItsRow() {
    var findings = SampleFindings.interpreted().run().findings();
    var text = new StringBuilder();
    for (var finding : findings) {
      text.append(ExplainText.of(finding, Ink.PLAIN)).append('\n');
    }
    GOLDEN.holds("explain.txt", text.toString());
  }

  @Test
  void listsAllFindingsWithTheirKeys() {
    var run = SampleFindings.interpreted().run();
    var list = ExplainText.list(run.findings(), Ink.PLAIN);
    for (var finding : run.findings()) {
      assertThat(list).contains(finding.key().text());
    }
  }

  @Test
  void coloursOnlyWhenAsked() {
    var interpreted = SampleFindings.interpreted();
    assertThat(TextSummary.of(interpreted, "FOLDER", Ink.PLAIN)).doesNotContain("\u001b");
    assertThat(TextSummary.of(interpreted, "FOLDER", Ink.COLOURED)).contains("\u001b[");
  }

  @Test
  void saysThatThePersonHasDied() {
    assertThat(deceased("2020-03-28")).contains("Died 28 Mar 2020.").doesNotContain("Takes");
    assertThat(deceased("P2M")).contains("Died at age 2 months.").doesNotContain("Takes");
    assertThat(deceased("")).contains("Has died.").doesNotContain("Takes");
  }

  private static String deceased(String at) {
    var drug = new Coded("NCIT:C84217", "Tocilizumab");
    var sample =
        new Sample("x", "")
            .statement(
                Layer.THERAPY, "drug", drug, Presence.Looked.PRESENT, "2020-03-24/2020-03-28")
            .statement(
                Layer.OUTCOME, "vital_status", Coded.of("deceased"), Presence.Looked.PRESENT, at);
    return TextSummary.of(sample.interpreted(_ -> List.of()), "FOLDER", Ink.PLAIN)
        .replace('\u00a0', ' ');
  }

  @Test
  void letsNoTextOfAFileActOnTheTerminal() {
    var hostile = "\u001b]0;owned\u0007\u202e\rred";
    var coded = new Coded("HP:1", hostile);
    var interpreted =
        new Sample("p" + hostile, "1980-01-01")
            .statement(Layer.DIAGNOSIS, "disease", coded, Presence.Looked.PRESENT, "2024")
            .interpreted(_ -> List.of());
    assertThat(TextSummary.of(interpreted, "FOLDER", Ink.PLAIN))
        .doesNotContain("\u001b")
        .doesNotContain("\u0007")
        .doesNotContain("\u202e")
        .doesNotContain("\r");
  }
}
