package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.Consents;
import org.idiome.store.Rows;
import org.idiome.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On what a reading rests: articles 6, 7 and 9 of the GDPR, a test each (ADR 0013).
class ConsentTest {
  @TempDir Path folder;
  private Kept kept;

  @BeforeEach
  void keep() throws IOException {
    kept = Kept.in(folder);
  }

  private void give(String purpose, Object... more) throws IOException {
    var words = new java.util.ArrayList<Object>(List.of("P1", "--give", purpose, "--by", "P1"));
    words.addAll(List.of("--wording", kept.wording()));
    words.addAll(List.of(more));
    assertThat(kept.run("consent", words.toArray()).exit()).isZero();
  }

  private Ran research() {
    return kept.run("show", "P1", "--purpose", "research");
  }

  @Test
  void aWordingThatIsNotThereIsWrongInput() {
    var missing = folder.resolve("missing.txt");
    var ran = kept.run("consent", "P1", "--give", "research", "--by", "P1", "--wording", missing);
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("cannot read the wording", "missing.txt");
  }

  /// Article 9(2)(h): care does not rest on consent.
  @Test
  void careRestsOnNoConsent() {
    assertThat(kept.run("show", "P1").exit()).isZero();
    assertThat(kept.run("interpret", "person:P1", "--purpose", "own_use").exit()).isZero();
  }

