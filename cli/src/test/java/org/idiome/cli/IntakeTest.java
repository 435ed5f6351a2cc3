package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What comes into a store: whose it is, what it is known by, and what it says otherwise than
/// before.
class IntakeTest {
  private static final String LABS =
      """
      day,code,what,result,in
      2026-04-01,LOINC:2823-3,Potassium,4.4,mmol/L
      2026-04-02,LOINC:2823-3,Potassium,4.6,mmol/L
      """;
  private static final List<String> COLUMNS =
      List.of(
          "--layer",
          "laboratory",
          "--feature",
          "code",
          "--value",
          "result",
          "--unit",
          "in",
          "--time",
          "day",
          "--timeUnit",
          "date",
          "--attribute",
          "featureName=what");

  @TempDir Path folder;
  private Path store;
  private Path made;

  @BeforeEach
  void writePerson() throws IOException {
    made = MadePerson.in(folder).written();
    store = folder.resolve("store");
  }

  private Ran run(String command, Object... words) {
    return Ran.idiome(all(command, words));
  }

  private Object[] all(String command, Object... words) {
    var all = Arrays.copyOf(words, words.length + 3);
    System.arraycopy(words, 0, all, 1, words.length);
    all[0] = command;
    all[words.length + 1] = "--store";
    all[words.length + 2] = store;
    return all;
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Object[] with(Object first, List<String> more, Object... last) {
    var all = new java.util.ArrayList<Object>();
    all.add(first);
    all.addAll(more);
    all.addAll(Arrays.asList(last));
    return all.toArray();
  }

  private List<String> outcome(Ran ran) {
    return ran.out().lines().skip(1).map(row -> row.split("\t", -1)[2]).toList();
  }

  private List<String> people() {
    return run("people", "--tsv").out().lines().skip(1).map(row -> row.split("\t", -1)[0]).toList();
  }

  private Path packet(String name, String id, String subject, String more) throws IOException {
    return file(
        name,
        "{%s\"subject\":{\"id\":\"%s\"},%s"
                .formatted(id.isEmpty() ? "" : "\"id\":\"" + id + "\",", subject, more)
            + "\"metaData\":{\"created\":\"2026-03-02T00:00:00Z\",\"createdBy\":\"x\","
            + "\"phenopacketSchemaVersion\":\"2.0\"}}");
  }

  @Test
  void aVariantFileAloneIsTheGermlineOfThePersonWhoIsNamed() throws IOException {
    var vcf = file("panel.vcf", MadePerson.germline());
    var nobody = run("import", vcf);
    assertThat(nobody.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(nobody.err()).contains("names nobody").contains("--person");
    var ran = run("import", vcf, "--person", "new-one", "--tsv");
    assertThat(ran.exit()).isZero();
    assertThat(outcome(ran)).containsExactly("new");
    assertThat(run("explain", "person:new-one", "pharmacogenes|diplotype|CYP2C19").out())
        .contains("panel.vcf");
    var again = run("import", vcf, "--person", "new-one");
    assertThat(again.exit()).isZero();
    assertThat(again.err()).contains("panel.vcf: already imported");
    assertThat(run("import", made, vcf, "--person", "new-one").err()).contains("joined to new-one");
  }

  @Test
  void aFileAloneDoesNotChangeWhoThePersonIs() throws IOException {
    run("import", made);
    run("import", file("panel.vcf", MadePerson.germline()), "--person", "made-01");
    var json = folder.resolve("run.json");
    run("interpret", "person:made-01", "--json", json);
    assertThat(Files.readString(json)).contains("1970-05-01");
    assertThat(people()).containsExactly("made-01");
  }

  @Test
  void aTableAloneIsReadAsTheOptionsSay() throws IOException {
    run("import", made);
    var table = file("labs.csv", LABS);
    var silent = run("import", table, "--person", "made-01");
    assertThat(silent.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(silent.err()).contains("what the columns of the table are");
    var ran = run("import", with(table, COLUMNS, "--person", "made-01", "--tsv"));
    assertThat(ran.err()).contains("joined to made-01");
    assertThat(ran.out()).contains("labs.csv\tmade-01\tjoined\t2\tlabs.csv\t2\t0\t0\t.");
    assertThat(run("show", "made-01", "--layer", "laboratory", "--tsv").out())
        .contains("\t4.6\tmmol/L\t2026-04-02\t.\t.\tlabs.csv\t3\t2");
  }

  @Test
  void standardInputIsTakenLikeAFileAndKnownByItsContent() {
    var words = all("import", with("-", COLUMNS, "--person", "piped", "--tsv"));
    var ran = Ran.fed(LABS.getBytes(StandardCharsets.UTF_8), words);
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("-\tpiped\tnew\t2\tsha256:");
    assertThat(outcome(Ran.fed(LABS.getBytes(StandardCharsets.UTF_8), words)))
        .containsExactly("already_imported");
    assertThat(run("show", "piped", "--tsv").out()).contains("\t4.4\t").contains("\t4.6\t");
  }

  @Test
  void ofAFileOfSeveralSamplesOneIsChosen() throws IOException {
    var header = MadePerson.VCF_HEADER.replace("\tG1\n", "\tG1\tT1\n");
    var vcf = file("pair.vcf", header + "chr10\t94781859\t.\tG\tA\t50\tPASS\t.\tGT\t0/1\t1/1\n");
    var unclear = run("import", vcf, "--person", "p");
    assertThat(unclear.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(unclear.err()).contains("G1").contains("T1");
    assertThat(people()).isEmpty();
    assertThat(run("import", vcf, "--person", "p", "--sample", "G1").exit()).isZero();
    var tumour = run("import", vcf, "--person", "p", "--sample", "T1", "--layer", "tumour");
    assertThat(tumour.err()).contains("joined to p");
    assertThat(run("show", "p", "--layer", "genome", "--tsv").out()).contains("\t0/1\t");
    assertThat(run("show", "p", "--layer", "tumour", "--tsv").out()).contains("\t1/1\t");
    assertThat(run("import", vcf, "--person", "p", "--layer", "soul").exit())
        .isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void theLayerOfAVariantFileIsThatOfItsSpecimen() throws IOException {
    var samples =
        ",\"biosamples\":[{\"id\":\"T\",\"individualId\":\"made-01\",\"tumorProgression\":"
            + "{\"id\":\"NCIT:C84509\",\"label\":\"Primary Neoplasm\"}}]";
    run("import", MadePerson.in(folder).more(samples).written());
    var vcf = file("t.vcf", MadePerson.germline());
    var wrong = run("import", vcf, "--person", "made-01", "--specimen", "T", "--layer", "genome");
    assertThat(wrong.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(wrong.err()).contains("specimen T is not");
    assertThat(run("import", vcf, "--person", "made-01", "--specimen", "T").exit()).isZero();
    assertThat(run("show", "made-01", "--layer", "tumour", "--tsv").out()).contains("\tT\tt.vcf\t");
  }

  @Test
  void aChangedInputSaysHowMuchIsNewAndHowMuchIsNoLongerSaid() throws IOException {
    var table = file("labs.csv", LABS);
    run("import", with(table, COLUMNS, "--person", "p"));
    file("labs.csv", LABS.replace("4.6", "4.7"));
    var silent = run("import", with(table, COLUMNS, "--person", "p"));
    assertThat(silent.exit()).as("a correction says why").isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(silent.err()).contains("(1 corrected, 0 no longer said)").contains("--reason");
    assertThat(run("show", "p", "--tsv").out()).contains("\t4.6\t").doesNotContain("\t4.7\t");
    var ran = run("import", with(table, COLUMNS, "--person", "p", "--tsv", "--reason", "a slip"));
    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .contains("labs.csv\tp\tchanged\t2\tlabs.csv\t0\t1\t0\t.\t1\t2\t2\t0\t0\t0\n");
    assertThat(ran.err())
        .contains("said of p before: 0 new, 1 unchanged, 1 corrected, 0 no longer said\n")
        .contains("  corrected: laboratory, LOINC:2823-3 Potassium, 4.6 mmol/L, 2026-04-02 (labs")
        .contains("2 observations: 0 new, 1 unchanged, 1 corrected, 0 no longer said;");
    file("labs.csv", LABS.substring(0, LABS.indexOf("2026-04-02")) + "2026-05-01,X:1,Other,1,g\n");
    var json =
        run("import", with(table, COLUMNS, "--person", "p", "--json", "--reason", "a slip")).out();
    assertThat(json)
        .contains("\"state\": \"no_longer_said\"")
        .contains("\"said\": \"4.7 mmol/L\"")
        .contains("\"place\": \"labs.csv:3\"");
    assertThat(run("show", "p", "--sources", "--tsv").out())
        .contains("\t" + System.getProperty("user.name") + "\ta slip\n");
  }

  @Test
  void otherBytesOfTheSameContentAreSaidToBeThat() throws IOException {
    run("import", made);
    var packet = made.resolve("phenopacket.json");
    Files.writeString(packet, Files.readString(packet).replace(",\n", ", \n "));
    var ran = run("import", made, "--tsv");
    assertThat(outcome(ran)).containsExactly("same_content");
    assertThat(ran.out()).contains("\t0\t.\n".replace("\t.\n", "\t"));
    assertThat(ran.err()).contains("other bytes or options, the same content of made-01");
    Files.writeString(packet, Files.readString(packet).replace("1970-05-01", "1970-05-02"));
    var born = run("import", made, "--tsv", "--reason", "a slip");
    assertThat(outcome(born)).as("a birthday is something that is said").containsExactly("changed");
  }

  @Test
  void theSameSubjectOfAnotherPacketIsAnotherPersonUntilItIsSaidToBeTheSame() throws IOException {
    var one = packet("one.json", "A", "7", "");
    var two = packet("two.json", "B", "7", "");
    run("import", one);
    run("import", two);
    assertThat(people()).containsExactly("A", "B");
    var three = packet("three.json", "C", "7", "");
    var ran = run("import", three, "--same-person");
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("call 2 persons \"7\": A, B").contains("--as");
    assertThat(run("import", three, "--as", "A").err()).contains("joined to A");
    var other = packet("four.json", "D", "8", "");
    assertThat(outcome(run("import", other, "--same-person", "--tsv"))).containsExactly("new");
    var five = packet("five.json", "E", "8", "");
    assertThat(run("import", five, "--same-person").err()).contains("joined to D");
    assertThat(people()).containsExactly("A", "B", "D");
  }

  @Test
  void aSourceStaysWithItsPerson() throws IOException {
    var one = packet("one.json", "A", "7", "");
    run("import", one, "--as", "anna");
    packet("one.json", "A", "7", "\"phenotypicFeatures\":[{\"type\":{\"id\":\"HP:1\"}}],");
    assertThat(outcome(run("import", one, "--tsv"))).containsExactly("changed");
    assertThat(people()).containsExactly("anna");
  }

  @Test
  void nobodyIsJoinedToAPersonByChanceOfAName() throws IOException {
    run("import", packet("one.json", "A", "7", ""), "--as", "B");
    var ran = run("import", packet("two.json", "B", "8", ""));
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("A person \"B\" is in the store already", "other inputs than B");
  }

  @Test
  void aPacketWithoutAnIdIsKnownByItsFileAndPerson() throws IOException {
    var one = packet("one.json", "", "7", "");
    var ran = run("import", one, "--tsv");
    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).contains("no id of its own; it is known as \"one.json#7\"");
    assertThat(people()).containsExactly("7");
    var other = packet("two.json", "", "7", "");
    assertThat(run("import", other).exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run("import", other, "--same-person").exit()).isZero();
  }

  @Test
  void twoInputsOfOneNameDoNotReplaceEachOtherInOneCommand() throws IOException {
    Files.createDirectories(folder.resolve("a"));
    Files.createDirectories(folder.resolve("b"));
    var one = file("a/labs.csv", LABS);
    var two = file("b/labs.csv", LABS.replace("4.4", "5.4"));
    var ran = run("import", with(one, COLUMNS, two, "--person", "p"));
    assertThat(ran.exit()).isEqualTo(ExitCode.PARTLY);
    assertThat(ran.err()).contains("another input that is known as \"labs.csv\"");
    assertThat(run("show", "p", "--tsv").out()).contains("\t4.4\t").doesNotContain("\t5.4\t");
  }

  @Test
  void oneIdIsNotThatOfManyPersons() throws IOException {
    packet("one.json", "A", "7", "");
    packet("two.json", "B", "8", "");
    var lines =
        file(
            "all.jsonl",
            Files.readString(folder.resolve("one.json"))
                + "\n"
                + Files.readString(folder.resolve("two.json"))
                + "\n");
    var ran = run("import", lines, "--as", "p");
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("of 2 persons: 7, 8;").contains("without --as");
    assertThat(people()).isEmpty();
    var both =
        run("import", folder.resolve("one.json"), folder.resolve("two.json"), "--as", "p", "--tsv");
    assertThat(both.exit()).isEqualTo(ExitCode.PARTLY);
    assertThat(outcome(both)).containsExactly("new", "refused");
  }

  @Test
  void aWrongMergeIsUndoneByOneCommandThatSaysWhy() throws IOException {
    run("import", packet("one.json", "A", "7", ""));
    run("import", packet("two.json", "B", "7", ""), "--same-person");
    assertThat(people()).containsExactly("A");
    var why = run("split", "A", "--source", "B", "--yes");
    assertThat(why.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(why.err()).contains("--reason");
    var unsure = run("split", "A", "--source", "B", "--reason", "two people");
    assertThat(unsure.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(unsure.err()).contains("--yes");
    assertThat(run("split", "A", "--source", "C", "--reason", "x", "--yes").exit())
        .isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    var done = run("split", "A", "--source", "B", "--reason", "two people", "--yes");
    assertThat(done.exit()).isZero();
    assertThat(done.err()).contains("but of a new person B, in batch 3");
    assertThat(people()).containsExactly("A", "B");
    assertThat(run("split", "A", "--source", "A", "--as", "C", "--reason", "x", "--yes").err())
        .contains("nothing to split");
    assertThat(run("store", "verify").exit()).isZero();
  }

  @Test
  void anImportByMistakeIsTakenBack() throws IOException {
    run("import", made);
    run("import", with(file("labs.csv", LABS), COLUMNS, "--person", "made-01"));
    var done = run("withdraw", "made-01", "--source", "labs.csv", "--reason", "mixed up", "--yes");
    assertThat(done.exit()).isZero();
    assertThat(done.err()).contains("2 observations of made-01 are no longer said");
    assertThat(run("show", "made-01", "--tsv").out()).doesNotContain("labs.csv");
    var again = run("withdraw", "made-01", "--source", "labs.csv", "--reason", "mixed up", "--yes");
    assertThat(again.err()).contains("has no source labs.csv; there is made-01");
    assertThat(run("import", with(file("labs.csv", LABS), COLUMNS, "--person", "made-01")).err())
        .contains("joined to made-01");
  }

  @Test
  void twoVariantFilesOfOnePersonAreBothKeptAndNoneIsChosen() throws IOException {
    run("import", made);
    var other =
        MadePerson.germline().replaceAll("(chr10\t94781859\t.*\t)[01][/|][01](.*)", "$10/1$2");
    assertThat(other).isNotEqualTo(MadePerson.germline());
    run("import", file("second.vcf", other), "--person", "made-01");
    var json = folder.resolve("run.json");
    var ran = run("interpret", "person:made-01", "--json", json);
    assertThat(ran.err()).contains("different genotypes (places: 1)").contains("germline.vcf:");
    var tree = JsonTree.of(Files.readString(json));
    assertThat(tree.get("findings").toString()).contains("samples_disagree");
    assertThat(run("show", "made-01", "--layer", "genome", "--tsv").out())
        .contains("\tgermline.vcf\t")
        .contains("\tsecond.vcf\t");
  }

  @Test
  void identifiersThatNobodyKnowsAreKeptCountedAndListed() throws IOException {
    run("import", made);
    var labs = LABS.replace("LOINC:2823-3,Potassium,4.6", "serum rhubarb,Rhubarb,4.6");
    run("import", with(file("labs.csv", labs), COLUMNS, "--person", "made-01"));
    var ran = run("show", "made-01", "--unresolved", "--tsv");
    assertThat(ran.out())
        .contains("made-01\tlaboratory\tfeature\tserum rhubarb\tRhubarb\tno_code\t1\tlabs.csv\t3")
        .contains("\tHP:0002829\tArthralgia\tno_source\t")
        .doesNotContain("LOINC:2823-3")
        .doesNotContain("clopidogrel");
    assertThat(ran.err()).contains("identifiers are not resolved");
    assertThat(run("show", "made-01", "--tsv").out()).contains("serum rhubarb");
  }

  @Test
  void theSourcesOfAPersonAreListedWithWhoBroughtThemAndWhy() throws IOException {
    run("import", made);
    run(
        "import",
        with(file("labs.csv", LABS), COLUMNS, "--person", "made-01", "--author", "the laboratory"));
    assertThat(run("show", "made-01", "--sources", "--tsv").out().lines())
        .hasSize(3)
        .anyMatch(row -> row.startsWith("made-01\tmade-01\tmade-01\t"))
        .anyMatch(row ->
            row.startsWith("made-01\tlabs.csv\t.\t2\tlabs.csv\t2\t")
                && row.endsWith("\timport\tthe laboratory\t."));
  }

  @Test
  void outcomesAreJsonToo() throws IOException {
    var broken = file("broken.json", "{\"id\":");
    var ran = run("import", made, broken, "--json");
    assertThat(ran.exit()).isEqualTo(ExitCode.PARTLY);
    var tree = JsonTree.of(ran.out());
    assertThat(tree.get("inputs").toString()).contains("made-01").contains("refused");
    assertThat(tree.get("problems").toString()).contains("json-cut");
  }
}
