package org.idiome.record.table;

import org.idiome.core.problem.Problem;

/// Ends the reading of one row; never leaves this package.
final class RowRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  RowRefused(Problem problem) {
    super(problem.code().code(), null, false, false);
    this.problem = problem;
  }

  /// Why, and where.
  Problem problem() {
    return problem;
  }
}
