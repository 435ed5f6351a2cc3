package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.idiome.cli.Ran.idiome;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.cli.demo.DemoPeople;
import org.idiome.core.canonical.Sha256;
import org.idiome.report.json.RunJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The contract of the commands: exit codes, what goes to which side, names of columns.
class ShellTest {
  @TempDir static Path demo;
  @TempDir Path folder;

  @BeforeAll
  static void writePeople() throws IOException {
    new DemoPeople().writeInto(demo);
  }

  private static Path lung() {
    return demo.resolve("lung-01");
  }

  private static Path lungOf(Path folder) throws IOException {
    new DemoPeople().writeInto(folder);
    return folder.resolve("lung-01");
  }

  private static Path germline() {
    return lung().resolve("germline-G1.g.vcf.gz");
  }

  // interpret

  @Test
  void interpretWritesPageAndJsonAndSaysASummary() throws IOException {
    Files.createDirectory(folder.resolve("out"));
    var page = folder.resolve("out/report.html");
    var json = folder.resolve("out/report.json");
    var ran = idiome("interpret", lung(), "-o", page, "--json", json);
    assertThat(ran.exit()).isZero();
    assertThat(page).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(json).content().startsWith("{\n").endsWith("}\n");
    assertThat(ran.out()).startsWith("lung-01").contains("found", "excluded", "not assessed");
    assertThat(ran.err()).matches("\\d+ of \\d+ questions could not be assessed\n");
    assertThat(folder.resolve("out").toFile().list())
        .containsExactlyInAnyOrder("report.html", "report.json");
  }

  @Test
  void interpretPutsDataAloneOnStandardOutputWhereItIsAskedTo() {
    var json = idiome("interpret", lung(), "--json");
    var page = idiome("interpret", lung(), "-o", "-");
    assertThat(json.exit() + page.exit()).isZero();
    assertThat(json.out()).startsWith("{\n").endsWith("\n}\n");
    assertThat(page.out()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(idiome("interpret", lung(), "--json", "-").out()).isEqualTo(json.out());
  }

  @Test
  void interpretRefusesTwoDocumentsOnOneOutput() {
    var ran = idiome("interpret", lung(), "-o", "-", "--json", "-");
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void theJsonOfEveryPersonFulfilsThePublishedSchema() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RunJson.schema(), InputFormat.JSON);
    for (var person : new DemoPeople().names()) {
      var text = idiome("interpret", demo.resolve(person), "--json").out();
      assertThat(schema.validate(text, InputFormat.JSON)).as(person).isEmpty();
    }
    Files.writeString(lungOf(folder).resolve("laboratory.tsv"), "no table\n");
    var text = idiome("interpret", folder.resolve("lung-01"), "--json").out();
    assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    var problem = JsonTree.of(text).at("/problems/0");
    assertThat(problem.propertyNames()).contains("code", "file", "message", "remedy");
  }

  @Test
  void aPacketByItsOwnNameIsThatPerson() {
    var folderRun = idiome("interpret", lung(), "--json").out();
    var packetRun = idiome("interpret", lung().resolve("phenopacket.json"), "--json").out();
    assertThat(packetRun).isEqualTo(folderRun);
  }

  @Test
  void atASetDateOnlyWhatBeganByThenCounts() {
    var then = idiome("interpret", lung(), "--json", "--at", "2025-06-30");
    assertThat(then.exit()).isZero();
    assertThat(then.out())
        .contains("\"at\": \"2025-06-30\"")
        .doesNotContain("\"when\": \"2026")
        .contains("\"when\": \"2025-06-0");
  }

  @ParameterizedTest(name = "--at {0}")
  @ValueSource(strings = {"yesterday", "2026-02-30", "30.10.2026", "", "day one"})
  void refusesADateThatIsNone(String date) {
    var ran = idiome("interpret", lung(), "--at", date);
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("2026-11-21").doesNotContain("\tat ");
  }

  @Test
  void strictMakesNothingButNotAssessedAnExitCode() throws IOException {
    var person = MadePerson.in(folder).written();
    assertThat(idiome("interpret", person).exit()).isZero();
    assertThat(idiome("interpret", person, "--strict").exit()).isZero();
    var unknown = folder.resolve("nothing-known.vcf");
    Files.writeString(unknown, MadePerson.VCF_HEADER);
    assertThat(idiome("pharmacogenes", unknown).exit()).isZero();
    assertThat(idiome("pharmacogenes", unknown, "--strict").exit())
        .isEqualTo(ExitCode.NOTHING_TO_ANSWER);
  }

