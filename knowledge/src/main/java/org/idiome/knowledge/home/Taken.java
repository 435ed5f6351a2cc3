package org.idiome.knowledge.home;

import java.util.List;
import org.idiome.core.problem.Problem;

/// What became of a file that was given to a home.
public sealed interface Taken {
  /// The release that it is.
  Release release();

  /// It was not there before.
  ///
  /// @param problems what the user should see of it
  record New(Release release, List<Problem> problems) implements Taken {
    /// Copies the list.
    public New {
      problems = List.copyOf(problems);
    }
  }

  /// The same bytes, or the same content in another packing, were there.
  record Already(Release release) implements Taken {}
}
