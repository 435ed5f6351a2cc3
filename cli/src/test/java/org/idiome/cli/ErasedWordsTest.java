package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.idiome.core.canonical.Sha256;
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
    try (var files = Files.walk(kept.store())) {
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
}
