package org.idiome.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.idiome.core.finding.Finding;

/// Findings of other interpreters, sorted by key.
public record Findings(List<Finding> all) {
  /// None.
  public static final Findings NONE = new Findings(List.of());

  /// Sorts by key.
  public Findings {
    var sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(Finding::key));
    all = List.copyOf(sorted);
  }

  /// Those of one interpreter and kind.
  public List<Finding> of(String interpreter, String kind) {
    return all.stream()
        .filter(finding -> finding.key().interpreter().equals(interpreter))
        .filter(finding -> finding.key().kind().equals(kind))
        .toList();
  }
}
