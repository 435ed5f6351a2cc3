package org.idiome.core.problem;

/// An input that cannot be used as a whole.
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /// Carries the problem that ended the reading.
  public BadInputException(Problem problem) {
    super(problem.place().text() + ": " + problem.code().code() + " " + problem.values());
    this.problem = problem;
  }

  /// What was wrong, and where.
  public Problem problem() {
    return problem;
  }
}