  /// Articles 6(1)(a) and 9(2)(a): where consent is the basis, no row is no basis.
  @Test
  void researchNeedsARow() throws IOException {
    var refused = research();
    assertThat(refused.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("No consent to this purpose is recorded: research");
    give("sharing");
    assertThat(research().exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    give("research");
    assertThat(research().exit()).isZero();
    assertThat(kept.run("show", "P2", "--purpose", "research").exit())
        .isEqualTo(ExitCode.NOTHING_TO_ANSWER);
  }

  /// Article 7(1): it can be shown who agreed to what, when, in which words.
  @Test
  void whatWasAgreedToCanBeShown() throws IOException {
    give("research", "--from", "2026-01-01", "--until", "2030-12-31");
    var row =
        kept.rows("consent", "P1").stream().filter(one -> one.get(1).equals("research")).toList();
    assertThat(row).hasSize(1);
    assertThat(row.getFirst().subList(2, 8))
        .containsExactly(
            "given",
            "given",
            "2026-01-01",
            "2030-12-31",
            "P1",
            Sha256.of("I agree.\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex());
  }

  /// Article 7(3): withdrawing is as easy as giving, needs no wording, and holds at once, also for
  /// questions of an earlier time.
  @Test
  void withdrawalActsAtOnce() throws IOException {
    give("research");
    assertThat(kept.run("consent", "P1", "--withdraw", "research", "--by", "P1").exit()).isZero();
    assertThat(research().exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(research().err()).contains("withdrew");
    assertThat(kept.run("show", "P1", "--purpose", "research", "--known-by", "2999-01-01").exit())
        .isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(kept.rows("audit", "P1")).isNotEmpty();
    give("research");
    assertThat(research().exit()).isZero();
  }

  @Test
  void whoObjectsToCareIsNotRead() {
    assertThat(kept.run("consent", "P1", "--withdraw", "care", "--by", "P1").exit()).isZero();
    for (var command : List.of("show", "interpret", "explain")) {
      var refused = kept.run(command, "person:P1");
      assertThat(refused.exit()).as(command).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
      assertThat(refused.out()).as(command).isEmpty();
    }
    var people = kept.rows("people");
    assertThat(people.getFirst()).containsExactly("P1", ".", ".", ".", ".", ".", ".", ".");
    assertThat(people.get(1).subList(0, 2)).containsExactly("P2", "1");
    assertThat(kept.run("show", "P1", "--purpose", "own_use").exit()).isZero();
  }

  @Test
  void whatHasEndedIsNotGiven() throws IOException {
    give("research");
    give("research", "--from", "2020-01-01", "--until", "2020-12-31");
    assertThat(research().exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(research().err()).contains("has ended");
    give("care", "--until", "2020-12-31");
    assertThat(kept.run("show", "P1").exit()).isZero();
  }

  /// As a clock that was set back after something was recorded.
  ///
  /// @param days how long after now
  private void record(int days, String purpose) {
    var head = new Rows.BatchHead(Instant.now().plus(Duration.ofDays(days)), "consent", "test");
    try (var writer = Store.at(kept.store()).write(head, "test", 0)) {
      var person = Objects.requireNonNull(writer.person("P1"));
      Consents.add(
          writer, person.person(), new Consents.Said(purpose, false, null, null, "P1", null));
      writer.acknowledge();
    }
  }

  private static String day(int days) {
    return LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
  }

  @Test
  void aClockThatWentBackRevivesNoConsent() throws IOException {
    give("research", "--until", day(3));
    give("sharing");
    record(2, "kin");
    assertThat(research().exit()).as("it has not ended by then").isZero();
    record(5, "kin");
    var refused = research();
    assertThat(refused.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("the clock says " + day(0), day(5), "cannot be told");
    assertThat(kept.rows("consent", "P1").toString()).contains("clock_behind");
    var people = kept.run("people", "--tsv", "--purpose", "research").out();
    assertThat(people).as("told of nobody").doesNotContain("laboratory");
    assertThat(kept.run("show", "P1").exit()).as("care needs none").isZero();
    assertThat(kept.run("show", "P1", "--purpose", "sharing").exit()).as("without end").isZero();
    give("research");
    assertThat(research().exit()).as("given anew, without an end").isZero();
  }

  /// What was read last says so, too, where nothing was written since the consent.
  @Test
  void aReadingOfALaterDayIsRemembered() throws IOException {
    give("research", "--until", day(3));
    try (var journal = Store.at(kept.store()).journal()) {
      var later = Instant.now().plus(Duration.ofDays(9));
      var said = journal.audit().rows().getLast().said();
      journal.audit().add(later, said);
      journal.audit().add(Instant.now(), said);
    }
    assertThat(research().err()).contains("cannot be told", day(9));
    assertThat(research().err()).as("a second time").contains("cannot be told");
    assertThat(kept.run("store", "verify").exit()).isZero();
  }

  @Test
  void aBatchOfAnEarlierClockIsSaid() throws IOException {
    assertThat(consent().err()).doesNotContain("behind");
    record(5, "kin");
    assertThat(consent().err()).contains("behind the last batch of the store, " + day(5));
    kept.write("P3", Kept.LABORATORY);
    var again = kept.run("import", folder.resolve("P1"));
    assertThat(again.err()).as("nothing is recorded").doesNotContain("behind");
    var ran = kept.run("import", folder.resolve("P3"));
    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).contains("behind the last batch of the store, " + day(5));
  }

  /// So are erasures and restores, which write batches of their own.
  @Test
  void anErasureAndARestoreOfAnEarlierClockAreSaid() throws IOException {
    var backup = folder.resolve("backup");
    assertThat(kept.run("store", "backup", backup).err()).doesNotContain("behind");
    assertThat(kept.run("erase", "P2", "--yes").err()).doesNotContain("behind");
    var restored = folder.resolve("restored");
    var ran = idiome("store", "restore", backup, "--erased-by", kept.store(), "--store", restored);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err()).doesNotContain("behind");
    record(5, "kin");
    var said = "behind the last batch of the store, " + day(5);
    var again = folder.resolve("again");
    ran = idiome("store", "backup", folder.resolve("late"), "--store", kept.store());
    assertThat(ran.exit()).as(ran.err()).isZero();
    var late = folder.resolve("late");
    ran = idiome("store", "restore", late, "--erased-by", kept.store(), "--store", again);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err()).contains(said);
    assertThat(kept.run("erase", "P1", "--yes").err()).contains(said);
  }

  private Ran consent() {
    return kept.run("consent", "P2", "--withdraw", "research", "--by", "P2");
  }

  @Test
  void whatHasNotBegunIsNotGiven() throws IOException {
    give("research", "--from", "2999-01-01");
    assertThat(research().exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
  }

  @Test
  void consentEntersTheRun() throws IOException {
    kept.run("interpret", "person:P1");
    give("research");
    kept.run("interpret", "person:P1");
    var runs = kept.rows("show", "P1", "--runs");
    assertThat(runs).hasSize(2);
    assertThat(runs.get(0).get(9)).as("findings").isEqualTo(runs.get(1).get(9));
    assertThat(runs.get(0).get(10)).as("profile state").isNotEqualTo(runs.get(1).get(10));
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    assertThat(kept.run("consent", "P1", "--give", "research", "--by", "P1").exit())
        .isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(kept.run("consent", "P1", "--give", "fun", "--by", "P1").err())
        .contains("there is no purpose 'fun'");
    assertThat(kept.run("consent", "P9").exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(kept.run("show", "P1", "--purpose", "fun").exit()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  /// An import that corrects tells what stood there: that is reading, audited and refusable.
  @Test
  void anImportTellsWhatItCorrectsToWhoMayRead() throws IOException {
    kept.write("P1", Kept.LABORATORY.replace("4.4", "6.6"));
    var told = kept.run("import", folder.resolve("P1"), "--reason", "typed wrong");
    assertThat(told.exit()).as(told.err()).isZero();
    assertThat(told.err()).contains("corrected: ").contains("4.4");
    assertThat(kept.run("audit", "P1", "--tsv").out()).contains("\timport\t");

    kept.run("consent", "P1", "--withdraw", "care", "--by", "P1");
    kept.write("P1", Kept.LABORATORY.replace("4.4", "5.5"));
    var held = kept.run("import", folder.resolve("P1"), "--reason", "typed wrong again");
    assertThat(held.exit()).as(held.err()).isZero();
    assertThat(held.err())
        .contains("1 corrected", "who objected to care")
        .doesNotContain("6.6")
        .doesNotContain("corrected: ");
    assertThat(kept.run("audit", "P1", "--tsv").out()).contains("refused");
  }
}
