package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.idiome.cli.demo.DemoPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A person of the store is the person of the files: the same findings, byte for byte.
class KeptPeopleTest {
  private static final String OF_A_FOLDER = "A folder has no earlier run; needs the store";
  private static final String NO_EARLIER_RUN =
      "No earlier run of this person is kept; once there is one, idiome changes %s compares them";

  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void writePeople() throws IOException {
    new DemoPeople().writeInto(folder);
    store = folder.resolve("store");
  }

  private Ran run(String command, Object... words) {
    var all = new Object[words.length + 3];
    all[0] = command;
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--store";
    all[words.length + 2] = store;
    return idiome(all);
  }

  private String json(String who) throws IOException {
    var json = folder.resolve("run.json");
    assertThat(run("interpret", who, "--json", json).exit()).isLessThanOrEqualTo(ExitCode.PARTLY);
    return Files.readString(json);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"course-01", "lung-01", "rare-01"})
  void aRunFromTheStoreIsTheRunFromTheFolder(String person) throws IOException {
    var files = folder.resolve(person);
    assertThat(run("import", files).exit()).isZero();
    assertThat(json("person:" + person)).isEqualTo(json(files.toString()));
    var page = folder.resolve("page.html");
    run("interpret", files, "-o", page);
    var fromFolder = Files.readString(page);
    var again = run("interpret", "person:" + person, "-o", page);
    assertThat(Files.readString(page))
        .contains(NO_EARLIER_RUN.formatted(person))
        .isEqualTo(fromFolder.replace(OF_A_FOLDER, NO_EARLIER_RUN.formatted(person)));
    // Of a kept person it is said, too, what no interpreter could look up.
    assertThat(again.err()).contains("identifiers are not resolved", "--unresolved");
    assertThat(again.err().lines().filter(line -> !line.contains("are not resolved")))
        .containsExactlyElementsOf(run("interpret", files, "-o", page).err().lines().toList());
    assertThat(run("pharmacogenes", "person:" + person, "--json").out())
        .isEqualTo(run("pharmacogenes", files, "--json").out())
        .isNotEmpty();
    assertThat(run("explain", "person:" + person, "|").out())
        .isEqualTo(run("explain", files, "|").out())
        .isNotEmpty();
  }

  /// Records without columns, of other samples, out of order, with a set of phase far away: what a
  /// file says of one place can depend on all of it.
  @Test
  void whatAnotherRecordSaysIsNotForgotten() throws IOException {
    var made = MadePerson.in(folder);
    var lines = new ArrayList<>(MadePerson.germline().lines().toList());
    int first = 0;
    while (lines.get(first).startsWith("#")) {
      first++;
    }
    for (int i = first; i < lines.size(); i++) {
      var line = lines.get(i);
      if (i % 5 == 0) {
        line = line.substring(0, line.lastIndexOf('\t'));
      } else if (i % 7 == 0) {
        line = line.replace("0/1", "0|1");
      }
      lines.set(i, line);
    }
    lines.add("chr1\t5\t.\tA\tG\t50\tPASS\t.\tGT:PS\t0|1:5");
    made.with(MadePerson.GERMLINE, String.join("\n", lines) + "\n");
    var files = made.id("made").written();
    assertThat(run("import", files).exit()).isLessThanOrEqualTo(ExitCode.PARTLY);
    assertThat(findings(json("person:made"))).isEqualTo(findings(json(files.toString())));
  }

  private static String findings(String json) {
    return JsonTree.of(json).get("findings").toString();
  }

  @Test
  void theSameBytesAgainAreTakenOnce() throws IOException {
    var people = new Object[] {folder.resolve("lung-01"), folder.resolve("rare-01")};
    assertThat(run("import", people).err()).contains("imported 2 persons");
    var listed = run("people", "--tsv").out();
    var again = run("import", people);
    assertThat(again.exit()).isZero();
    assertThat(again.err())
        .contains("lung-01: already imported")
        .contains("imported 0 persons, 0 observations; already imported 2; refused 0");
    assertThat(run("people", "--tsv").out()).isEqualTo(listed);
  }

  @Test
  void aChangedFileTakesThePlaceOfTheOneBefore() throws IOException {
    run("import", folder.resolve("lung-01"));
    var before = json("person:lung-01");
    var file = folder.resolve("lung-01/laboratory.tsv");
    var text = Files.readString(file);
    var row = "2026-10-12\tLOINC:2823-3\tPotassium\t";
    assertThat(text).containsOnlyOnce(row + "5.3\t");
    Files.writeString(file, text.replace(row + "5.3\t", row + "5.0\t"));
    assertThat(run("import", "--tsv", folder.resolve("lung-01"), "--reason", "a slip").out())
        .contains("\tchanged\t");
    assertThat(json("person:lung-01"))
        .isNotEqualTo(before)
        .isEqualTo(json(folder.resolve("lung-01").toString()));
    assertThat(run("people", "--tsv").out().lines().toList()).hasSize(2);
  }

  @Test
  void listsAndShows() {
    run("import", folder.resolve("lung-01"), folder.resolve("course-01"));
    var people = run("people", "--tsv").out().lines().toList();
    assertThat(people.getFirst())
        .isEqualTo("person\tcases\tlayers\tfirst_date\tlast_date\tbatches\tfindings\theld");
    assertThat(people.get(1)).startsWith("course-01\t1\t");
    assertThat(people.get(2)).startsWith("lung-01\t1\t");
    var shown = run("show", "lung-01", "--layer", "laboratory", "--tsv").out().lines().toList();
    assertThat(shown.getFirst())
        .isEqualTo(
            "person\tlayer\tconcept\tlabel\tstate\tvalue\tunit\tstart\tend\tspecimen\tfile\tplace"
                + "\tbatch");
    assertThat(shown)
        .anyMatch(
            row -> row.startsWith("lung-01\tlaboratory\tLOINC:2823-3\tPotassium\tmeasured\t"));
    assertThat(run("show", "lung-01", "--layer", "genome", "--tsv").out())
        .contains("\tgermline-G1.g.vcf.gz\t");
    assertThat(run("show", "nobody").exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(run("show", "lung-01", "--layer", "soul").exit()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void saysWhereThereIsNoStore() {
    var ran = run("people");
    assertThat(ran.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(ran.err()).contains("There is no store here");
  }

  @Test
  void othersAreTakenWhereOneIsRefused() throws IOException {
    var broken = Files.createDirectories(folder.resolve("broken"));
    Files.writeString(broken.resolve("phenopacket.json"), "{\"id\":");
    var ran = run("import", folder.resolve("rare-01"), broken);
    assertThat(ran.exit()).isEqualTo(ExitCode.PARTLY);
    assertThat(ran.err()).contains("imported 1 person,").contains("refused 1");
    assertThat(run("import", broken).exit()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  /// Consent was theirs of whom nothing is in force any more.
  @Test
  void nobodyTakesThePlaceOfSomebodyWhoseInputsWereWithdrawn() throws IOException {
    var made = MadePerson.in(folder).id("one").written();
    run("import", made);
    run("withdraw", "one", "--source", "one", "--author", "dr", "--reason", "wrong id", "--yes");
    var packet = made.resolve("phenopacket.json");
    var own = Files.readString(packet);
    Files.writeString(
        packet, own.replace("\"subject\":{\"id\":\"one\"", "\"subject\":{\"id\":\"two\""));
    var other = run("import", made);
    assertThat(other.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(other.err()).contains("another subject", "than \"two\"");
    Files.writeString(packet, own);
    assertThat(run("import", made).exit()).as("the same person comes back").isZero();
  }

  @Test
  void twoSubjectsOfOnePacketIdAreNotMixed() throws IOException {
    var made = MadePerson.in(folder).id("one").written();
    assertThat(run("import", made).exit()).isZero();
    var packet = made.resolve("phenopacket.json");
    var other =
        Files.readString(packet)
            .replace("\"subject\":{\"id\":\"one\"", "\"subject\":{\"id\":\"two\"");
    Files.writeString(packet, other);
    var ran = run("import", made);
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("another subject");
    assertThat(run("import", made, "--as", "second").exit()).isZero();
    assertThat(run("people", "--tsv").out().lines()).hasSize(3);
  }
}
