package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was said of consent since a backup was made is not unsaid by restoring it.
class RestoredWordsTest {
  @TempDir Path folder;
  private Kept kept;
  private Path backup;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
    backup = folder.resolve("backup");
    give("P1", "research");
    assertThat(kept.run("store", "backup", backup).exit()).isZero();
  }

  private void give(String person, String purpose) throws IOException {
    var ran =
        kept.run("consent", person, "--give", purpose, "--by", "x", "--wording", kept.wording());
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  private List<String> standing(String person) {
    return kept.rows("consent", person).stream()
        .filter(row -> !row.get(3).equals("."))
        .map(row -> row.get(1) + " " + row.get(3))
        .toList();
  }

  @Test
  void consentsAndWithdrawalsAreRecordedAgain() throws IOException {
    kept.run("consent", "P1", "--withdraw", "research", "--by", "x");
    kept.run("consent", "P2", "--withdraw", "care", "--by", "y");
    give("P2", "sharing");
    var ran = kept.run("store", "restore", backup);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err())
        .contains("recorded again, for it was since: P1: consent withdrawn, research")
        .contains("P2: consent withdrawn, care", "P2: consent given, sharing");
    assertThat(standing("P1")).containsExactly("research given", "research withdrawn");
    assertThat(kept.run("show", "P1", "--purpose", "research").exit())
        .isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(kept.run("show", "P2").exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(kept.run("show", "P2", "--purpose", "sharing").exit()).isZero();
    assertThat(kept.run("store", "verify").exit()).isZero();
    var again = kept.run("store", "restore", backup);
    assertThat(again.exit()).as("the store that was there is itself restored").isZero();
    assertThat(standing("P1")).containsExactly("research given", "research withdrawn");
  }

  /// Also where the backup is restored elsewhere, and the store is only named for who was erased.
  @Test
  void theStoreThatIsNamedForItsListIsAskedToo() throws IOException {
    kept.run("consent", "P1", "--withdraw", "research", "--by", "x");
    var elsewhere = folder.resolve("elsewhere");
    var ran =
        Ran.idiome("store", "restore", backup, "--store", elsewhere, "--erased-by", kept.store());
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("P1: consent withdrawn, research");
    var shown = Ran.idiome("show", "P1", "--purpose", "research", "--store", elsewhere);
    assertThat(shown.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
  }

  @Test
  void nothingIsTakenFromAnotherStore() throws IOException {
    var other = Kept.in(Files.createDirectory(folder.resolve("other")));
    var to = folder.resolve("elsewhere");
    var list = other.store();
    var refused = Ran.idiome("store", "restore", backup, "--store", to, "--erased-by", list);
    assertThat(refused.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(refused.err()).contains("Nothing says who was erased");
    var ran =
        Ran.idiome(
            "store", "restore", backup, "--store", to, "--erased-by", list, "--without-list");
    assertThat(ran.exit()).isEqualTo(ExitCode.PARTLY);
    assertThat(ran.err()).contains("not of the same store", "may be in it again");
  }

  /// Whoever is not in the backup cannot have it recorded again, and is named.
  @Test
  void whatCannotBeRecordedAgainIsNamed() throws IOException {
    kept.write("P3", Kept.LABORATORY);
    kept.run("import", folder.resolve("P3"));
    kept.run("consent", "P3", "--withdraw", "care", "--by", "x");
    var ran = kept.run("store", "restore", backup);
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.PARTLY);
    assertThat(ran.err())
        .contains("could not be recorded again: P3: consent withdrawn, care")
        .contains("record it again")
        .contains("once they are imported again")
        .contains("imported since the backup, and not in the restored store: 1 person: P3\n")
        .contains("import it again");
    assertThat(kept.run("import", folder.resolve("P3")).exit()).isZero();
    var again = kept.run("consent", "P3", "--withdraw", "care", "--by", "x");
    assertThat(again.exit()).as("the remedy can be done").isZero();
  }

  /// Who is in the backup and had more since is named, for the restored store has it not.
  @Test
  void ofWhomMoreCameSinceTheBackupIsNamed() throws IOException {
    kept.write("P2", Kept.LABORATORY + "2026-09-05\tLOINC:2823-3\t4.2\tmmol/L\n");
    assertThat(kept.run("import", folder.resolve("P2")).exit()).isZero();
    var ran = kept.run("store", "restore", backup);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err())
        .contains("without what was imported of them since the backup: 1 person: P2\n")
        .doesNotContain("not in the restored store");
  }

  /// Named whether or not anything was recorded of them; bounded, and nobody who was erased.
  @Test
  void whoCameSinceTheBackupIsNamed() throws IOException {
    for (int i = 10; i < 24; i++) {
      kept.write("Q" + i, Kept.LABORATORY);
      assertThat(kept.run("import", folder.resolve("Q" + i)).exit()).isZero();
    }
    assertThat(kept.run("erase", "Q10", "--yes").exit()).isZero();
    assertThat(kept.run("erase", "P2", "--yes").exit()).isZero();
    var ran = kept.run("store", "restore", backup);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err())
        .contains("not in the restored store: 13 persons: Q11, Q12,", "Q22 and 1 more\n")
        .doesNotContain("Q10", "record it again");
  }

  /// A row that is gone of the store that was there is no reason to restore as if it had never
  /// been.
  @Test
  void whatIsDamagedInTheStoreThatWasThereIsNamed() throws SQLException {
    kept.run("consent", "P1", "--withdraw", "care", "--by", "x");
    kept.run("consent", "P2", "--withdraw", "research", "--by", "y");
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + kept.store() + "/idiome.sqlite");
        var change = connection.createStatement()) {
      change.execute("DELETE FROM consent WHERE purpose = 'care'");
    }
    var refused = kept.run("store", "restore", backup);
    assertThat(refused.exit()).as(refused.err()).isEqualTo(ExitCode.MACHINE);
    assertThat(refused.err()).contains("cannot be believed", "--without-list");
    var ran = kept.run("store", "restore", backup, "--without-list");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.PARTLY);
    assertThat(ran.err())
        .contains("may be in it again", "rows that are damaged")
        .contains("could not be recorded again: P1: what was said of them is damaged")
        .contains("P2: consent withdrawn, research");
  }

  /// Two states that were made of one backup and went on apart: a withdrawal that one of them has
  /// stands, be it that an equal one stands in the backup.
  @Test
  void ofStatesThatDifferTheWithdrawalStands() throws IOException {
    kept.run("consent", "P1", "--withdraw", "research", "--by", "x");
    var second = folder.resolve("second");
    assertThat(kept.run("store", "backup", second).exit()).isZero();
    var beside = folder.resolve("beside");
    var list = kept.store();
    assertThat(
            Ran.idiome("store", "restore", second, "--store", beside, "--erased-by", list).exit())
        .isZero();
    give("P1", "research");
    var wording = Files.writeString(folder.resolve("other.txt"), "I agree to more.");
    var given =
        Ran.idiome(
            "consent",
            "P1",
            "--give",
            "research",
            "--by",
            "x",
            "--wording",
            wording,
            "--store",
            beside);
    assertThat(given.exit()).as(given.err()).isZero();
    Ran.idiome("consent", "P1", "--withdraw", "research", "--by", "x", "--store", beside);
    for (var lists : List.of(List.of(list, beside), List.of(beside, list))) {
      var to = folder.resolve("to " + lists.indexOf(list));
      var ran =
          Ran.idiome(
              "store",
              "restore",
              second,
              "--store",
              to,
              "--erased-by",
              lists.getFirst(),
              "--erased-by",
              lists.getLast());
      assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.PARTLY);
      assertThat(ran.err())
          .contains("recorded again, for it was since: P1: consent withdrawn, research")
          .contains("could not be recorded again: P1: consent given, research");
      var shown = Ran.idiome("show", "P1", "--purpose", "research", "--store", to);
      assertThat(shown.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    }
  }

  /// The wrong source is in force again: that is said, with the command that takes it back.
  @Test
  void whatWasCorrectedSinceIsNamed() throws IOException {
    kept.write("P3", Kept.LABORATORY);
    var merged =
        kept.run("import", folder.resolve("P3"), "--as", "P1", "--reason", "one", "--author", "dr");
    assertThat(merged.exit()).as(merged.err()).isZero();
    var second = folder.resolve("second");
    assertThat(kept.run("store", "backup", second).exit()).isZero();
    correct("split", "P1", "--source", "P3", "--as", "Q 3", "--reason", "two people");
    correct("withdraw", "P2", "--source", "P2", "--reason", "sample mixed up, it's another's");
    var ran = kept.run("store", "restore", second);
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.PARTLY);
    assertThat(ran.err())
        .contains("wrong again in the restored store: P2: withdraw, source P2, 20")
        .contains(", by dr: sample mixed up, it's another's")
        .contains("idiome withdraw P2 --source P2 --author dr --reason 'sample mixed up, it'\\''s")
        .contains("P1: split, source P3, 20")
        .contains("split P1 --source P3 --as 'Q 3' --author dr --reason 'two people' --yes")
        .as("the split brings them, no import")
        .doesNotContain("not in the restored store", "import it again");
    correct("withdraw", "P2", "--source", "P2", "--reason", "the remedy can be done");
    correct("split", "P1", "--source", "P3", "--as", "Q 3", "--reason", "two people");
  }

  private void correct(String command, Object... words) {
    var all = new ArrayList<Object>(List.of(words));
    all.addAll(List.of("--author", "dr", "--yes"));
    var ran = kept.run(command, all.toArray());
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  /// A mistake that came after the backup and was corrected is not there to be wrong again; one
  /// that was corrected in two steps needs both.
  @Test
  void whatCameAndWasCorrectedSinceIsNotNamed() throws IOException {
    kept.write("P3", Kept.LABORATORY);
    var mixed =
        kept.run("import", folder.resolve("P3"), "--as", "P2", "--reason", "mix", "--author", "dr");
    assertThat(mixed.exit()).as(mixed.err()).isZero();
    correct("split", "P2", "--source", "P3", "--as", "N", "--reason", "another's");
    var ran = kept.run("store", "restore", backup);
    assertThat(ran.err()).doesNotContain("wrong again", "idiome split");
    assertThat(ran.exit()).as(ran.err()).isZero();
    var merged =
        kept.run("import", folder.resolve("P3"), "--as", "P1", "--reason", "one", "--author", "dr");
    assertThat(merged.exit()).as(merged.err()).isZero();
    var second = folder.resolve("second");
    assertThat(kept.run("store", "backup", second).exit()).isZero();
    correct("split", "P1", "--source", "P3", "--as", "P2", "--reason", "first step");
    correct("split", "P2", "--source", "P3", "--as", "Q", "--reason", "second step");
    assertThat(kept.run("store", "restore", second).err())
        .contains("split P1 --source P3 --as P2 ", "split P2 --source P3 --as Q ");
    correct("split", "P1", "--source", "P3", "--as", "P2", "--reason", "first step");
    correct("split", "P2", "--source", "P3", "--as", "Q", "--reason", "second step");
  }

  /// An input that took the place of a wrong one; and nothing where all is again as it was.
  @Test
  void anInputThatWasCorrectedSinceIsNamedAndWhatWasUndoneIsNot() throws IOException {
    kept.write("P1", Kept.LABORATORY.replace("4.4", "5.4"));
    assertThat(kept.run("import", folder.resolve("P1"), "--reason", "typed wrong").exit()).isZero();
    correct("withdraw", "P2", "--source", "P2", "--reason", "a mistake");
    assertThat(kept.run("import", folder.resolve("P2")).exit()).isZero();
    var ran = kept.run("store", "restore", backup);
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.PARTLY);
    assertThat(ran.err())
        .contains("wrong again in the restored store: P1: import, source P1", ": typed wrong\n")
        .contains("idiome import INPUT", "--reason 'typed wrong'")
        .doesNotContain("P2: withdraw");
  }

  /// What was said of somebody who is erased is not asked for again.
  @Test
  void ofWhoWasErasedNothingIsAskedFor() throws IOException {
    kept.write("P3", Kept.LABORATORY);
    kept.run("import", folder.resolve("P3"));
    give("P3", "research");
    var second = folder.resolve("second");
    assertThat(kept.run("store", "backup", second).exit()).isZero();
    assertThat(kept.run("erase", "P3", "--yes").exit()).isZero();
    var ran = kept.run("store", "restore", backup, "--erased-by", second);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err()).doesNotContain("P3");
  }
}
