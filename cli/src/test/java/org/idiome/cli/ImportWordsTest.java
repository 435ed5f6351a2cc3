package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.idiome.store.Consents;
import org.idiome.store.Rows;
import org.idiome.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said names what is wrong in the words of who typed it, and what mends it.
class ImportWordsTest {
  private static final String LABS =
      """
      day,code,result,in
      2026-04-01,LOINC:2823-3,4.4,mmol/L
      """;

  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Ran bare(String table, String options) throws IOException {
    var words = Stream.concat(Stream.of("--person", "p"), Arrays.stream(options.split(" ", -1)));
    var all = Stream.concat(Stream.of(file("labs.csv", table)), words);
    return kept.run("import", all.toArray());
  }

  @Test
  void aTableThatSaysNothingOfUnitsOrTimesIsSaidAtOnce() throws IOException {
    var ran = bare(LABS, "--layer laboratory --feature code --value result");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err())
        .contains("labs.csv: No value of the table has a unit", "--unit COLUMN")
        .contains("labs.csv: No value of the table has a time", "--time COLUMN and --timeUnit")
        .contains("imported 1 person, 1 observation;");
    var whole =
        bare(
            LABS,
            "--layer laboratory --feature code --value result --unit in --time day --timeUnit date"
                + " --reason units");
    assertThat(whole.err()).doesNotContain("No value");
  }

  /// Of each fault the first three rows, and how many more there are, which is not how many more
  /// are listed.
  @Test
  void rowsThatAreRefusedAreCountedByWhy() throws IOException {
    var table =
        LABS
            + "2026-13-44,LOINC:2823-3,4.1,mmol/L\n".repeat(150)
            + "2026-04-02,,4.2,mmol/L\n".repeat(25)
            + "2026-04-03,LOINC:2823-3,,mmol/L\n".repeat(2);
    var ran =
        bare(
            table,
            "--layer laboratory --feature code --value result --unit in --time day --timeUnit date");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
    assertThat(ran.err())
        .contains("and 147 more like table-time-not-understood; --json counts them")
        .contains("and 22 more like table-feature-missing; --json counts them")
        .doesNotContain("more remark");
    assertThat(ran.err().lines().filter(line -> line.matches("labs\\.csv:\\d+: The time .*")))
        .hasSize(3);
  }

  @Test
  void anOptionWithoutEffectOnItsInputIsRefused() throws IOException {
    for (var said :
        List.of("--sample X", "--build GRCh38", "--layer genome", "--attribute method=b")) {
      var words = said.split(" ", -1);
      var ran = kept.run("import", folder.resolve("P1"), words[0], words[1]);
      assertThat(ran.exit()).as(said).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(ran.err())
          .as(said)
          .contains("no effect on an input of this kind", "individualToFileIdentifiers", words[0])
          .doesNotContain("already imported P1");
    }
    var table = bare(LABS, "--layer laboratory --feature code --value result --sample X");
    assertThat(table.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(table.err()).contains("--sample has no effect");
  }

  /// A file that cannot be read hides behind no remark on options that are right.
  @Test
  void whatIsWrongWithAFileIsSaidBeforeWhatIsSaidBesideIt() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(LABS.getBytes(StandardCharsets.UTF_8));
    }
    var cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(packed.toByteArray(), 30));
    var wrong = new TreeMap<Path, String>();
    wrong.put(folder.resolve("nosuch.csv"), "no such file");
    wrong.put(folder.resolve("nosuch.vcf"), "no such file");
    wrong.put(file("empty.csv", ""), "holds nothing");
    wrong.put(cut, "ends before its end mark");
    wrong.put(Files.createDirectory(folder.resolve("adir")), "has no phenopacket");
    for (var one : wrong.entrySet()) {
      var words = "--person zz --layer laboratory --feature code --value result --unit in";
      var all = Stream.concat(Stream.of(one.getKey()), Arrays.stream(words.split(" ", -1)));
      var ran = kept.run("import", all.toArray());
      assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(ran.err()).containsIgnoringCase(one.getValue()).doesNotContain("no effect");
    }
    var several = kept.run("import", folder.resolve("P1"), "--unit", "u", "--value", "v");
    assertThat(several.err()).contains("--unit, --value have no effect");
  }

  @Test
  void whoseOnlySourceWasWithdrawnIsThereWithNothingInForce() throws IOException {
    bare(LABS, "--layer laboratory --feature code --value result");
    kept.run("withdraw", "p", "--source", "labs.csv", "--reason", "x", "--yes");
    var ran = kept.run("show", "p");
    assertThat(ran.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(ran.err())
        .contains("nothing of p is in force any more", "--known-by", "out: idiome erase p\n")
        .doesNotContain("has no person");
    kept.run("import", folder.resolve("P1"), "--as", "Ann Lee");
    kept.run("withdraw", "Ann Lee", "--source", "P1", "--reason", "x", "--yes");
    assertThat(kept.run("show", "Ann Lee").err()).contains("out: idiome erase 'Ann Lee'\n");
    assertThat(kept.run("show", "nobody").err()).contains("has no person nobody");
  }

  /// What a run would say of it again and again.
  @Test
  void aCodeThatIsNoCurieIsSaidAtImportAndCountedByRuns() throws IOException {
    var packet = folder.resolve("P1").resolve("phenopacket.json");
    Files.writeString(packet, Files.readString(packet).replace("HP:0001250", "seizure"));
    var no = "The code \"seizure\" is no CURIE";
    assertThat(kept.run("import", folder.resolve("P1"), "--reason", "x").err()).contains(no);
    for (var command : List.of("interpret", "explain")) {
      assertThat(kept.run(command, "person:P1").err())
          .as(command)
          .contains("1 remark on what was imported")
          .doesNotContain(no);
    }
    assertThat(kept.run("interpret", folder.resolve("P1")).err()).contains(no);
  }

  /// Whatever loses nothing: each kind with its first places and how many there are, once.
  @Test
  void everyKindOfRemarkIsSaidAtImportAndCountedByRuns() throws IOException {
    var packet = folder.resolve("P1").resolve("phenopacket.json");
    var more = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      more.append("{\"type\": {\"id\": \"HP:0001250\", \"x\": 1}}, ");
    }
    Files.writeString(
        packet,
        Files.readString(packet)
            .replace("\"phenotypicFeatures\": [", "\"phenotypicFeatures\": [" + more));
    var ran = kept.run("import", folder.resolve("P1"), "--reason", "x");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err())
        .contains("phenopacket.json:", "/phenotypicFeatures/0")
        .contains("and 27 more like phenopacket-field-not-known");
    var run = kept.run("interpret", "person:P1");
    assertThat(run.err()).contains("remarks on what was imported").doesNotContain("/phenotypicF");
    assertThat(kept.run("interpret", "person:P1", "--json").out())
        .as("no run loses them")
        .contains("phenopacket-field-not-known");
  }

  /// An id that was mistyped makes a person: that is said plainly.
  @Test
  void whoIsNewByAnIdThatWasAskedForIsSaid() {
    assertThat(kept.run("import", folder.resolve("P1"), "--as", "dr-smith").err())
        .contains("P1: new person dr-smith\n");
    assertThat(kept.run("import", folder.resolve("P2"), "--as", "dr-smith").err())
        .doesNotContain("new person");
  }

  /// No command could be told of them without `--`; who is called so already is read by that.
  @Test
  void whatACommandTakesForAnOptionIsNoId() throws IOException {
    kept.write("-x", Kept.LABORATORY);
    var refused = kept.run("import", folder.resolve("-x"));
    assertThat(refused.exit()).as(refused.err()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(refused.err())
        .contains("The id \"-x\" cannot be", "takes for an option", "--as and another id");
    for (var option : List.of("--as=-y", "--person=-y")) {
      var asked = kept.run("import", folder.resolve("-x"), option);
      assertThat(asked.exit()).as(option).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(asked.err()).as(option).contains("'-y' cannot be an id", "for an option");
    }
    var named = kept.run("import", folder.resolve("-x"), "--as", "P1", "--reason", "the same");
    assertThat(named.exit()).as(named.err()).isZero();
    for (var words : List.of(List.of(), List.of("--as=-z"))) {
      var all = new ArrayList<Object>(List.of("P1", "--source=-x", "--reason", "r", "--yes"));
      all.addAll(words);
      var split = kept.run("split", all.toArray());
      assertThat(split.exit()).as(split.err()).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(split.err()).contains("cannot be an id", "for an option");
    }
    var head = new Rows.BatchHead(Instant.now(), "made", "test");
    try (var writer = Store.at(kept.store()).write(head, "test", 0)) {
      var person = writer.newPerson("-x").person();
      Consents.add(writer, person, new Consents.Said("kin", false, null, null, "x", null));
      writer.acknowledge();
    }
    var split =
        kept.run("split", "P1", "--source=-x", "--as=-x", "--reason", "of earlier", "--yes");
    assertThat(split.exit()).as(split.err()).isZero();
    var shown = Ran.idiome("show", "--store", kept.store(), "--", "-x");
    assertThat(shown.exit()).as(shown.err()).isZero();
  }

  /// What is recorded of the one who had the id would be read of the other.
  @Test
  void anIdOfWhichNothingIsInForceIsNoNewPerson() {
    kept.run("import", folder.resolve("P1"), "--as", "p9");
    kept.run("withdraw", "p9", "--source", "P1", "--reason", "x", "--yes");
    var same = kept.run("import", folder.resolve("P1"), "--as", "p9");
    assertThat(same.exit()).as(same.err()).isZero();
    assertThat(same.err())
        .contains("P1: back to p9, of whom nothing was in force\n")
        .doesNotContain("new person", "no input called");
    kept.run("withdraw", "p9", "--source", "P1", "--reason", "x", "--yes");
    var other = kept.run("import", folder.resolve("P2"), "--as", "p9", "--tsv");
    assertThat(other.exit()).as(other.err()).isZero();
    assertThat(other.err())
        .contains("P2: back to p9, of whom nothing was in force\n")
        .contains("no input called p9 \"P2\" before", "idiome erase p9")
        .doesNotContain("new person");
    assertThat(other.out()).contains("P2\tp9\treturned\t");
  }

  @Test
  void aWordingThatIsEmptyIsNone() throws IOException {
    var empty = file("empty.txt", " \n");
    var ran = kept.run("consent", "P1", "--give", "research", "--by", "x", "--wording", empty);
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("the wording is empty");
  }

  @Test
  void oneIsNoPlural() throws IOException {
    bare(LABS, "--layer laboratory --feature code --value result");
    assertThat(kept.run("export", "p", "-o", folder.resolve("x")).err())
        .contains("wrote 1 observation of p to");
    assertThat(kept.run("withdraw", "p", "--source", "labs.csv", "--reason", "x", "--yes").err())
        .contains("1 observation of p is no longer said");
  }

  @Test
  void theOptionsThatATableLacksAreNamed() throws IOException {
    assertThat(bare(LABS, "--layer laboratory").err()).contains("missing: --feature, --value\n");
    assertThat(bare(LABS, "--feature code").err()).contains("missing: --layer, --value\n");
    assertThat(bare(LABS, "--layer laboratory --feature code --value result --time day").err())
        .contains("timeUnit", "give import --timeUnit");
    assertThat(bare(LABS, "--layer laboratory --feature code --value no").err())
        .contains("in the option of import");
    assertThat(
            bare(
                    LABS.replace("2026-04-01", "03/04/2026"),
                    "--layer laboratory --feature code --value result --time day --timeUnit date")
                .err())
        .contains("--attribute dateOrder=dmy or mdy");
  }

  @Test
  void whatIsNoPacketIsCalledWhatItIs() throws IOException {
    var target = folder.resolve("all.zip");
    kept.run("export", "P1", "-o", target);
    assertThat(kept.run("import", target).err())
        .contains("all.zip: The content, a zip archive, is none")
        .contains("unpack it and give");
    var page = file("page.html", "<!DOCTYPE html>\n<html><body>x</body></html>\n");
    assertThat(kept.run("import", page).err()).contains("XML or HTML").doesNotContain("JSON");
    var bundle = file("b.json", "{\"resourceType\": \"Bundle\", \"type\": \"collection\"}");
    assertThat(kept.run("import", bundle).err()).contains("FHIR Bundle").contains("not yet FHIR");
    var bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c < 'k'; c++) {
      var one = "*" + (char) (c - 1);
      bomb.append(c + ": &" + c + " [" + String.join(",", Collections.nCopies(10, one)))
          .append("]\n");
    }
    assertThat(kept.run("import", file("bomb.yaml", bomb.toString())).err())
        .contains("No option raises it")
        .doesNotContain("none");
  }

  @Test
  void aPersonOfLaterIsKnownFromThatDay() {
    var ran = kept.run("show", "P1", "--known-by", "2001-01-01");
    assertThat(ran.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(ran.err()).contains("nothing of P1 was in force then: the first was recorded 20");
    assertThat(kept.run("show", "nobody").err()).contains("has no person nobody");
  }

  @Test
  void withoutAStoreItIsSaidWhereAPersonWasLookedFor() {
    var ran = Ran.idiome("interpret", "lung01", "--store", folder.resolve("none"));
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("no such file, and no store ", "of the person with --store");
  }

  @Test
  void theSameBytesReadOtherwiseAreNotCalledOtherBytes() throws IOException {
    var vcf = file("x.vcf", MadePerson.germline());
    kept.run("import", vcf, "--person", "g");
    assertThat(kept.run("import", vcf, "--person", "g", "--build", "GRCh38").err())
        .contains("other bytes or options, the same content of g");
  }

  @Test
  void aSummarySaysHowThePersonWasCalled() throws IOException {
    kept.run("import", MadePerson.in(folder).written(), "--as", "m");
    assertThat(kept.run("interpret", "person:m").out()).contains("idiome explain person:m with");
    assertThat(kept.run("people").out()).contains("batches  found\n");
  }

  @Test
  void aFolderThatAnOptionTookForItsFileIsNamed() {
    var ran = Ran.idiome("interpret", "--json", folder.resolve("P1"));
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("P1' was taken for the file that --json writes; write ");
  }

  /// `--as` is who asks in other commands, and whose the data are here.
  @Test
  void anIdThatIsWhoImportsIsSaid() throws IOException {
    kept.write("P3", Kept.LABORATORY);
    kept.run("show", "P1", "--as", "Dr Roe");
    var said = "\"Dr Roe\" is who asks or imports here, and is now the id of a person";
    var ran = kept.run("import", folder.resolve("P3"), "--as", "Dr Roe");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err()).contains(said, "--author");
    kept.write("P4", Kept.LABORATORY);
    assertThat(kept.run("import", folder.resolve("P4"), "--as", "P4b").err()).doesNotContain(said);
    assertThat(kept.run("import", "--help").out())
        .contains("Whose the data are", "Who imports is not said here");
  }
}
