package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two people wrongly merged, split, one of them erased: what is said of the other then and now.
class ErasedRemnantsTest {
  @TempDir Path folder;
  private Kept kept;

  /// The moment of batch 2.
  private String then = "";

  /// Batch 1: P1 and P2; 2: P9's record is imported as P1's; 3: a split gives it to P9.
  @BeforeEach
  void mergeSplitAndErase() throws IOException, InterruptedException {
    kept = Kept.in(folder);
    var later = Kept.LABORATORY.replace("2026-01-05", "2026-01-06");
    kept.write("P9", later.replace("4.1", "9.9"));
    done(kept.run("import", folder.resolve("P9"), "--as", "P1"));
    done(kept.run("interpret", "P1", "-o", folder.resolve("merged.html")));
    then = kept.rows("show", "P1", "--sources").getLast().get(6);
    Thread.sleep(5); // The split is recorded in a later millisecond.
    done(
        kept.run(
            "split", "P1", "--source", "P9", "--as", "P9", "--reason", "P9 is not P1", "--yes"));
    done(kept.run("interpret", "P1", "-o", folder.resolve("split.html")));
    assertThat(kept.rows("show", "P1", "--runs")).hasSize(2);
    var ran = kept.run("erase", "P9", "--yes");
    done(ran);
    assertThat(ran.err()).contains("as of then these cannot be told any more: P1");
  }

