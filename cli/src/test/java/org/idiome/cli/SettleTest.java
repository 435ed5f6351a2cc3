package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settling a mismatch: recorded, shown, taken back, and not on files.
class SettleTest {
  private static final String PACKET =
      """
      {"id": "P1", "subject": {"id": "P1"}, "medicalActions": [{"procedure": {"code":
        {"id": "NCIT:C15431", "label": "Hematopoietic Cell Transplantation"}, "performed":
        {"timestamp": "2020-02-03T00:00:00Z"}}}],
       "files": [{"uri": "germline.vcf", "individualToFileIdentifiers": {"P1": "G1"},
         "fileAttributes": {"fileFormat": "VCF", "genomeAssembly": "GRCh38"}}],
       "metaData": {"created": "2026-11-01T00:00:00Z", "createdBy": "x",
         "phenopacketSchemaVersion": "2.0"}}
      """;

  private static final String KEY = "identity|cells_of_another|sample|G1";
  private static final String BLOCKED = "The sample may not speak for the person\u2019s own cells";

  @TempDir Path folder;

  @BeforeEach
  void keep() throws IOException {
    var person = Files.createDirectories(folder.resolve("P1"));
    Files.writeString(person.resolve("phenopacket.json"), PACKET);
    Files.writeString(
        person.resolve("germline.vcf"),
        MadePerson.VCF_HEADER + "chr10\t94781859\t.\tG\tA\t.\tPASS\t.\tGT\t0/1\n");
    assertThat(run("import", person).exit()).isZero();
  }

  private Ran run(String command, Object... words) {
    var all = new java.util.ArrayList<Object>(java.util.List.of(command));
    all.addAll(java.util.Arrays.asList(words));
    all.addAll(java.util.List.of("--store", folder.resolve("store")));
    return idiome(all.toArray());
  }

  private String gene(Object... words) {
    var all = new java.util.ArrayList<Object>(java.util.List.of("person:P1", "diplotype|CYP2C19"));
    all.addAll(java.util.Arrays.asList(words));
    return run("explain", all.toArray()).out();
  }

  private Ran settle(Object... more) {
    var all = new java.util.ArrayList<Object>(java.util.List.of("person:P1", "cells_of_another"));
    all.addAll(java.util.Arrays.asList(more));
    return run("settle", all.toArray());
  }

  @Test
  void aMismatchBlocksUntilItIsSettledAndAgainWhenThatIsTakenBack() {
    assertThat(gene()).contains(BLOCKED);
    var before = java.time.Instant.now().toString();
    var settled = settle("--as", "Dr Roe", "--reason", "rejected");
    assertThat(settled.exit()).describedAs(settled.err()).isZero();
    assertThat(settled.out()).isEqualTo(KEY + ": settled by Dr Roe\n");
    assertThat(gene()).doesNotContain(BLOCKED);
    assertThat(run("explain", "person:P1", KEY).out()).contains("Dr Roe", "rejected");
    // As of a moment before, nothing was settled.
    assertThat(gene("--known-by", before)).contains(BLOCKED);
    assertThat(settle("--withdraw", "--as", "Dr Poe", "--reason", "it was not").exit()).isZero();
    assertThat(gene()).contains(BLOCKED);
  }

  /// Whom a restore holds nobody reads, and what restricts them can be recorded all the same.
  @Test
  void whatWasSettledOfWhoIsHeldCanBeTakenBack() throws IOException {
    assertThat(settle("--as", "Dr Roe", "--reason", "rejected").exit()).isZero();
    assertThat(gene()).doesNotContain(BLOCKED);
    var backup = folder.resolve("backup");
    assertThat(run("store", "backup", backup).exit()).isZero();
    Files.write(folder.resolve("store").resolve("idiome.sqlite"), new byte[8192]);
    var restored = run("store", "restore", backup, "--without-list");
    var batch = restored.err().replaceAll("(?s).*idiome store accept (\\d+) .*", "$1");
    var held = run("show", "P1");
    assertThat(held.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(held.err()).contains("idiome consent", "idiome settle --withdraw");
    assertThat(settle("--as", "Dr Roe", "--reason", "again").exit())
        .as("what frees waits")
        .isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    var back = settle("--withdraw", "--as", "Dr Poe", "--reason", "it was not");
    assertThat(back.exit()).as(back.err()).isZero();
    assertThat(back.out()).isEqualTo(KEY + ": blocks again\n");
    var none = settle("--withdraw", "--as", "Dr Poe", "--reason", "once more");
    assertThat(none.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(none.err()).contains("nothing that stands as settled of P1 has 'cells_of_another'");
    assertThat(run("store", "accept", batch, "--author", "Ada", "--reason", "done").exit())
        .isZero();
    assertThat(gene()).contains(BLOCKED);
    assertThat(run("audit", "P1", "--tsv").out()).contains("\tsettle\t");
  }

  @Test
  void namedAllelesOfAPersonWaitForItToo() {
    var blocked = run("pharmacogenes", "P1", "--tsv").out();
    assertThat(blocked).contains("not_assessed").doesNotContain("\tfound\t");
    assertThat(idiome("pharmacogenes", folder.resolve("P1"), "--tsv").out())
        .contains("not_assessed")
        .doesNotContain("\tfound\t");
    assertThat(settle("--as", "Dr Roe", "--reason", "rejected").exit()).isZero();
    assertThat(run("pharmacogenes", "person:P1", "--tsv").out()).isNotEqualTo(blocked);
  }

  @Test
  void itIsSaidWhoAndWhy() {
    assertThat(settle("--reason", "x").exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(settle("--as", "Dr Roe").exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(gene()).contains(BLOCKED);
  }

  @Test
  void whatIsNoMismatchCannotBeSettled() {
    var none = run("settle", "person:P1", "diplotype", "--as", "Dr Roe", "--reason", "I say so");
    assertThat(none.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
  }

  @Test
  void onFilesNothingCanBeSettled() {
    var files =
        idiome("settle", folder.resolve("P1") + "/", KEY, "--as", "Dr Roe", "--reason", "I say so");
    assertThat(files.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(files.err()).contains("on files nothing can be settled");
  }

  @Test
  void twoBirthsOfOnePersonBlockAsWell() throws IOException {
    run("settle", "person:P1", KEY, "--as", "Dr Roe", "--reason", "rejected");
    assertThat(gene()).doesNotContain("in doubt", BLOCKED);
    for (var born : new String[] {"1971-02-03", "1981-02-03"}) {
      var packet =
          """
          {"id": "BORN", "subject": {"id": "P1", "dateOfBirth": "BORNT00:00:00Z"},
           "metaData": {"created": "2026-11-01T00:00:00Z", "createdBy": "x",
             "phenopacketSchemaVersion": "2.0"}}
          """
              .replace("BORN", born);
      var file = Files.writeString(folder.resolve(born + ".json"), packet);
      assertThat(run("import", file, "--as", "P1", "--reason", "x").exit()).isZero();
    }
    var label = run("explain", "person:P1", "identity|label|birth|.").out();
    assertThat(label).contains("1971-02-03, 1971-02-03.json", "1981-02-03, 1981-02-03.json");
    var key = "identity|label|birth|.";
    assertThat(run("explain", "person:P1", "diplotype|CYP2C19").out())
        .contains("The sample is in doubt");
    var settled = run("settle", "person:P1", key, "--as", "Dr Roe", "--reason", "a slip");
    assertThat(settled.exit()).isZero();
    assertThat(gene()).doesNotContain("in doubt");
  }
}
