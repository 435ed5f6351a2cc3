package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A corrected file under another name stands beside the one that it corrects: an alarm must not go
/// in silence.
class ContradictoryValuesTest {
  private static final String LABORATORY =
      """
      date,code,name,value,unit,low,high
      2026-01-05,LOINC:2823-3,Potassium,4.1,mmol/L,3.5,5.1
      2026-05-05,LOINC:2823-3,Potassium,5.3,mmol/L,3.5,5.1
      2026-05-05,LOINC:2951-2,Sodium,140,mmol/L,136,145
      """;

  private static final String OPTIONS =
      "--layer laboratory --feature code --attribute featureName=name --value value --unit unit"
          + " --time date --timeUnit date --attribute referenceLow=low"
          + " --attribute referenceHigh=high";

  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = new Kept(folder);
    assertThat(take("lab.tsv", LABORATORY).exit()).isZero();
  }

  private Ran take(String name, String text, String... more) throws IOException {
    var words = new ArrayList<Object>(List.of(Files.writeString(folder.resolve(name), text)));
    words.addAll(List.of("--person", "K"));
    words.addAll(Arrays.asList(OPTIONS.split(" ", -1)));
    words.addAll(Arrays.asList(more));
    return kept.run("import", words.toArray());
  }

  @Test
  void aCorrectedFileUnderAnotherNameIsSaidAndOffered() throws IOException {
    var ran = take("lab2.tsv", LABORATORY.replace("5.3", "4.3"));
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.PARTLY);
    assertThat(ran.err())
        .contains("lab2.tsv:3: Potassium of 2026-05-05 is 4.3 mmol/L here and 5.3 mmol/L in")
        .contains("in lab.tsv:3; of 3 values of this input 2 were there already, and 1 contr")
        .contains("idiome import lab2.tsv --person K --source lab.tsv --reason TEXT")
        .contains("idiome withdraw K --source lab2.tsv --reason TEXT --yes");
    var again = take("more.tsv", LABORATORY);
    assertThat(again.exit()).as(again.err()).isEqualTo(ExitCode.PARTLY);
    assertThat(again.err()).contains("more.tsv:3: Potassium", "5.3 mmol/L here and 4.3 mmol/L in");
    var other = take("other.tsv", LABORATORY.replace("2026-05", "2026-06"));
    assertThat(other.exit()).as(other.err()).isZero();
  }

  /// The page's top and the summary name it, with what settles it.
  @Test
  void theConflictStandsWhereTheAlarmStood() throws IOException {
    assertThat(kept.run("interpret", "K").out()).contains("Worth a look: potassium (5.3");
    take("lab2.tsv", LABORATORY.replace("5.3", "4.3"));
    var page = folder.resolve("k.html");
    var ran = kept.run("interpret", "K", "-o", page);
    assertThat(ran.out())
        .containsSubsequence(
            "lab2.tsv and lab.tsv contradict each other on potassium",
            "Find out which value of potassium is right",
            "lab2.tsv",
            "take it back (idiome");
    assertThat(Files.readString(page))
        .containsSubsequence("<header", "contradict each other on potassium", "</header>");
    var open = kept.run("explain", "K", "laboratory|interval|LOINC:2823-3").out();
    assertThat(open)
        .contains("Two files contradict each other", "lab.tsv:3", "lab2.tsv:3")
        .doesNotContain("The time of each value");
    kept.run("withdraw", "K", "--source", "lab2.tsv", "--reason", "wrong", "--yes");
    assertThat(kept.run("interpret", "K").out()).contains("Worth a look: potassium (5.3");
  }

  /// One code in two spellings is one feature, as it is to whoever reads the values.
  @Test
  void aCorrectedFileThatSpellsTheCodeOtherwiseIsSaid() throws IOException {
    for (var spelling : List.of("loinc:2823-3", "LNC:2823-3", "http://loinc.org|2823-3")) {
      var other = LABORATORY.replace("LOINC:2823-3", spelling);
      var name = spelling.charAt(1) + spelling.length() + ".tsv";
      var same = take(name, other);
      assertThat(same.exit()).as(same.err()).isZero();
      var ran = take(name, other.replace("5.3", "4.3"), "--reason", "corrected");
      assertThat(ran.exit()).as(spelling + ran.err()).isEqualTo(ExitCode.PARTLY);
      assertThat(ran.err())
          .contains("Potassium of 2026-05-05 is 4.3 mmol/L here and 5.3 mmol/L")
          .contains("of 3 values of this input 2 were there already, and 1 contr");
      kept.run("withdraw", "K", "--source", name, "--reason", "wrong", "--yes");
    }
  }

  /// Which is right changes nothing where both lie on one side.
  @Test
  void valuesThatDecideNothingAskForNothing() throws IOException {
    assertThat(take("lab2.tsv", LABORATORY.replace("5.3", "5.4")).exit()).isEqualTo(1);
    assertThat(kept.run("interpret", "K").out())
        .contains("Worth a look: potassium (5.4")
        .doesNotContain("Find out which");
  }

  /// The file is still in, and says another thing.
  @Test
  void aFileThatWasCorrectedIsNotCalledUncounted() throws IOException {
    take("lab2.tsv", LABORATORY.replace("5.3", "4.3"));
    var run = kept.run("interpret", "K");
    assertThat(run.exit()).as(run.err()).isZero();
    var done = take("lab.tsv", LABORATORY.replace("5.3", "4.3"), "--reason", "corrected");
    assertThat(done.exit()).as(done.err()).isZero();
    var changes = kept.run("changes", "K");
    assertThat(changes.out())
        .as(changes.err())
        .contains("lab.tsv, corrected (batch 3)")
        .doesNotContain("no longer counted");
  }
}
