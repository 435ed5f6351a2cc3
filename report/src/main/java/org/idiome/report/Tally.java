package org.idiome.report;

import java.util.List;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;

/// How many findings there are of each state.
public record Tally(int found, int excluded, int notAssessed) {

  /// Counts.
  public static Tally of(List<Finding> findings) {
    int found = 0;
    int excluded = 0;
    int notAssessed = 0;
    for (var finding : findings) {
      switch (finding.state()) {
        case State.Found _ -> found++;
        case State.Excluded _ -> excluded++;
        case State.NotAssessed _ -> notAssessed++;
      }
    }
    return new Tally(found, excluded, notAssessed);
  }

  /// All of them.
  public int all() {
    return found + excluded + notAssessed;
  }
}
