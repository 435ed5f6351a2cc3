package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing is written over what is not ours, and nothing into a store.
class OutputPlaceTest {
  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"phenopacket.json", "laboratory.tsv"})
  void anInputIsNeverWrittenOver(String name) throws IOException {
    var person = folder.resolve("P1");
    var before = Files.readString(person.resolve(name));
    for (var option : new String[] {"-o", "--json"}) {
      var ran = idiome("interpret", option, person.resolve(name), person);
      assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(ran.err()).contains("is there, and is no report, run or table");
      assertThat(person.resolve(name)).hasContent(before);
    }
  }

  /// It begins as a run does.
  @Test
  void anInputThatBeginsLikeARunIsNeverWrittenOver() throws IOException {
    var packet = folder.resolve("P1/phenopacket.json");
    var text = Files.readString(packet).strip();
    var begun = "{\n  \"files\": [],\n" + text.substring(text.indexOf('{') + 1) + "\n";
    Files.writeString(packet, begun);
    var ran = idiome("interpret", "--json", packet, folder.resolve("P1"));
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(packet).hasContent(begun);
    var page = Files.writeString(folder.resolve("p.html"), "<!DOCTYPE html><title>Mine</title>");
    assertThat(idiome("interpret", "-o", page, folder.resolve("P1")).exit())
        .isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void nothingIsWrittenIntoAStoreOverALink() throws IOException {
    var link = Files.createSymbolicLink(folder.resolve("L"), kept.store().resolve("layers"));
    var page = link.resolve("page.html");
    assertThat(kept.run("interpret", "person:P1", "-o", page).err()).contains("part of a store");
    assertThat(kept.run("export", "P1", "-o", link.resolve("x.zip")).err())
        .contains("lies in a store");
    assertThat(page).doesNotExist();
  }

  @Test
  void aReportAndARunMayBeMadeAgain() throws IOException {
    var page = Files.createFile(folder.resolve("page.html"));
    var json = folder.resolve("run.json");
    for (int i = 0; i < 2; i++) {
      var ran = idiome("interpret", folder.resolve("P1"), "-o", page, "--json", json);
      assertThat(ran.exit()).as(ran.err()).isZero();
    }
    var rerun = kept.run("interpret", "person:P1", "-o", page, "--json", json);
    assertThat(rerun.exit()).as(rerun.err()).isZero();
  }

  @Test
  void nothingIsWrittenIntoAStore() {
    var page = kept.store().resolve("page.html");
    assertThat(kept.run("interpret", "person:P1", "-o", page).err()).contains("part of a store");
    assertThat(page).doesNotExist();
    for (var name : new String[] {"P1", "layers/P1.zip"}) {
      var out = kept.store().resolve(name);
      var ran = kept.run("export", "P1", "-o", out);
      assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(out).doesNotExist();
    }
  }

  @Test
  void anErasureDoesNotVouchForFilesItDidNotLookInto() throws IOException {
    Files.writeString(kept.store().resolve("notes.txt"), "P1");
    var ran = kept.run("erase", "P1", "--yes");
    assertThat(ran.exit()).isZero();
    assertThat(ran.err())
        .contains("notes.txt", "the files named above may")
        .doesNotContain("no byte of the store holds them");
  }

  @Test
  void anErasureNamesWhoHasTheSameFiles() throws IOException {
    kept.run("import", folder.resolve("P1"), "--as", "twin");
    var ran = kept.run("erase", "P1", "--yes");
    assertThat(ran.err())
        .contains("2 other persons have the same values or calls", "twin")
        .doesNotContain("no byte of the store holds them");
  }

  @Test
  void cumulativeTablesAreShown() throws IOException {
    var header = "code,date,value,unit\n";
    var first = "LOINC:2823-3,2026-01-05,4.1,mmol/L\n";
    var second = "LOINC:2823-3,2026-02-05,5.5,mmol/L\n";
    for (var table : new String[] {header + first, header + first + second}) {
      var file = Files.writeString(folder.resolve(table.length() + ".csv"), table);
      var ran =
          kept.run(
              "import",
              file,
              "--person",
              "Q",
              "--layer",
              "laboratory",
              "--feature",
              "code",
              "--value",
              "value",
              "--unit",
              "unit",
              "--time",
              "date",
              "--timeUnit",
              "date");
      assertThat(ran.exit()).as(ran.err()).isZero();
    }
    var shown = kept.run("show", "Q");
    assertThat(shown.exit()).as(shown.err()).isZero();
    assertThat(shown.out()).contains("4.1", "5.5");
  }

  @Test
  void filesOfTwoPeopleAreDoubtedWhereverTheyDiffer() throws IOException {
    for (var genotype : new String[] {"0/1", "1/1"}) {
      var vcf = new StringBuilder(MadePerson.VCF_HEADER);
      for (int i = 0; i < 120; i++) {
        vcf.append("chr10\t").append(1000 + i * 10).append("\t.\tG\tA\t50\tPASS\t.\tGT\t");
        vcf.append(genotype).append('\n');
      }
      var file = Files.writeString(folder.resolve(genotype.charAt(0) + ".vcf"), vcf);
      kept.run("import", file, "--person", "Q");
    }
    var label = kept.run("explain", "person:Q", "identity|label|files");
    assertThat(label.out()).contains("0.vcf and 1.vcf are not of one person");
    assertThat(kept.run("explain", "person:Q", "diplotype|CYP2C19").out()).contains("in doubt");
  }

  @Test
  void recordsThatAreNotReadAreSaidAtImport() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("bad.vcf"),
            MadePerson.VCF_HEADER
                + "chr10\t1000\t.\tG\tA\t50\tPASS\t.\tGT\t0/1\n"
                + "chr10\tabc\t.\tG\tA\t50\tPASS\t.\tGT\t0/1\n");
    var ran = kept.run("import", file, "--person", "Q");
    assertThat(ran.err()).contains("bad.vcf:");
  }

  @Test
  void aReportNamesThePersonAsTheStoreDoes() throws IOException {
    kept.run("import", folder.resolve("P1"), "--as", "somebody");
    var json = kept.run("interpret", "person:somebody", "--json").out();
    assertThat(json).contains("\"id\": \"somebody\"").contains("\"other_ids\": [\n");
    var page = folder.resolve("named.html");
    kept.run("interpret", "person:somebody", "-o", page);
    assertThat(Files.readString(page)).contains("<title>somebody,");
  }
}
