package org.idiome.store.folder;

import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;

/// The store cannot do what was asked, and why; its content is as it was before.
public final class StoreFault extends RuntimeException {
  private final transient Problem problem;

  /// @param values names and values in turn
  public StoreFault(ProblemCode code, String place, String... values) {
    this(null, code, place, values);
  }

  /// @param cause what the machine or an engine said
  public StoreFault(
      @org.jspecify.annotations.Nullable Throwable cause,
      ProblemCode code,
      String place,
      String... values) {
    var what = Problem.of(code, Place.file(place), values);
    super(what.code().code() + " " + what.place().text() + " " + what.values(), cause);
    this.problem = what;
  }

  /// What is wrong, and where.
  public Problem problem() {
    return problem;
  }
}
