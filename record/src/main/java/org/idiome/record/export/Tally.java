package org.idiome.record.export;

import java.util.HashMap;
import java.util.Map;
import org.idiome.core.canonical.Canonical;

/// How often something is said, by what it says.
final class Tally {
  private final Map<String, Integer> counts = new HashMap<>();

  void add(Canonical said) {
    counts.merge(said.toJson().pretty(), 1, Integer::sum);
  }

  /// Takes one away; false where there is none.
  boolean take(Canonical said) {
    var key = said.toJson().pretty();
    int count = counts.getOrDefault(key, 0);
    if (count > 0) {
      counts.put(key, count - 1);
    }
    return count > 0;
  }
}
