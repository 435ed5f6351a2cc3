package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.Consents;
import org.idiome.store.Rows;
import org.idiome.store.Settlements;
import org.idiome.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What others' consents and settlements say of who is erased goes, or stays, as a human says.
class ErasedWordsTest {
  private static final String NAME = "Plantedmother";

  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
    kept.write(NAME, Kept.LABORATORY);
    run("import", folder.resolve(NAME));
    run("consent", "P1", "--withdraw", "research", "--by", "his mother (" + NAME + ")");
    run("consent", "P1", "--withdraw", "kin", "--by", NAME + "2");
    settle("not a mix-up with " + NAME);
    run("interpret", "person:P1");
  }

  private Ran run(String command, Object... words) {
    var ran = kept.run(command, words);
    assertThat(ran.exit()).as(ran.err()).isZero();
    return ran;
  }

  private void settle(String reason) {
    var head = new Rows.BatchHead(Instant.EPOCH, "settle", "test");
    try (var writer = Store.at(kept.store()).write(head, "test", 0)) {
      var answer = Sha256.of(new byte[0]);
      Settlements.add(writer, 1, new Settlements.Said("finding", answer, true, "ada", reason));
      writer.acknowledge();
    }
  }

  private boolean holds(String text) throws IOException {
    return holds(kept.store(), text);
  }

  private static boolean holds(Path store, String text) throws IOException {
    try (var files = Files.walk(store)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void isAskedForAndNothingIsDoneBefore() {
    var ran = kept.run("erase", NAME, "--yes");
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err())
        .contains("consent 1 of P1, settlement 1 of P1", "--words erase", "--words keep")
        .doesNotContain("consent 2");
    run("show", NAME);
  }

  @Test
  void goesWithThePersonAndNothingElseDoes() throws IOException {
    assertThat(holds("mother (" + NAME)).as("the search finds it").isTrue();
    run("erase", NAME, "--yes", "--words", "erase");
    assertThat(holds("mother (" + NAME)).isFalse();
    assertThat(holds("mix-up with " + NAME)).isFalse();
    assertThat(kept.rows("consent", "P1"))
        .anyMatch(row -> row.contains("taken out, for it named somebody who was erased"))
        .anyMatch(row -> row.contains(NAME + "2"));
    try (var journal = Store.at(kept.store()).journal()) {
      assertThat(journal.runs().of("P1")).as("a run may tell the words").isEmpty();
    }
    run("show", "P1");
    run("store", "verify");
  }

  /// What others' inputs say is theirs; it is not said then that no byte is left.
  @Test
  void otherInputsThatNameThemAreSaid() throws IOException {
    var file = Files.writeString(folder.resolve(NAME + ".json"), packet("Other1", "x"));
    run("import", file, "--person", "Other1");
    run("import", Files.writeString(folder.resolve("b.json"), packet("Other2", "as " + NAME)));
    run("import", Files.writeString(folder.resolve("c.json"), packet("Other3", "x" + NAME)));
    var ran = run("erase", NAME, "--yes", "--words", "erase");
    assertThat(ran.err())
        .contains("inputs of other persons name them", "stay: Other1, Other2;")
        .doesNotContain("no byte");
    assertThat(holds(NAME)).isTrue();
    run("store", "verify");
  }

  private static String packet(String id, String label) {
    return "{\"id\":\"%s\",\"subject\":{\"id\":\"%s\"},\"phenotypicFeatures\":[{\"type\":"
            .formatted(id, id)
        + "{\"id\":\"HP:0001250\",\"label\":\"%s\"}}],\"metaData\":".formatted(label)
        + "{\"phenopacketSchemaVersion\":\"2.0\"}}";
  }

  @Test
  void staysWhereThatIsSaid() throws IOException {
    var ran = run("erase", NAME, "--yes", "--words", "keep");
    assertThat(ran.err()).contains("words of others").doesNotContain("no byte");
    assertThat(holds("mother (" + NAME)).isTrue();
    try (var journal = Store.at(kept.store()).journal()) {
      assertThat(journal.runs().of("P1")).hasSize(1);
    }
    run("store", "verify");
  }

  /// A backup of before does not bring the words back, and says nothing else again.
  @Test
  void doesNotComeBackWithABackup() throws IOException {
    var backup = folder.resolve("backup");
    run("store", "backup", backup);
    run("erase", NAME, "--yes", "--words", "erase");
    run("consent", "P1", "--withdraw", "care", "--by", "P1");
    var former = kept.store().resolveSibling("store.before-1");
    run("store", "restore", backup);
    assertThat(former).isDirectory();
    assertThat(holds("mother (" + NAME)).isFalse();
    assertThat(kept.run("show", "P1").exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(kept.rows("consent", "P1")).filteredOn(row -> row.contains("withdrawn")).hasSize(3);
  }

  /// Whoever wrote it did not look up how the store writes the name.
  @Test
  void isFoundInAnotherCaseAndWithAnotherSpace() throws IOException {
    kept.write("mrn 0042", Kept.LABORATORY);
    run("import", folder.resolve("mrn 0042"));
    run("consent", "P2", "--withdraw", "kin", "--by", "aunt of MRN  0042");
    run("consent", "P2", "--withdraw", "sharing", "--by", "Dr " + NAME.toUpperCase(Locale.ROOT));
    var refused = kept.run("erase", "mrn 0042", "--yes");
    assertThat(refused.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(refused.err()).contains("of P2");
    run("erase", NAME, "--yes", "--words", "erase");
    assertThat(holds(NAME.toUpperCase(Locale.ROOT))).isFalse();
  }

  /// What nobody can take out is said.
  @Test
  void theAuditSaysThatItKeepsWhoAsked() {
    run("show", "P1", "--as", NAME);
    var ran = run("erase", NAME, "--yes", "--words", "erase");
    assertThat(ran.err()).contains("the audit names them", "1 row").doesNotContain("no byte");
  }

  /// A list of before the erasure still has the words; so has a backup of before there was anybody
  /// to erase.
  @Test
  void doesNotComeBackWithAnOlderList() throws IOException {
    kept.write("Aunt Early", Kept.LABORATORY);
    run("consent", "P2", "--withdraw", "research", "--by", "Aunt Early");
    settle("Aunt Early asked for it");
    kept.write("R1", Kept.LABORATORY);
    run("import", folder.resolve("R1"), "--reason", "Aunt Early sent it");
    var first = folder.resolve("first");
    run("store", "backup", first);
    run("import", folder.resolve("Aunt Early"));
    run("consent", "P1", "--withdraw", "care", "--by", "Aunt Early again");
    settle("Aunt Early asked for it again");
    var second = folder.resolve("second");
    run("store", "backup", second);
    run("erase", "Aunt Early", "--yes", "--words", "erase");
    for (var lists : List.of(List.of(), List.of("--erased-by", second))) {
      var words = new ArrayList<Object>(List.of("restore", first));
      words.addAll(lists);
      var ran = run("store", words.toArray());
      assertThat(ran.err())
          .contains("recorded again, for it was since: P1: consent withdrawn, care")
          .doesNotContain("could not");
      assertThat(holds("Early")).isFalse();
      assertThat(kept.rows("consent", "P1")).filteredOn(row -> row.contains("care")).hasSize(1);
      run("store", "verify");
    }
    var elsewhere = folder.resolve("elsewhere");
    var ran =
        Ran.idiome(
            "store",
            "restore",
            first,
            "--store",
            elsewhere,
            "--erased-by",
            second,
            "--erased-by",
            kept.store());
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(holds(elsewhere, "Early")).isFalse();
  }

  /// What is recorded while the erasure waits for the writer's place is asked about, too.
  @Test
  void isAskedForAgainOnceNobodyElseCanWrite() throws Exception {
    kept.write("Late", Kept.LABORATORY);
    run("import", folder.resolve("Late"));
    var erased = new FutureTask<>(() -> kept.run("erase", "Late", "--yes", "--wait=60"));
    var head = new Rows.BatchHead(Instant.now(), "consent", "test");
    try (var writer = Store.at(kept.store()).write(head, "test", 0)) {
      var thread = new Thread(erased);
      thread.start();
      while (Arrays.stream(thread.getStackTrace())
          .noneMatch(at -> at.getClassName().endsWith("WriterPlace"))) {
        assertThat(erased.isDone()).isFalse();
        Thread.onSpinWait();
      }
      Consents.add(writer, 1, new Consents.Said("care", false, null, null, "Aunt Late", null));
      writer.acknowledge();
    }
    var ran = erased.get();
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("words of others name Late", "--words erase");
    run("show", "Late");
  }

  @Test
  void isFoundInAnotherUnicodeForm() throws IOException {
    kept.write("Müller", Kept.LABORATORY);
    run("import", folder.resolve("Müller"));
    var decomposed = "Frau Mu\u0308ller";
    run("consent", "P2", "--withdraw", "kin", "--by", decomposed);
    assertThat(kept.run("erase", "Müller", "--yes").exit()).isEqualTo(ExitCode.WRONG_INPUT);
    run("erase", "Müller", "--yes", "--words", "erase");
    assertThat(kept.rows("consent", "P2")).noneMatch(row -> row.contains(decomposed));
  }

  /// Why another was corrected in the same batch stays, unless it names the erased; then that is
  /// said.
  @Test
  void theReasonOfAnothersCorrectionStays() throws IOException {
    for (var id : List.of("R1", "R10", "R2", "R20")) {
      kept.write(id, Kept.LABORATORY);
    }
    run("import", folder.resolve("R1"), folder.resolve("R10"), "--reason", "R10 was mistyped");
    run("import", folder.resolve("R2"), folder.resolve("R20"), "--reason", "R20 is not R2");
    var first = run("erase", "R1", "--yes");
    assertThat(first.err()).doesNotContain("wrote of others");
    var second = run("erase", "R2", "--yes");
    assertThat(second.err()).contains("wrote of others, too, for it named them: reason of batch");
    assertThat(holds("R10 was mistyped")).isTrue();
    assertThat(holds("is not R2")).isFalse();
  }
}
