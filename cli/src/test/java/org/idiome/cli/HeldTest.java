package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whom something restricts that a restore could not record again is not read until somebody said
/// that it was recorded, or need not be.
class HeldTest {
  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
  }

  private static Ran done(Ran ran) {
    assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
    return ran;
  }

  private static Ran accept(Kept store, String batch) {
    return store.run("store", "accept", batch, "--author", "Ada", "--reason", "asked them");
  }

  private static void isNotRead(Kept store, String person, String batch) {
    for (var command : new String[] {"show", "interpret", "explain"}) {
      var ran = store.run(command, command.equals("show") ? person : "person:" + person);
      assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
      assertThat(ran.err()).contains("could be recorded again", "idiome store accept " + batch);
    }
    assertThat(store.rows("people"))
        .anySatisfy(row -> {
          assertThat(row.getFirst()).isEqualTo(person);
          assertThat(row.get(1)).isIn("", ".");
          assertThat(row.getLast()).isEqualTo(batch);
        });
    var listed = store.run("people", "--json");
    assertThat(listed.exit()).isEqualTo(ExitCode.PARTLY);
    assertThat(listed.out().replaceAll("\\s", ""))
        .contains("{\"held\":" + batch + ",\"person\":\"" + person + "\"}");
    assertThat(listed.err()).contains("not read, for", person, "accept " + batch + " ");
  }

  /// Makes a store of the backup of a copy that went on beside. Whom that has erased since, the
  /// store that is named does not know.
  private Ran beside(Kept to, Path backup) {
    var refused = to.run("store", "restore", backup, "--erased-by", kept.store());
    assertThat(refused.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(refused.err()).contains("Nothing says who was erased", "went on beside");
    return to.run("store", "restore", backup, "--erased-by", kept.store(), "--without-list");
  }

  /// Two states of one store that went on side by side: what was agreed to fits only one of them,
  /// and may have had an end.
  @Test
  void nobodyIsReadBeforeWhatIsMissingWasAccepted() throws IOException {
    var first = folder.resolve("first");
    done(kept.run("store", "backup", first));
    var beside = new Kept(folder.resolve("beside"));
    done(beside.run("store", "restore", first, "--without-list"));
    done(beside.run("consent", "P1", "--withdraw", "research", "--by", "P1"));
    var second = folder.resolve("second");
    done(beside.run("store", "backup", second));
    done(
        kept.run("consent", "P1", "--give", "research", "--by", "P1", "--wording", kept.wording()));
    var joined = new Kept(folder.resolve("joined"));
    var restored = beside(joined, second);
    assertThat(restored.exit()).as(restored.err()).isEqualTo(ExitCode.PARTLY);
    assertThat(restored.err())
        .contains("P1: consent given, research")
        .contains(" --author NAME --reason TEXT --store " + joined.store() + "\n");
    var batch = restored.err().replaceAll("(?s).*idiome store accept (\\d+) .*", "$1");
    isNotRead(joined, "P1", batch);
    done(joined.run("show", "P2"));
    done(joined.run("store", "verify"));
    done(joined.run("consent", "P1", "--withdraw", "care", "--by", "P1"));
    isNotRead(joined, "P1", batch);
    done(accept(joined, batch));
    var read = joined.run("show", "P1");
    assertThat(read.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(read.err()).contains("care").doesNotContain("store accept");
    assertThat(done(joined.run("store", "verify")).err())
        .contains("Persons were held since batch " + batch)
        .contains("Ada let them go in batch ", ": asked them")
        .doesNotContain("is not what was recorded", "import again");
    assertThat(done(joined.run("people")).err()).isEmpty();
    assertThat(joined.run("people", "--tsv").out().lines().findFirst())
        .hasValueSatisfying(header -> assertThat(header).endsWith("\theld"));
  }

  @Test
  void nobodyAtAllWhereWhatWasRecordedSinceCannotBeRead() throws IOException, SQLException {
    var backup = folder.resolve("backup");
    done(kept.run("store", "backup", backup));
    Files.write(kept.store().resolve("idiome.sqlite"), new byte[8192]);
    var restored = kept.run("store", "restore", backup, "--without-list");
    assertThat(restored.exit()).as(restored.err()).isEqualTo(ExitCode.PARTLY);
    var batch = restored.err().replaceAll("(?s).*idiome store accept (\\d+) .*", "$1");
    isNotRead(kept, "P1", batch);
    isNotRead(kept, "P2", batch);
    var catalogue = kept.store() + "/idiome.sqlite";
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + catalogue);
        var change = connection.createStatement()) {
      change.executeUpdate("DELETE FROM held WHERE person = 1");
    }
    assertThat(kept.run("show", "P1").exit())
        .as("the hold cannot be lost in silence")
        .isEqualTo(ExitCode.MACHINE);
    done(accept(kept, batch));
    done(kept.run("show", "P2"));
    assertThat(kept.run("show", "P2").err()).contains("asked them");
  }

  private String heldByARestore(Path backup) throws IOException {
    done(kept.run("store", "backup", backup));
    Files.write(kept.store().resolve("idiome.sqlite"), new byte[8192]);
    var restored = kept.run("store", "restore", backup, "--without-list");
    return restored.err().replaceAll("(?s).*idiome store accept (\\d+) .*", "$1");
  }

  @Test
  void anotherRestoreHoldsThemAgain() throws IOException {
    var backup = folder.resolve("backup");
    heldByARestore(backup);
    var again = kept.run("store", "restore", backup);
    assertThat(again.exit()).as(again.err()).isEqualTo(ExitCode.PARTLY);
    var batch = again.err().replaceAll("(?s).*idiome store accept (\\d+) .*", "$1");
    isNotRead(kept, "P1", batch);
    isNotRead(kept, "P2", batch);
  }

  /// They were held before, and this restore adds nothing to it.
  @Test
  void aBackupThatHoldsThemSaysSo() throws IOException {
    var batch = heldByARestore(folder.resolve("backup"));
    var second = folder.resolve("second");
    done(kept.run("store", "backup", second));
    var to = folder.resolve("to");
    var restored =
        Ran.idiome("store", "restore", second, "--store", to, "--erased-by", kept.store());
    assertThat(restored.exit()).as(restored.err()).isEqualTo(ExitCode.PARTLY);
    assertThat(restored.err())
        .contains("the backup holds back since an earlier restore: 2 persons: P1, P2\n")
        .contains("idiome store accept " + batch + " --author NAME --reason TEXT --store " + to);
  }

  @Test
  void whoeverGetsTheirDataIsHeldToo() throws IOException {
    heldByARestore(folder.resolve("backup"));
    var copied = kept.run("import", folder.resolve("P1"), "--as", "other");
    assertThat(copied.err()).contains("until somebody accepts");
    var shown = kept.run("show", "other");
    assertThat(shown.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(shown.err()).contains("could be recorded again", "idiome store accept");
  }

  /// Whoever is erased because a copy of the store erased them is named by nobody without a word.
  @Test
  void wordsOfOthersAboutWhoWasErasedElsewhereAreAskedAbout() throws IOException {
    var beside = copy("beside");
    kept.write("Quincy", Kept.LABORATORY);
    done(kept.run("import", folder.resolve("Quincy")));
    done(kept.run("erase", "Quincy", "--yes"));
    kept.write("P5", Kept.LABORATORY);
    done(beside.run("import", folder.resolve("P5")));
    done(beside.run("import", folder.resolve("Quincy")));
    done(beside.run("consent", "P1", "--withdraw", "kin", "--by", "Quincy, a cousin"));
    var backup = folder.resolve("besides");
    done(beside.run("store", "backup", backup));
    Object[] words = {
      "restore",
      backup,
      "--erased-by",
      kept.store(),
      "--without-list",
      "--imported-again",
      "take",
      "--words",
      ""
    };
    var asked = new Kept(folder.resolve("a")).run("store", Arrays.copyOf(words, words.length - 2));
    assertThat(asked.exit()).as(asked.err()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(asked.err())
        .contains("Quincy: Words of others name", "consent 1 of P1", "--words erase", "keep");
    assertThat(folder.resolve("a").resolve("store")).doesNotExist();
    for (var said : new String[] {"erase", "keep"}) {
      var to = new Kept(folder.resolve(said));
      words[words.length - 1] = said;
      done(to.run("store", words));
      var consents = done(to.run("consent", "P1", "--tsv")).out();
      assertThat(consents.contains("Quincy")).as(said).isEqualTo(said.equals("keep"));
      done(to.run("store", "verify"));
    }
  }

  private Kept copy(String name) throws IOException {
    var copy = new Kept(folder.resolve(name));
    try (var files = Files.walk(kept.store())) {
      for (var file : files.toList()) {
        var to = copy.store().resolve(kept.store().relativize(file).toString());
        Files.createDirectories(to.getParent());
        if (Files.isRegularFile(file)) {
          Files.copy(file, to);
        }
      }
    }
    return copy;
  }

  /// Both copies give the next person the same number.
  @Test
  void twoOfOneNumberAndIdInCopiesSideBySideAreTwo() throws IOException {
    var beside = copy("beside");
    var made = MadePerson.in(folder.resolve("made")).id("pn").written();
    done(kept.run("import", made));
    var packet = made.resolve("phenopacket.json");
    var text = Files.readString(packet);
    Files.writeString(
        packet, text.replace("\"subject\":{\"id\":\"pn\"", "\"subject\":{\"id\":\"two\""));
    done(beside.run("import", made));
    var backup = folder.resolve("besides");
    done(beside.run("store", "backup", backup));
    done(
        kept.run("consent", "pn", "--give", "research", "--by", "pn", "--wording", kept.wording()));
    var joined = new Kept(folder.resolve("joined"));
    var restored = beside(joined, backup);
    assertThat(restored.exit()).isEqualTo(ExitCode.PARTLY);
    assertThat(joined.run("show", "pn", "--purpose", "research").exit())
        .isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    done(kept.run("erase", "pn", "--yes"));
    var after = new Kept(folder.resolve("after"));
    done(beside(after, backup));
    assertThat(after.rows("people")).anySatisfy(row -> assertThat(row).contains("pn"));
  }
}
