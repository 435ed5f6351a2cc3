package org.idiome.cli;

import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.StoreWriter;
import org.jspecify.annotations.Nullable;

/// That a batch gets the time of the one before, because the clock is behind that.
final class ClockBehind {
  private ClockBehind() {}

  /// The problem, or null where there is none.
  static @Nullable Problem of(StoreWriter writer, StoreOptions store) {
    var behind = writer.clockBehind();
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
    var problem = of(writer, store);
    if (problem != null) {
      shell.say(problem);
    }
  }
}