  private static void done(Ran ran) {
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  /// The same bytes under two names, replaced by the one: bytes alone do not tell whose they were.
  @Test
  void whatAnotherReplacedIsAskedFor() throws IOException {
    var table = folder.resolve("first.tsv");
    Files.writeString(
        table, Kept.LABORATORY.replace("4.1", "7.7").replace("2026-01-05", "2026-02-05"));
    var options =
        List.<Object>of(
            "--layer", "laboratory", "--feature", "code", "--value", "value", "--unit", "unit");
    take(table, "B", options);
    Files.writeString(table, Kept.LABORATORY.replace("4.1", "6.6"));
    take(table, "B", options);
    var copy = folder.resolve("copy.tsv");
    Files.writeString(
        copy, Kept.LABORATORY.replace("4.1", "7.7").replace("2026-01-05", "2026-02-05"));
    take(copy, "A", options);
    var asked = kept.run("erase", "A", "--yes");
    assertThat(asked.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(asked.err()).contains("replaced them by later ones: B", "--replaced take");
    assertThat(kept.run("show", "A").exit()).as("nothing was done").isZero();
    var left = kept.run("erase", "A", "--yes", "--replaced", "leave");
    done(left);
    assertThat(left.err()).doesNotContain("cannot be told any more");
    take(copy, "A", options);
    var taken = kept.run("erase", "A", "--yes", "--replaced", "take");
    done(taken);
    assertThat(taken.err()).contains("as of then these cannot be told any more: B");
  }

  /// What stood between is gone; what was said before it and again behind it was not said anew.
  @Test
  void whatIsLeftIsKnownSinceItWasSaidFirst() throws IOException {
    var table = folder.resolve("first.tsv");
    var options =
        List.<Object>of(
            "--layer", "laboratory", "--feature", "code", "--value", "value", "--unit", "unit");
    for (var value : List.of("6.6", "7.7", "6.6")) {
      Files.writeString(table, Kept.LABORATORY.replace("4.1", value));
      take(table, "B", options);
    }
    long last = batches();
    var first = kept.rows("show", "B").getFirst();
    assertThat(first.getLast()).as("behind what replaced it").isEqualTo(Long.toString(last));
    Files.writeString(folder.resolve("copy.tsv"), Kept.LABORATORY.replace("4.1", "7.7"));
    take(folder.resolve("copy.tsv"), "A", options);
    done(kept.run("erase", "A", "--yes", "--replaced", "take"));
    assertThat(kept.rows("show", "B"))
        .extracting(List::getLast)
        .containsOnly(Long.toString(last - 2));
  }

  private long batches() {
    return kept.rows("show", "B").stream()
        .mapToLong(row -> Long.parseLong(row.getLast()))
        .max()
        .orElseThrow();
  }

  /// What they say decides, not the file that it came in: nothing stays with whom it was withdrawn.
  @Test
  void aCopyOfAnotherNameIsKnown() throws IOException {
    var options =
        List.<Object>of(
            "--layer", "laboratory", "--feature", "code", "--value", "value", "--unit", "unit");
    var table = folder.resolve("first.tsv");
    Files.writeString(
        table, Kept.LABORATORY.replace("4.1", "7.7").replace("2026-01-05", "2026-02-05"));
    take(table, "P2", options);
    done(kept.run("withdraw", "P2", "--source", "first.tsv", "--reason", "is A's", "--yes"));
    var copy = folder.resolve("copy.tsv");
    Files.writeString(
        copy,
        Kept.LABORATORY
            .replace("4.1", "7.7")
            .replace("2026-01-05", "2026-02-05")
            .replace("\n", "\r\n"));
    take(copy, "A", options);
    var erased = kept.run("erase", "A", "--yes");
    done(erased);
    assertThat(erased.err()).contains("cannot be told any more: P2", "no byte of the store");
    done(kept.run("show", "P2"));
  }

  /// A table that lies in two persons' folders stays with the other, whose packet is their own.
  @Test
  void aTableInAnothersFolderStaysAndIsNamed() throws IOException {
    kept.write("FA", Kept.LABORATORY.replace("4.1", "8.8"));
    kept.write("FB", Kept.LABORATORY.replace("4.1", "8.8"));
    done(kept.run("import", folder.resolve("FA"), folder.resolve("FB")));
    var packet = folder.resolve("FA").resolve("phenopacket.json");
    Files.writeString(packet, Files.readString(packet).replace("2026-11-01", "2026-11-02"));
    done(kept.run("import", folder.resolve("FA"), "--reason", "r", "--author", "a"));
    var erased = kept.run("erase", "FB", "--yes");
    done(erased);
    assertThat(erased.err())
        .contains("same values or calls", "FA")
        .doesNotContain("cannot be told");
  }

  private void take(Path table, String person, List<Object> options) {
    var words = new ArrayList<Object>(List.of(table, "--person", person, "--time", "date"));
    words.addAll(List.of("--timeUnit", "date", "--reason", "r", "--author", "a"));
    words.addAll(options);
    done(kept.run("import", words.toArray()));
  }

  @Test
  void aQuestionAsOfThenIsRefused() {
    for (var command : List.of("show", "interpret", "explain")) {
      var ran = kept.run(command, "P1", "--known-by", then);
      assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err())
          .contains("cannot be told", "in force from batch 2 to before batch 3")
          .contains("erased in batch 4", "without --known-by");
    }
    var people = kept.run("people", "--tsv", "--known-by", then);
    assertThat(people.exit()).isEqualTo(ExitCode.PARTLY);
    assertThat(people.err()).contains("P1: What was known", "cannot be told");
    assertThat(people.out()).contains("\nP1\t.\t").contains("\nP2\t1");
  }

  @Test
  void whatIsLeftIsReadAndItsRunsNameTheGap() throws IOException {
    done(kept.run("show", "P1"));
    done(kept.run("people"));
    var runs = kept.run("show", "P1", "--runs", "--tsv");
    assertThat(runs.out().lines()).as("a header and the run of after the split").hasSize(2);
    assertThat(runs.err()).contains("runs of some batches went", "erased: 2");
    var changes = kept.run("changes", "P1", "1", "now");
    assertThat(changes.exit()).isEqualTo(ExitCode.NOTHING_TO_ANSWER);
    assertThat(changes.err()).contains("somebody who was erased");
    var out = folder.resolve("export");
    done(kept.run("export", "P1", "-o", out));
    assertThat(Files.readString(out.resolve("history.tsv")))
        .contains("erased in batch 4")
        .doesNotContain("P9");
    done(kept.run("store", "verify"));
  }
}
