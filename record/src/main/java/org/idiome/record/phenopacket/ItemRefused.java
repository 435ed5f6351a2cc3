package org.idiome.record.phenopacket;

import org.idiome.core.problem.Problem;

/// Ends the reading of one item; never leaves this package.
final class ItemRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ItemRefused(Problem problem) {
    super(problem.code().code(), null, false, false);
    this.problem = problem;
  }

  /// Why, and where.
  Problem problem() {
    return problem;
  }
}
