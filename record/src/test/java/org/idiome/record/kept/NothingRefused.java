package org.idiome.record.kept;

import java.util.List;
import org.idiome.core.problem.Problem;

/// Takes what is taken; what is refused fails the test.
final class NothingRefused implements Importing.Taker {
  @Override
  public void taken(Keeper.Outcome outcome, List<Problem> problems) {}

  @Override
  public void refused(Problem problem) {
    throw new AssertionError(problem.toString());
  }
}
