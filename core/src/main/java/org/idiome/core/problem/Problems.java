package org.idiome.core.problem;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Problems as they are found: all are counted, the first of each code are kept.
///
/// For one reader on one thread.
public final class Problems {
  private static final int KEPT_OF_EACH_CODE = 20;

  private final List<Problem> kept = new ArrayList<>();
  private final Map<ProblemCode, Long> counts = new EnumMap<>(ProblemCode.class);

  /// Counts a problem, and keeps it while few of its code were kept.
  public void add(Problem problem) {
    long count = counts.merge(problem.code(), 1L, Long::sum);
    if (count <= KEPT_OF_EACH_CODE) {
      kept.add(problem);
    }
  }

  /// Whether as many of a code were kept as are kept; [#count(ProblemCode, long)] then does.
  public boolean isFull(ProblemCode code) {
    return count(code) >= KEPT_OF_EACH_CODE;
  }

  /// Counts problems of a code without keeping them.
  public void count(ProblemCode code, long more) {
    counts.merge(code, more, Long::sum);
  }

  /// Adds all that another collector found.
  public void addAll(Problems others) {
    var known = new EnumMap<ProblemCode, Long>(ProblemCode.class);
    for (var problem : others.kept) {
      known.merge(problem.code(), 1L, Long::sum);
      add(problem);
    }
    others.counts.forEach((code, count) -> {
      long rest = count - known.getOrDefault(code, 0L);
      if (rest > 0) {
        counts.merge(code, rest, Long::sum);
      }
    });
  }

  /// The kept problems, in the order found.
  public List<Problem> kept() {
    return List.copyOf(kept);
  }

  /// How many of a code were found, kept or not.
  public long count(ProblemCode code) {
    return counts.getOrDefault(code, 0L);
  }

  /// How many were found at all.
  public long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /// How many lost something, by the usual reach of their codes: all but warnings.
  public long faults() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().reach() != Reach.WARNING)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /// Counts by code, in the order of the catalogue.
  public Map<ProblemCode, Long> counts() {
    return new EnumMap<>(counts);
  }

  /// Whether none was found.
  public boolean isEmpty() {
    return counts.isEmpty();
  }
}
