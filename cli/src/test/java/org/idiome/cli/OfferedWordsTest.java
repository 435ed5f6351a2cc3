package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

/// What is offered can be typed as it stands, and what is wrong is called what it is.
class OfferedWordsTest {
  private static final int LAST_DATE = 4;

  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
  }

  @Test
  void idsWithSpacesAreQuotedInTheCommandsThatAreOffered() throws IOException {
    kept.write("Anna Lee", Kept.LABORATORY);
    kept.run("import", folder.resolve("Anna Lee"));
    assertThat(kept.run("interpret", "person:Anna Lee").out())
        .contains("idiome explain 'person:Anna Lee'");
    kept.run("import", folder.resolve("P1"), "--as", "Ben Lee");
    var page = folder.resolve("page.html");
    kept.run("interpret", "person:Anna Lee", "-o", page);
    assertThat(Files.readString(page)).doesNotContain("idiome changes Anna Lee");
  }

  @Test
  void aSourceThatIsAllThatIsKnownCannotBeSplitAndTheWayIsSaid() {
    var ran = kept.run("split", "P1", "--source", "P1", "--as", "X", "--reason", "r", "--yes");
    assertThat(ran.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(ran.err()).contains("idiome withdraw P1 --source P1 --reason TEXT", "--as ID");
  }

  @Test
  void aFolderIsNoFileThatIsNotThere() {
    var ran = idiome("normalize", folder);
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("This is a folder, not a file").doesNotContain("no such file");
  }

  @Test
  void binaryDataAreCalledWhatTheyAre() throws IOException {
    var alignments = Files.writeString(folder.resolve("a.bam"), "BAM\u0001\u0000\u0000");
    assertThat(idiome("normalize", alignments).err()).contains("BAM, alignments");
    var picture = Files.writeString(folder.resolve("a.png"), "\u0089PNG\r\n\u001a\n\u0000\u0000");
    for (var words : List.of("normalize", "scan")) {
      assertThat(idiome(words, picture).err()).as(words).contains("binary data");
    }
    assertThat(kept.run("import", picture, "--person", "P9").err()).contains("binary data");
  }

  @Test
  void whatIsThereIsNotWrittenOver() throws IOException {
    var vcf = Files.writeString(folder.resolve("own.vcf"), MadePerson.VCF_HEADER);
    var there = Files.writeString(folder.resolve("there.vcf"), "x\n");
    assertThat(idiome("normalize", vcf, "-o", there).err())
        .contains("is there already")
        .doesNotContain("report or run");
    assertThat(there).hasContent("x");
  }

  @Test
  void boundsThatProblemsNameStandInTheHelp() {
    var hidden =
        CommandSpec.forAnnotatedObject(new BoundOptions()).options().stream()
            .map(option -> option.longestName())
            .toList();
    assertThat(hidden).contains("--max-line-bytes", "--max-json-depth");
    assertThat(idiome("--help").out()).contains(hidden);
  }

  @Test
  void aDateThatCannotBeMeantIsSaid() {
    var early = kept.run("interpret", "person:P1", "--at", "1900-01-01");
    assertThat(early.err()).contains("1900-01-01, lies before all dates on record");
    for (var command : List.of("interpret", "explain")) {
      var late = kept.run(command, "person:P1", "--at", "9999-01-01");
      assertThat(late.err()).contains("--at 9999-01-01 is in the future");
    }
    assertThat(kept.run("interpret", "person:P1", "--at", "2026-02-01").err())
        .doesNotContain("future", "lies before");
  }

  @Test
  void aMonthStaysAMonthInTheListOfPeople() throws IOException {
    kept.write("P3", "date\tcode\tvalue\tunit\n2024-03\tLOINC:2823-3\t4.1\tmmol/L\n");
    assertThat(kept.run("import", folder.resolve("P3")).exit()).isZero();
    var row = kept.rows("people").getLast();
    assertThat(row.getFirst()).isEqualTo("P3");
    assertThat(row.get(LAST_DATE)).isEqualTo("2024-03");
  }
}
