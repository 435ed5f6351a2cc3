package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An import that did not take all it was given says so by its exit code, and in sums that add up.
class PartlyImportedTest {
  /// Of six rows one is whole, one has a unit that nobody knows, and four are refused.
  private static final String LABS =
      """
      day,code,result,in
      2026-04-01,LOINC:2823-3,4.4,mmol/L
      2026-04-02,LOINC:2823-3,4.6,furlong
      2026-04-03,LOINC:2823-3,abc,mmol/L
      2026-13-44,LOINC:2823-3,4.4,mmol/L
      2026-04-05,,4.4,mmol/L
      2026-04-06,LOINC:2823-3,4.4
      """;

  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() {
    kept = new Kept(folder);
  }

  private Ran labs(Object... more) throws IOException {
    var file = Files.writeString(folder.resolve("badlab.csv"), LABS);
    var words =
        ("--person p --layer laboratory --feature code --value result --unit in --time day"
                + " --timeUnit date")
            .split(" ", -1);
    var all = new ArrayList<Object>(List.of(file));
    all.addAll(Arrays.asList(words));
    all.addAll(Arrays.asList(more));
    return kept.run("import", all.toArray());
  }

  @Test
  void rowsThatWereRefusedAreCountedAndAreNoSuccess() throws IOException {
    var ran = labs("--json");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.PARTLY);
    assertThat(ran.err())
        .contains("; refused 0; in part 1\n")
        .contains("of 6 rows and elements 1 were kept, 1 kept with a note, 4 refused, 0 not und");
    var total = JsonTree.of(ran.out()).get("total");
    assertThat(total.get("read").asInt()).isEqualTo(6);
    assertThat(total.get("kept").asInt()).isEqualTo(1);
    assertThat(total.get("kept_with_note").asInt()).isEqualTo(1);
    assertThat(total.get("refused").asInt()).isEqualTo(4);
    assertThat(total.get("not_understood").asInt()).isZero();
    assertThat(total.get("inputs_in_part").asInt()).isEqualTo(1);
    var again = labs("--tsv");
    assertThat(again.exit()).as("there already").isZero();
    assertThat(again.out()).contains("\talready_imported\t");
  }

  @Test
  void everySumOfItemsStandsInTheTable() throws IOException {
    assertThat(labs("--tsv").out())
        .startsWith(String.join("\t", ImportOutcomes.COLUMNS) + "\n")
        .endsWith("\t6\t1\t1\t4\t0\n");
  }

  @Test
  void aFileThatAFolderNamesAndThatCannotBeReadIsNoSuccess() throws IOException {
    var made = MadePerson.in(folder).written();
    Files.write(made.resolve(MadePerson.GERMLINE), new byte[] {31, (byte) 139, 8, 0, 0, 0});
    var ran = kept.run("import", made);
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.PARTLY);
    assertThat(ran.err()).contains(MadePerson.GERMLINE + ": The compressed");
    Files.delete(made.resolve(MadePerson.LABORATORY));
    var gone = kept.run("import", made, "--reason", "lost", "--json");
    assertThat(gone.exit()).as(gone.err()).isEqualTo(ExitCode.PARTLY);
    assertThat(gone.out()).contains("file-not-found");
  }

  @Test
  void anElementOfAPacketThatIsRefusedIsNoSuccess() throws IOException {
    var packet =
        """
        {"id": "p", "subject": {"id": "p"}, "phenotypicFeatures": [
          {"type": {"id": "HP:0001250", "label": "Seizure"}}, {"excluded": true}],
         "metaData": {"created": "2026-11-01T00:00:00Z", "createdBy": "x",
           "phenopacketSchemaVersion": "2.0"}}
        """;
    var file = Files.write(folder.resolve("p.json"), packet.getBytes(StandardCharsets.UTF_8));
    var ran = kept.run("import", file, "--tsv");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.PARTLY);
    assertThat(ran.out()).endsWith("\t1\t0\n");
  }

  /// As in JSON: YAML has escapes of its own.
  @ParameterizedTest
  @CsvSource({"a\\uD83Db, S, 2", "P, a\\uDC00b, 1"})
  void anIdWithHalfOfACharacterInYamlIsRefused(String subject, String specimen, int exit)
      throws IOException {
    var packet =
        """
        id: "half"
        subject: {id: "SUBJECT"}
        phenotypicFeatures: [{type: {id: "HP:0001250", label: "Sei\\uD83Dzure"}}]
        biosamples: [{id: "SPECIMEN"}]
        metaData: {created: "2024-01-01T00:00:00Z", createdBy: x, phenopacketSchemaVersion: "2.0"}
        """;
    var file = folder.resolve("half.yaml");
    Files.writeString(file, packet.replace("SUBJECT", subject).replace("SPECIMEN", specimen));
    var ran = kept.run("import", file);
    assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
    assertThat(ran.err()).contains("half of a character in it");
    if (exit == ExitCode.PARTLY) {
      assertThat(ran.err()).contains("A text has half of a character, which is replaced");
      assertThat(kept.rows("show", "half").toString()).contains("Sei\ufffdzure");
    }
  }
}