  @Test
  void refusesAFolderWithoutAPacket() {
    var ran = idiome("interpret", folder);
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("phenopacket.json").containsPattern("\n  \\S");
  }

  /// Before any work is done for it; folders are not made, and nothing is left behind.
  @Test
  void refusesAPlaceWhereNoFileCanBe() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "in the way\n");
    for (var place : List.of(file.resolve("report.html"), folder, folder.resolve("new/x.html"))) {
      for (var option : List.of("-o", "--json")) {
        var ran = idiome("interpret", lung(), option, place);
        assertThat(ran.exit()).as("%s %s", option, place).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(ran.err()).contains("folder").hasLineCount(2);
        assertThat(ran.out()).isEmpty();
      }
    }
    assertThat(file).hasContent("in the way");
    assertThat(folder.toFile().list()).containsExactly("file");
  }

  @Test
  void saysWhereTheMachineCannotWrite() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "in the way\n");
    var demo = idiome("demo", "-o", file);
    assertThat(demo.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(demo.err()).contains("cannot write", "file").doesNotContain("\tat ");
    var full = Path.of("/dev/full");
    assumeThat(full).exists();
    var ran = idiome("interpret", lung(), "-o", full);
    assertThat(ran.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(ran.err()).contains("cannot write /dev/full: ").doesNotContain("Exception");
    assertThat(full).exists();
    assertThat(folder.toFile().list()).containsExactly("file");
  }

  @Test
  void aClosedStandardOutputIsTheMachinesFault() {
    var closed = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    closed.close();
    var err = new ByteArrayOutputStream();
    var shell = new Shell(closed, new PrintStream(err, true, StandardCharsets.UTF_8));
    assertThat(Main.run(shell, "interpret", lung().toString(), "--json"))
        .isEqualTo(ExitCode.MACHINE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("standard output");
  }

  // explain

  @Test
  void explainListsEveryFindingByItsKey() {
    var ran = idiome("explain", lung());
    assertThat(ran.exit()).isZero();
    var run = Whole.interpret(lung()).run();
    for (var finding : run.findings()) {
      assertThat(ran.out()).contains(finding.key().text() + "\n");
    }
  }

  @Test
  void explainAnswersToAKeyAndToAPartOfOne() {
    var whole = idiome("explain", lung(), "pharmacogenes|diplotype|CYP2C19|.");
    assertThat(whole.exit()).isZero();
    assertThat(whole.out())
        .contains("*2/*2", "germline-G1.g.vcf.gz:120", "chr10")
        .doesNotContain("DPYD");
    var part = idiome("explain", lung(), "cyp2c19");
    assertThat(part.exit()).isZero();
    assertThat(part.out()).contains(whole.out()).hasSizeGreaterThan(whole.out().length());
  }

  @Test
  void explainHasNothingToAnswerAnUnknownFindingFrom() {
    var ran = idiome("explain", lung(), "CYP2D6");
    assertThat(ran.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("CYP2D6");
  }

  // scan

  @Test
  void scanSaysWhatAFileIs() {
    var ran = idiome("scan", germline(), lung().resolve("laboratory.tsv"));
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("variants", "table", "L01_G1", "GRCh38", "226");
  }

  @Test
  void scanHasTheColumnsOfTheContract() {
    var rows = tsv(idiome("scan", "--tsv", germline()));
    assertThat(rows.getFirst())
        .isEqualTo(
            "file sample records snv indel mnv symbolic reference_blocks het hom_alt missing build"
                + " fault_count");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1)).startsWith(germline() + " L01_G1 226 10 0 0 0 216 6 4 0 GRCh38 0");
  }

  @Test
  void scanWritesOneDocument() {
    var ran = idiome("scan", "--json", germline(), lung());
    assertThat(ran.exit()).isZero();
    var files = JsonTree.of(ran.out()).get("files");
    assertThat(files.size()).isGreaterThan(2);
    assertThat(files.get(0).get("samples").get(0).get("records").asInt()).isEqualTo(226);
  }

  @Test
  void ofSeveralInputsTheGoodOnesAreDone() {
    var ran = idiome("scan", "--tsv", folder.resolve("none.vcf"), germline());
    assertThat(ran.exit()).isEqualTo(ExitCode.PARTLY);
    assertThat(tsv(ran)).hasSize(2);
    assertThat(ran.err()).contains("none.vcf");
    assertThat(idiome("scan", folder.resolve("none.vcf")).exit()).isEqualTo(ExitCode.WRONG_INPUT);
    var genes = idiome("pharmacogenes", "--tsv", folder.resolve("none.vcf"), germline());
    assertThat(genes.exit()).isEqualTo(ExitCode.PARTLY);
    assertThat(tsv(genes)).hasSize(3);
  }

  // pharmacogenes

  @Test
  void pharmacogenesHasTheColumnsOfTheContract() {
    var rows = tsv(idiome("pharmacogenes", "--tsv", germline()));
    assertThat(rows.getFirst())
        .isEqualTo(
            "sample gene state diplotype phenotype activity_score matched_positions"
                + " missing_positions cannot_exclude note file run snapshot software");
    assertThat(rows.get(1)).startsWith("L01_G1 CYP2C19 found *2/*2 ");
    assertThat(rows.get(2)).startsWith("L01_G1 DPYD ambiguous ");
    var drugs = tsv(idiome("pharmacogenes", "--recommendations", "--tsv", germline()));
    assertThat(drugs.getFirst())
        .isEqualTo(
            "sample drug source population gene phenotype_or_score classification recommendation"
                + " citation state run snapshot software");
    assertThat(drugs).hasSizeGreaterThan(10);
  }

  @Test
  void pharmacogenesAnswersForEverySampleOrTheOneAskedFor() {
    var trio = demo.resolve("rare-01/exome-trio.vcf.gz");
    assertThat(tsv(idiome("pharmacogenes", "--tsv", trio))).hasSize(1 + 3 * 2);
    assertThat(tsv(idiome("pharmacogenes", "--tsv", "--sample", "R01_M", trio)))
        .hasSize(1 + 2)
        .last()
        .asString()
        .startsWith("R01_M DPYD");
    var absent = idiome("pharmacogenes", "--tsv", "--sample", "R01_X", trio);
    assertThat(absent.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(absent.err()).contains("R01_X", "R01_P");
  }

  @Test
  void pharmacogenesOfAFileAgreesWithThePersonsFolder() {
    var alone = tsv(idiome("pharmacogenes", "--tsv", germline())).get(1).split(" ", -1);
    var run = Whole.interpret(lung()).run();
    var row = new org.idiome.care.pharmacogenes.PharmacogeneTable().rows(run).getFirst();
    assertThat(List.of(alone).subList(0, 11))
        .isEqualTo(List.of(String.join(" ", row.subList(0, 11)).split(" ", -1)).subList(0, 11));
    var person = tsv(idiome("pharmacogenes", "--tsv", lung())).get(1).split(" ", -1);
    assertThat(List.of(person).subList(0, 11)).isEqualTo(List.of(alone).subList(0, 11));
  }

  // all commands

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"demo", "interpret", "explain", "scan", "pharmacogenes"})
  void everyCommandHelpsWithAnExample(String command) {
    var ran = idiome(command, "--help");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("Usage: idiome " + command, "Example: idiome " + command);
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void aCommandLineThatIsWrongIsSaidInTwoLines() {
    for (var line :
        List.of(
            List.of("interpret", lung(), "--nope"),
            List.of("interpret"),
            List.of("nosuch"),
            List.of("scan"),
            List.of("interpret", lung(), "--threads", "none"),
            List.of("interpret", lung(), "--threads", "0"),
            List.of("scan", "--max-columns", "0", germline()),
            List.of("settings", lung()),
            List.of("interpret", lung(), "--snapshot", "x"),
            List.of("interpret", lung(), "--known-by=2026-01-01"),
            List.of("scan", "--json", "--tsv", germline()),
            List.of("pharmacogenes", "--json", "--tsv", germline()),
            List.of("pharmacogenes", "--sample", "L01_G1", lung()),
            List.of("interpret", "-"),
            List.of("explain", "-"),
            List.of("demo", "-o", "-"))) {
      var ran = idiome(line.toArray());
      assertThat(ran.exit()).as("%s", line).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(ran.out()).as("%s", line).isEmpty();
      assertThat(ran.err().lines()).as("%s", line).hasSize(2);
    }
  }

  @Test
  void whatComesLaterIsSaidToComeLater() {
    for (var word : List.of("settings", "tumour")) {
      assertThat(idiome(word).err()).contains("'" + word + "' is not in this release");
    }
    assertThat(idiome("interpret", lung(), "--snapshot", "x").err()).contains("'--snapshot' is");
  }

  @Test
  void helpGroupsTheCommandsAndNamesEachOnce() {
    var help = idiome("help");
    assertThat(help.exit()).isZero();
    assertThat(help.out()).startsWith("Usage: idiome ");
    assertThat(idiome().out()).isEqualTo(help.out()).isEqualTo(idiome("--help").out());
    for (var command : List.of("demo", "interpret", "explain", "scan", "pharmacogenes")) {
      assertThat(help.out()).containsOnlyOnce("\n  " + command + " ");
      assertThat(idiome("help", command).out()).isEqualTo(idiome(command, "--help").out());
    }
    assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void quietSaysNothingButProblems() {
    assertThat(idiome("interpret", lung(), "--json", "--quiet").err()).isEmpty();
    assertThat(idiome("pharmacogenes", "--tsv", "--quiet", germline()).err()).isEmpty();
    assertThat(idiome("interpret", folder, "--quiet").err()).isNotEmpty();
  }

  @Test
  void showsAStackTraceOnlyWhereItIsAskedFor() {
    assertThat(idiome("interpret", folder).err()).doesNotContain("\tat org.idiome");
    assertThat(idiome("interpret", folder, "--verbose").err()).contains("\tat org.idiome");
  }

  @Test
  void demoEndsWithThePathsOfThePagesAndWritesTheSameTwice() throws IOException {
    var target = folder.resolve("people");
    var first = idiome("demo", "-o", target);
    assertThat(first.exit()).isZero();
    assertThat(first.out().lines().toList())
        .endsWith(
            target.resolve("course-01.html").toString(),
            target.resolve("lung-01.html").toString(),
            target.resolve("rare-01.html").toString());
    var before = contents(target);
    var second = idiome("demo", "-o", target);
    assertThat(second).isEqualTo(first);
    assertThat(contents(target)).isEqualTo(before);
    assertThat(idiome("demo", "-o", folder.resolve("elsewhere")).exit()).isZero();
    assertThat(contents(folder.resolve("elsewhere"))).isEqualTo(before);
  }

  @Test
  void demoWritesWhatInterpretWrites() throws IOException {
    var target = folder.resolve("people");
    idiome("demo", "-o", target, "--quiet");
    var page = folder.resolve("lung-01.html");
    var json = folder.resolve("lung-01.json");
    idiome("interpret", target.resolve("lung-01"), "-o", page, "--json", json);
    assertThat(json).hasSameBinaryContentAs(target.resolve("lung-01.json"));
    assertThat(page).hasSameBinaryContentAs(target.resolve("lung-01.html"));
  }

  private static Map<String, Sha256> contents(Path folder) throws IOException {
    var contents = new TreeMap<String, Sha256>();
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Sha256.of(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  /// The lines of a table, tabs shown as blanks; every line has as many cells as the header.
  private static List<String> tsv(Ran ran) {
    var lines = ran.out().lines().toList();
    long columns = lines.getFirst().chars().filter(c -> c == '\t').count();
    assertThat(lines).allMatch(line -> line.chars().filter(c -> c == '\t').count() == columns);
    assertThat(lines).noneMatch(line -> line.contains("\t\t"));
    return lines.stream().map(line -> line.replace('\t', ' ')).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--max-json-depth=1001", "--max-json-depth=0", "--max-line-bytes=x"})
  void aBoundOutOfRangeIsAWrongCommandLine(String bound) {
    var ran = idiome("interpret", lung(), bound);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("no whole number from 1 to");
  }

  // simulate

  @Test
  void simulateWritesTheSameGenomeToAFileAndToStandardOutput() throws IOException {
    var file = folder.resolve("genome.vcf");
    assertThat(idiome("simulate", "genome", "--records", "50", "-o", file).exit()).isZero();
    var ran = idiome("simulate", "genome", "--records", "50");
    assertThat(file).content().isEqualTo(ran.out()).contains("made up, nobody's");
    var packed = folder.resolve("genome.vcf.gz");
    assertThat(idiome("simulate", "genome", "--records", "50", "-o", packed).exit()).isZero();
    assertThat(idiome("scan", packed, "--tsv").out()).contains("genome.vcf.gz\tSIMULATED\t50\t");
    assertThat(idiome("simulate", "genome", "--records", "0").exit()).isEqualTo(2);
  }
}
