package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said can be done, in the words of who typed it.
class PlainWordsTest {
  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
  }

  /// Three names that differ at their ends only are three names.
  @Test
  void scanKeepsTheEndsOfNames() throws IOException {
    var long1 = "a-long-name-that-a-laboratory-gives-to-all-of-its-files-of-one-batch-01.tsv";
    var file = Files.writeString(folder.resolve(long1), "a\tb\n1\t2\n");
    assertThat(idiome("scan", file).out()).contains(long1).doesNotContain("\u2026");
    var watched = Tables.cutInside(long1);
    assertThat(watched).startsWith("a-long-name").contains("\u2026").endsWith("-01.tsv");
    assertThat(watched).hasSizeLessThan(long1.length());
  }

  @Test
  void aWordThatIsNoDayIsMetWithOneThatIs() {
    var known = kept.run("show", "P1", "--known-by", "tomorrow");
    assertThat(known.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(known.err())
        .contains("--known-by: 'tomorrow' is no day", "2026-11-21T12:00:00Z")
        .doesNotContain("parsed", "day 12");
    var moment = kept.run("show", "P1", "--known-by", "2026-13-01");
    assertThat(moment.err()).contains("is no day").doesNotContain("Invalid");
  }

  @Test
  void aLayerThatIsNoneIsMetWithThoseThatAre() {
    for (var ran :
        new Ran[] {
          kept.run("show", "P1", "--layer", "lab"),
          kept.run("import", "x.csv", "--person", "p", "--layer", "lab")
        }) {
      assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(ran.err()).contains("no layer 'lab'", "laboratory, physiology", "outcome");
    }
  }

  @Test
  void anAttributeThatNobodyKnowsIsRefused() throws IOException {
    var table = Files.writeString(folder.resolve("t.csv"), "code,value\nLOINC:2823-3,4.1\n");
    var ran =
        kept.run(
            "import",
            table,
            "--person",
            "p",
            "--layer",
            "laboratory",
            "--feature",
            "code",
            "--value",
            "value",
            "--attribute",
            "foo=bar");
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("no attribute 'foo'", "decimalMark");
  }

  @Test
  void aConsentThatHasNotBegunIsSaidWithItsDay() throws IOException {
    var wording = kept.wording();
    var given =
        kept.run(
            "consent",
            "P1",
            "--give",
            "research",
            "--by",
            "x",
            "--wording",
            wording,
            "--from",
            "2127-01-01");
    assertThat(given.exit()).as(given.err()).isZero();
    var ran = kept.run("show", "P1", "--purpose", "research");
    assertThat(ran.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(ran.err()).contains("begins only on 2127-01-01").doesNotContain("No consent");
    assertThat(kept.run("show", "P2", "--purpose", "research").err()).contains("No consent");
  }

  @Test
  void aFileThatNamesNobodyIsMetWithTheCommandThatTakesIt() throws IOException {
    var variants = Files.writeString(folder.resolve("my.vcf"), MadePerson.VCF_HEADER);
    var table = Files.writeString(folder.resolve("my.ped"), "F1\tI1\t0\t0\t1\t2\n");
    for (var file : new Path[] {variants, table}) {
      var ran = idiome("interpret", file);
      assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(ran.err())
          .contains("names nobody", "idiome import FILE --person ID", "idiome interpret ID")
          .doesNotContain("JSON");
    }
  }

  @Test
  void anIdWithASpaceIsOneWordOfACommandThatIsOffered() {
    assertThat(Called.word("lung-01")).isEqualTo("lung-01");
    assertThat(Called.word("Jane Doe's")).isEqualTo("'Jane Doe'\\''s'");
  }

  /// No machine is called as a file that lies beside the packet.
  @Test
  void aFileBesideThePacketLiesOnNoOtherMachine() throws IOException {
    var packet = folder.resolve("P1").resolve("phenopacket.json");
    Files.writeString(
        packet,
        Files.readString(packet).replace("\"laboratory.tsv\"", "\"file://laboratory.tsv\""));
    var ran = idiome("interpret", folder.resolve("P1"));
    assertThat(ran.err())
        .contains("the name of a machine", "Write laboratory.tsv without file://")
        .doesNotContain("lies on another machine");
  }

  @Test
  void helpNamesTheExitCodesAndWhereTheyStand() {
    assertThat(idiome("--help").out()).contains("Exit codes: 0 done", "docs/exit-codes.md");
    assertThat(idiome("import", "--help").out()).contains("4: another writer");
    assertThat(idiome("scan", "--help").out()).containsPattern("3\\s+where a");
    assertThat(idiome("interpret", "--help").out()).containsPattern("Exit\\s+code\\s+1\\s+where");
  }
}
