package org.idiome.record.bad;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.idiome.core.problem.BadInputException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Changed files at every reader: each is a record or a named problem, within bounds of time and
/// memory, and nothing else is thrown.
///
/// `-Dfuzz.seed=N` and `-Dfuzz.cases=N` give others and more. A case that fails is kept under
/// `target/fuzz`, and its number is said.
@Tag("slow")
class MutationTest {
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_121);
  private static final int CASES = Integer.getInteger("fuzz.cases", 250);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /// What one case may take from the heap in all; a fraction of it is ever held.
  private static final long MOST_BYTES = 512L << 20;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyOutcomeIsARecordOrANamedProblem(Target target) throws IOException {
    for (int i = 0; i < CASES; i++) {
      var random = new SplittableRandom(SEED * 31 + target.name().hashCode() * 1_000_003L + i);
      var seeds = target.seeds();
      var bytes = Mutations.mutated(seeds.get(random.nextInt(seeds.size())), seeds, random);
      if (random.nextInt(8) == 0) {
        bytes = Mutations.packed(bytes, random);
        if (random.nextBoolean()) {
          bytes = Mutations.mutated(bytes, seeds, random);
        }
      }
      check(target, i, bytes);
    }
  }

  private void check(Target target, int number, byte[] bytes) throws IOException {
    var inside = Files.createDirectories(folder.resolve(target.name()));
    var taken = new AtomicLong();
    try {
      assertTimeoutPreemptively(LONGEST, () -> taken.set(measured(target, bytes, inside)));
    } catch (AssertionError | RuntimeException | StackOverflowError failure) {
      throw named(target, number, bytes, failure);
    }
    if (taken.get() > MOST_BYTES) {
      throw named(target, number, bytes, new AssertionError(taken + " bytes were taken"));
    }
  }

  private static long measured(Target target, byte[] bytes, Path inside) throws IOException {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      target.read(bytes, inside);
    } catch (BadInputException refusal) {
      Target.assertNamed(refusal);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static AssertionError named(Target target, int number, byte[] bytes, Throwable failure)
      throws IOException {
    var kept = Files.createDirectories(Path.of("target/fuzz"));
    var file = kept.resolve("%s-%d-%d".formatted(target, SEED, number));
    Files.write(file, bytes);
    return new AssertionError(
        "%s, case %d of -Dfuzz.seed=%d, kept as %s: %s"
            .formatted(target, number, SEED, file, failure),
        failure);
  }
}
