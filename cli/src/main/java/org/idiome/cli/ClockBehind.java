package org.idiome.cli;

import java.time.Instant;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.Store;
import org.idiome.store.StoreWriter;
import org.jspecify.annotations.Nullable;

/// That a batch gets the time of the one before, because the clock is behind that.
final class ClockBehind {
  private ClockBehind() {}

  /// The problem, or null where there is none.
  static @Nullable Problem of(StoreWriter writer, StoreOptions store) {
    return of(writer.clockBehind(), store);
  }

  private static @Nullable Problem of(@Nullable String behind, StoreOptions store) {
    return behind == null
        ? null
        : Problem.of(
            ProblemCode.STORE_CLOCK_BEHIND,
            Place.file(store.folder().toString()),
            "recorded",
            behind);
  }

  /// Says it.
  static void say(Shell shell, StoreWriter writer, StoreOptions store) {
    say(shell, of(writer, store));
  }

  /// Says it of a batch that is on the disk: it has a later time than the clock gave it.
  ///
  /// @param clock what the clock said then
  static void say(Shell shell, Instant clock, StoreOptions store) {
    say(shell, of(Store.at(store.folder()).clockBehind(clock), store));
  }

  private static void say(Shell shell, @Nullable Problem problem) {
    if (problem != null) {
      shell.say(problem);
    }
  }
}
