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

/// What somebody meets who uses it for the first time: each answer says what to do next, and
/// nothing wrong is taken in silence.
class NewcomerTest {
  private static final String METER =
      """
      time,glucose,unit
      2025-01-01T08:00,97,mg/dL
      2025-01-02T08:00,5.6,mmol/L
      """;

  private static final String LABORATORY =
      """
      date,code,name,value,unit,low,high
      2026-05-05,CODE,Potassium,5.3,mmol/L,3.5,5.1
      """;

  private static final String OPTIONS =
      "--layer laboratory --feature code --attribute featureName=name --value value --unit unit"
          + " --time date --timeUnit date --attribute referenceLow=low"
          + " --attribute referenceHigh=high";

  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() {
    kept = new Kept(folder);
  }

  private Ran take(String name, String text, String options) throws IOException {
    var words = new ArrayList<Object>(List.of(Files.writeString(folder.resolve(name), text)));
    words.addAll(List.of("--person", "K"));
    words.addAll(Arrays.asList(options.split(" ", -1)));
    return kept.run("import", words.toArray());
  }

  @Test
  void aTableOfWhichNoRowIsKeptLeavesNothing() throws IOException {
    var both = "--layer laboratory --feature glucose --value glucose --unit unit --time time";
    var one = take("meter.csv", METER, both + " --timeUnit instant");
    assertThat(one.exit()).as(one.err()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(one.err()).contains("glucose", "said to be what was measured and its value, too");
    var apart =
        "--layer laboratory --feature =LOINC:2339-0 --value glucose --unit unit --time time";
    var dates = take("meter.csv", METER, apart + " --timeUnit date");
    assertThat(dates.exit()).as(dates.err()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(dates.err())
        .contains("None of the 2 rows of the table could be kept: nothing is taken")
        .contains("Say timeUnit instant, of which it is (of a file alone --timeUnit instant)")
        .doesNotContain("imported 1 person", "has a unit");
    var right = take("meter.csv", METER, apart + " --timeUnit instant");
    assertThat(right.exit()).as(right.err()).isZero();
    assertThat(right.err()).contains("imported 1 person, 2 observations");
  }

  @Test
  void aColumnThatIsThereAndSaysNothingIsNotAskedFor() throws IOException {
    var ran = take("x.csv", LABORATORY.replace("mmol/L", ""), OPTIONS);
    assertThat(ran.err())
        .contains("The column unit gives no value a unit", "Fill the column unit")
        .doesNotContain("Give --unit");
  }

  @Test
  void explainFindsWhatTheSummaryNames() throws IOException {
    take("lab.csv", LABORATORY.replace("CODE", "LOINC:2823-3"), OPTIONS);
    for (int time = 0; time < 2; time++) {
      var found = kept.run("explain", "K", "potassium above");
      assertThat(found.exit()).as(found.err()).isZero();
      assertThat(found.out()).contains("laboratory|interval|LOINC:2823-3|.", "lab.csv:2");
    }
    assertThat(kept.run("explain", "K", "unheard").err()).contains("in its key or its claim");
  }

  @Test
  void aLoincCodeThatDoesNotSayItIsOneIsTold() throws IOException {
    var ran = take("lab.csv", LABORATORY.replace("CODE", "2823-3"), OPTIONS);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err())
        .contains("lab.csv:2: 2823-3 has the form and the check digit of a LOINC code")
        .contains("write LOINC:2823-3");
    assertThat(kept.run("explain", "K", "laboratory|change|2823-3").out())
        .contains("has the form of a LOINC code", "The code with its system");
    var other = take("o.csv", LABORATORY.replace("CODE", "2823-4"), OPTIONS);
    assertThat(other.err()).doesNotContain("LOINC");
  }

  @Test
  void whoWasImportedIsSaid() throws IOException {
    kept.write("P1", Kept.LABORATORY);
    kept.write("P2", Kept.LABORATORY);
    assertThat(kept.run("import", folder.resolve("P1"), folder.resolve("P2")).err())
        .contains("in the store as: P1, P2\n");
  }

  @Test
  void aPacketOfAnotherNameIsNamed() throws IOException {
    kept.write("P1", Kept.LABORATORY);
    var packet = folder.resolve("P1").resolve("phenopacket.json");
    Files.move(packet, packet.resolveSibling("pfeiffer-phenopacket.json"));
    assertThat(Ran.idiome("interpret", folder.resolve("P1")).err())
        .contains("Give pfeiffer-phenopacket.json itself");
  }

  @Test
  void aDoseIsShownAsANumber() throws IOException {
    kept.write("P1", Kept.LABORATORY);
    var packet = folder.resolve("P1").resolve("phenopacket.json");
    Files.writeString(
        packet,
        Files.readString(packet)
            .replace(
                " \"files\"",
                """
                "medicalActions": [{"treatment": {"agent": {"id": "CHEBI:1", "label": "x"},
                 "doseIntervals": [{"quantity": {"unit": {"id": "UCUM:mg", "label": "mg"},
                 "value": 80}, "scheduleFrequency": {"id": "NCIT:C125004", "label": "daily"},
                 "interval": {"start": "2026-01-01T00:00:00Z", "end": "2026-02-01T00:00:00Z"}}]}}],
                "files\"\
                """));
    kept.run("import", folder.resolve("P1"));
    assertThat(kept.run("show", "P1").out()).contains("80 mg").doesNotContain("Exact[");
  }

  /// Of twenty times one fault the first places and the count.
  @Test
  void theSameRemarkIsGrouped() throws IOException {
    var rows = new StringBuilder(Kept.LABORATORY);
    for (int day = 0; day < 201; day++) {
      rows.append("2026-13-44\tLOINC:2823-3\t4.1\tmmol/L\n");
    }
    kept.write("P1", rows.toString());
    var ran = Ran.idiome("interpret", folder.resolve("P1"));
    assertThat(ran.err().lines().filter(line -> line.contains("laboratory.tsv:")).count())
        .as(ran.err())
        .isLessThan(8);
    assertThat(ran.err()).contains("and 198 more like table-time-not-understood in laboratory.tsv");
    var quiet = Ran.idiome("interpret", folder.resolve("P1"), "--quiet");
    assertThat(quiet.err()).contains("remarks on the files").doesNotContain("2026-13-44");
  }

  @Test
  void aTableOfOursIsReplacedLikeAReport() throws IOException {
    var table = folder.resolve("mine.alleles");
    Files.writeString(table, "IDIOMAT1 and more");
    assertThat(OutputFile.whatIsWrongWith(table)).isNull();
    Files.writeString(table, "somebody's");
    assertThat(OutputFile.whatIsWrongWith(table)).contains("is no report, run or table");
  }
}
