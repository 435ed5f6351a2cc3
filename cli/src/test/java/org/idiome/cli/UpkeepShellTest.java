package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.idiome.store.Store;
import org.idiome.store.StoreReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `erase`, `store backup`, `store restore`, `store compact` and `export` as the shell runs them:
/// exit codes, what goes to which side, and that a refusal changes nothing.
class UpkeepShellTest {
  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
  }

  private Ran erase(String person, Object... words) {
    var all = new ArrayList<Object>(List.of(person));
    all.addAll(List.of(words));
    return kept.run("erase", all.toArray());
  }

  private boolean has(String person) {
    return kept.rows("people").stream().anyMatch(row -> row.getFirst().equals(person));
  }

  private Path at(String name) {
    return folder.resolve(name);
  }

  /// A refusal: its code, nothing for a pipe, something for a person.
  private static void refused(Ran ran, int exit, String words) {
    assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(words);
  }

  @Test
  void erasingSaysWhatItDidOnTheSideForWords() {
    var ran = erase("P1", "--yes");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("taken out of the record, in batch 2", "backups made before still hold it")
        .contains(
            "another person has the same values or calls, or had other files of the same name,"
                + " which stay: P2");
    assertThat(has("P1")).isFalse();
    assertThat(has("P2")).isTrue();
    refused(kept.run("show", "P1"), ExitCode.NOTHING_TO_ANSWER, "no person P1");
    refused(erase("P1", "--yes"), ExitCode.NOTHING_TO_ANSWER, "no person P1");
    assertThat(erase("P2", "--yes", "--quiet")).isEqualTo(new Ran(ExitCode.DONE, "", ""));
    assertThat(kept.run("store", "verify").exit()).isZero();
  }

  /// It is a whole store, and no backup.
  @Test
  void erasingNamesWhatARestorePutAside() {
    assertThat(kept.run("store", "backup", at("backup")).exit()).isZero();
    assertThat(erase("P2", "--yes").err()).doesNotContain("put aside");
    assertThat(kept.run("store", "restore", at("backup")).exit()).isZero();
    var ran = erase("P1", "--yes");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err())
        .contains("what a restore put aside may hold them still: " + kept.store() + ".before-1");
  }

  @Test
  void erasingRefusesWhatWasNotMeant() {
    refused(erase("P1"), ExitCode.WRONG_INPUT, "say --yes");
    refused(erase("P1", "--yes", "--known-by", "2020-01-01"), ExitCode.WRONG_INPUT, "--known-by");
    refused(erase("nobody", "--yes"), ExitCode.NOTHING_TO_ANSWER, "no person nobody");
    refused(
        idiome("erase", "P1", "--yes", "--store", at("nowhere")),
        ExitCode.NOTHING_TO_ANSWER,
        "nowhere");
    assertThat(at("nowhere")).doesNotExist();
    refused(idiome("erase", "P1", "--yes", "--store", at("P1")), ExitCode.NOTHING_TO_ANSWER, "P1");
    assertThat(has("P1")).isTrue();
  }

  /// Who is in the record while somebody reads is gone from it at once, and from the disk later.
  @Test
  void anErasureThatReadersHoldUpIsPendingUntilTheNextWriter() {
    try (var reader = Store.at(kept.store()).read()) {
      assertThat(reader.people(StoreReader.NEWEST)).hasSize(2);
      var ran = erase("P1", "--yes", "--wait=1");
      refused(ran, ExitCode.MACHINE, "taken out of the record");
      assertThat(ran.err()).doesNotContain("no byte of the store holds them").contains("\n  ");
      refused(kept.run("show", "P1"), ExitCode.NOTHING_TO_ANSWER, "P1");
      assertThat(kept.run("store", "verify").exit()).isEqualTo(ExitCode.MACHINE);
      refused(kept.run("store", "compact", "--wait=1"), ExitCode.MACHINE, "reads an earlier state");
    }
    assertThat(kept.run("store", "compact").exit()).isZero();
    assertThat(kept.run("store", "verify").exit()).isZero();
  }

  /// What is counted and the exit code have one source.
  @Test
  void verifyCountsWhateverItEndsWithFourFor() throws IOException {
    var file = kept.store().resolve("idiome.sqlite");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    var ran = kept.run("store", "verify", "--tsv");
    assertThat(ran.exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(ran.out()).contains("idiome.sqlite\t.\topen to others");
    assertThat(ran.err()).contains("not as it should be: 1");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(kept.run("store", "verify").err()).contains("not as it should be: 0");
  }

  @Test
  void aBackupIsOnePathOnStandardOutput() {
    var ran = kept.run("store", "backup", at("backup"));
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out()).isEqualTo(at("backup") + "\n");
    assertThat(ran.err()).startsWith("copied and verified: ");
    assertThat(kept.run("store", "backup", at("second"), "--quiet"))
        .isEqualTo(new Ran(ExitCode.DONE, at("second") + "\n", ""));
    assertThat(idiome("store", "verify", "--store", at("backup")).exit()).isZero();
    refused(idiome("show", "P1", "--store", at("backup")), ExitCode.WRONG_INPUT, "store restore");
  }

  @Test
  void aBackupIsNotMadeOverOrOfWhatItShouldNot() throws IOException {
    Files.createDirectories(at("taken"));
    Files.writeString(at("taken").resolve("letter"), "mine");
    refused(kept.run("store", "backup", at("taken")), ExitCode.WRONG_INPUT, "taken");
    assertThat(at("taken")).isDirectoryContaining(file -> file.endsWith("letter"));
    refused(
        idiome("store", "backup", at("b"), "--store", at("nowhere")),
        ExitCode.NOTHING_TO_ANSWER,
        "nowhere");
    kept.run("store", "backup", at("first"));
    refused(
        idiome("store", "backup", at("b"), "--store", at("first")), ExitCode.WRONG_INPUT, "first");
    damage(kept.store());
    refused(kept.run("store", "backup", at("b")), ExitCode.MACHINE, "idiome.sqlite");
    assertThat(at("b")).doesNotExist();
  }

  /// Turns one byte of the last quarter of a catalogue round.
  private static void damage(Path store) throws IOException {
    var file = store.resolve("idiome.sqlite");
    var bytes = Files.readAllBytes(file);
    for (int i = bytes.length / 2; i < bytes.length; i += 997) {
      bytes[i] ^= 0x55;
    }
    Files.write(file, bytes);
  }

  @Test
  void restoringErasesAgainAndKeepsTheStoreThatWasThere() {
    kept.run("store", "backup", at("backup"));
    erase("P1", "--yes");
    var ran = kept.run("store", "restore", at("backup"));
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out()).isEqualTo(kept.store() + "\n");
    assertThat(ran.err())
        .contains("restored and verified: ", "erased again, for they had been since: 1")
        .contains(kept.store() + ".before-1");
    assertThat(Files.exists(at("store.before-1"))).isTrue();
    assertThat(has("P1")).isFalse();
    assertThat(has("P2")).isTrue();
  }

  @Test
  void restoringWithoutAListOfErasuresIsSaidToBeSo() {
    kept.run("store", "backup", at("backup"));
    refused(
        idiome("store", "restore", at("backup"), "--store", at("again")),
        ExitCode.WRONG_INPUT,
        "--without-list");
    assertThat(at("again")).doesNotExist();
    var ran = idiome("store", "restore", at("backup"), "--store", at("again"), "--without-list");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out()).isEqualTo(at("again") + "\n");
    assertThat(idiome("show", "P1", "--store", at("again")).exit()).isZero();
  }

  @Test
  void restoringTakesNothingButAWholeBackup() throws IOException {
    refused(
        idiome("store", "restore", at("nowhere"), "--store", at("again"), "--without-list"),
        ExitCode.NOTHING_TO_ANSWER,
        "nowhere: There is no backup of a store here");
    refused(
        idiome("store", "restore", kept.store(), "--store", at("again"), "--without-list"),
        ExitCode.NOTHING_TO_ANSWER,
        "it is a store to be used");
    refused(
        idiome("store", "restore", at("P1"), "--store", at("again"), "--without-list"),
        ExitCode.NOTHING_TO_ANSWER,
        "P1");
    kept.run("store", "backup", at("backup"));
    damage(at("backup"));
    refused(
        idiome("store", "restore", at("backup"), "--store", at("again"), "--without-list"),
        ExitCode.MACHINE,
        "idiome.sqlite");
    assertThat(at("again")).doesNotExist();
    assertThat(has("P1")).as("the store beside it").isTrue();
  }

  /// Records of a variant file lie in a dense file.
  @Test
  void aBackupThatLacksAPartSaysSo() throws IOException {
    Files.writeString(
        at("panel.vcf"), MadePerson.VCF_HEADER + "chr10\t94781859\t.\tG\tA\t.\tPASS\t.\tGT\t0/1\n");
    assertThat(kept.run("import", at("panel.vcf"), "--person", "P1").exit()).isZero();
    kept.run("store", "backup", at("backup"));
    try (var files = Files.walk(at("backup").resolve("layers"))) {
      Files.delete(files.filter(Files::isRegularFile).findFirst().orElseThrow());
    }
    var again = at("again");
    var ran = idiome("store", "restore", at("backup"), "--store", again, "--without-list");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.MACHINE);
    assertThat(ran.err()).contains(".parquet", "segment 5 of P1");
    assertThat(idiome("show", "P1", "--store", again).exit()).isEqualTo(ExitCode.MACHINE);
    assertThat(idiome("show", "P2", "--store", again).exit()).isZero();
  }

  @Test
  void whatIsWrongWithAWaitAndALockIsSaid() throws IOException {
    refused(erase("--yes", "--wait", "P1"), ExitCode.WRONG_INPUT, "--wait=SECONDS");
    Files.deleteIfExists(kept.store().resolve("writer.lock"));
    Files.createDirectory(kept.store().resolve("writer.lock"));
    var ran = kept.run("store", "compact");
    refused(ran, ExitCode.MACHINE, "writer.lock");
    assertThat(ran.err()).contains("move it out of the folder").doesNotContain("room");
  }

  @Test
  void compactingSpeaksToEyesOnlyAndRefusesWhatIsNoStore() {
    var ran = kept.run("store", "compact");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("dense files: 0, now 0; bytes: ");
    assertThat(kept.run("store", "compact", "--quiet")).isEqualTo(new Ran(ExitCode.DONE, "", ""));
    refused(
        idiome("store", "compact", "--store", at("nowhere")),
        ExitCode.NOTHING_TO_ANSWER,
        "nowhere");
    assertThat(has("P1")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"backup", "compact"})
  void whatNeedsTheWritersPlaceSaysWhoHasIt(String command) {
    try (var writer = Store.at(kept.store()).upkeep("somebody else", 0)) {
      assertThat(writer.person("P1")).isNotNull();
      var ran =
          command.equals("backup")
              ? kept.run("store", "backup", at("b"))
              : kept.run("store", "compact");
      refused(ran, ExitCode.MACHINE, "somebody else");
      refused(erase("P1", "--yes"), ExitCode.MACHINE, "somebody else");
    }
    assertThat(at("b")).doesNotExist();
    assertThat(has("P1")).isTrue();
  }

  @Test
  void anExportIsOneDocumentOfJsonWhereItIsAskedFor() {
    var ran = kept.run("export", "P1", "-o", at("out"), "--json");
    assertThat(ran.exit()).as(ran.err()).isZero();
    var said = JsonTree.of(ran.out());
    assertThat(said.get("person").stringValue()).isEqualTo("P1");
    assertThat(said.get("observations").intValue()).isEqualTo(4);
    assertThat(said.get("written").stringValue()).isEqualTo(at("out").toString());
    assertThat(said.get("not_in_record").isEmpty()).isTrue();
    assertThat(ran.err()).isEmpty();
    var words = kept.run("export", "P1", "-o", at("more"));
    assertThat(words.out()).isEmpty();
    assertThat(words.err()).contains("wrote 4 observations of P1", "it is not encrypted");
    assertThat(kept.run("export", "P2", "-o", at("quiet"), "--quiet"))
        .isEqualTo(new Ran(ExitCode.DONE, "", ""));
  }

  @Test
  void anExportIsNotWrittenOverOrOfNobody() throws IOException {
    Files.writeString(at("taken"), "mine");
    refused(kept.run("export", "P1", "-o", at("taken")), ExitCode.WRONG_INPUT, "already");
    assertThat(Files.readString(at("taken"))).isEqualTo("mine");
    refused(
        kept.run("export", "nobody", "-o", at("out")),
        ExitCode.NOTHING_TO_ANSWER,
        "no person nobody");
    refused(
        idiome("export", "P1", "-o", at("out"), "--store", at("nowhere")),
        ExitCode.NOTHING_TO_ANSWER,
        "nowhere");
    refused(kept.run("export", "P1"), ExitCode.WRONG_INPUT, "-o");
    refused(
        kept.run("export", "P1", "-o", at("out"), "--purpose", "fun"),
        ExitCode.WRONG_INPUT,
        "purpose");
    Files.writeString(folder.resolve(".out.part"), "of an export that goes on");
    refused(kept.run("export", "P1", "-o", at("out")), ExitCode.MACHINE, ".out.part");
    assertThat(at("out")).doesNotExist();
    assertThat(Files.readString(folder.resolve(".out.part"))).startsWith("of an export");
  }
}
