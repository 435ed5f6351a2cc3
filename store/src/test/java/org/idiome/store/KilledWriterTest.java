package org.idiome.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Writers that are killed outright: what they acknowledged is there, and of what they did not
/// either all or nothing.
@Tag("slow")
class KilledWriterTest {
  private static final int KILLS = Integer.getInteger("kills", 75);
  private static final long SEED = 20261121;

  /// A store is killed so often before the next one begins, empty.
  private static final int KILLS_A_STORE = 5;

  /// Some batches long.
  private static final int LONGEST_MILLIS = 400;

  /// Two of three are killed at any moment, the third at one of its first commits, so soon after it
  /// said that it begins.
  private static final int COMMITS = 4;

  private static final int COMMIT_MICROS = 5_000;

  /// Writers that make ready while another is looked at.
  private static final int READY = 2;

  @TempDir Path folder;

  /// Writes batch after batch and says of each what it is about to do; every second one has dense
  /// layers.
  static final class Writer {
    private Writer() {}

    /// Makes itself ready in a store of its own, and goes on in the one that it is told until it is
    /// killed.
    public static void main(String[] args) throws IOException {
      MadePeople.keep(Path.of(args[0]), "ready");
      MadePeople.keepSmall(Path.of(args[0]), "ready again");
      System.out.println("ready");
      var told = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
      if (told == null) {
        return;
      }
      var root = Path.of(told);
      for (int number = 0; ; number++) {
        try (var writer = Store.orNew(root).write(MadePeople.head("import"), "test", 0)) {
          var word = args[1] + "-" + number;
          System.out.println("writing " + word);
          if (number % 2 == 0) {
            MadePeople.keepSmall(writer, word);
          } else {
            MadePeople.keep(writer, word);
          }
          System.out.println("committing " + word);
          writer.acknowledge();
          System.out.println("acknowledged " + word);
        }
      }
    }
  }

  /// What a writer said before it was killed.
  ///
  /// @param open the batch that it was about to commit, or empty
  private record Said(Set<String> acknowledged, String open) {
    static Said of(List<String> lines) {
      var acknowledged = new TreeSet<String>();
      var open = "";
      for (var line : lines) {
        var word = line.substring(line.indexOf(' ') + 1);
        if (line.startsWith("acknowledged ")) {
          acknowledged.add(word);
          open = "";
        } else if (line.startsWith("committing ")) {
          open = word;
        }
      }
      return new Said(acknowledged, open);
    }
  }

  @Test
  void leaveWhatTheyAcknowledgedAndNoHalf() throws Exception {
    var random = new SplittableRandom(SEED);
    var ready = new ArrayDeque<Process>();
    var expected = new TreeSet<String>();
    int committing = 0;
    int committed = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      while (ready.size() < READY) {
        ready.add(start(kill + ready.size()));
      }
      var root = folder.resolve("store-" + kill / KILLS_A_STORE);
      if (kill % KILLS_A_STORE == 0) {
        expected.clear();
      }
      var said =
          killed(ready.remove(), root, kill % 3 < 2 ? 0 : 1 + random.nextInt(COMMITS), random);
      var people = people(root);
      expected.addAll(said.acknowledged());
      if (!said.open().isEmpty()) {
        committing++;
        if (people.contains(said.open())) {
          committed++;
          expected.add(said.open());
        }
      }
      assertThat(people).as("kill " + kill).isEqualTo(expected);
      requireWhole(root, "after-" + kill);
      expected.add("after-" + kill);
    }
    for (var writer : ready) {
      writer.destroyForcibly();
      writer.waitFor();
    }
    System.out.println(
        "kills: "
            + KILLS
            + ", in a commit: "
            + committing
            + ", of which were"
            + " there: "
            + committed);
    assertThat(committing).as("kills between committing and acknowledged").isGreaterThan(KILLS / 8);
  }

  private Process start(int number) throws IOException {
    return Elsewhere.start(Writer.class, folder.resolve("ready-" + number), "w" + number);
  }

  /// @param commit at which commit it is killed; 0 at any moment
  private static Said killed(Process writer, Path root, int commit, SplittableRandom random)
      throws Exception {
    try (var out = writer.inputReader(UTF_8);
        var in = writer.outputWriter(UTF_8)) {
      assertThat(out.readLine()).isEqualTo("ready");
      in.write(root + "\n");
      in.flush();
      var said = new ArrayList<String>();
      if (commit == 0) {
        writer.waitFor(random.nextLong(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
      } else {
        for (int begun = 0; begun < commit; ) {
          var line = Objects.requireNonNull(out.readLine(), "it ended by itself");
          said.add(line);
          begun += line.startsWith("committing ") ? 1 : 0;
        }
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextLong(COMMIT_MICROS)));
      }
      writer.toHandle().destroyForcibly(); // Unlike the process itself, this leaves its words.
      writer.waitFor();
      out.lines().forEach(said::add);
      return Said.of(said);
    }
  }

  /// A store whose first writer was killed early is none yet.
  private static Set<String> people(Path root) {
    if (!Files.exists(root.resolve("journal.sqlite"))) {
      return Set.of();
    }
    try (var reader = Store.at(root).read()) {
      return new TreeSet<>(reader.personIds());
    }
  }

  /// Digests hold before and after the next writer, and that one leaves no orphan.
  private static void requireWhole(Path root, String next) throws IOException {
    if (Files.exists(root.resolve("journal.sqlite"))) {
      var checked = Store.check(root);
      assertThat(checked.damage()).isEmpty();
      assertThat(checked.foreign()).isEmpty();
    }
    MadePeople.keepSmall(root, next);
    var checked = Store.check(root);
    assertThat(checked.damage()).isEmpty();
    assertThat(checked.openToOthers()).as("from their first moment").isEmpty();
    assertThat(checked.isSound()).isTrue();
    try (var files = Files.walk(root.resolve("layers"))) {
      assertThat(files.filter(Files::isRegularFile).count()).isEqualTo(checked.parts());
    }
  }
}
