package org.idiome.care.pharmacogenes;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Further answers that are not excluded and that lead to one conclusion.
///
/// @param calls what each source would conclude
/// @param names of all of them, in natural order
/// @param settling positions that would exclude or confirm them, ascending
record OpenGroup(
    Cause cause,
    SortedMap<String, SourceCall> calls,
    List<String> names,
    SortedSet<Integer> settling) {

  /// Why they stay open.
  enum Cause {
    /// Positions were not seen.
    MISSING,
    /// It is not known which variants lie on one strand; they explain less of what was seen.
    PHASE,
    /// A base was seen that the definition does not have.
    UNDOCUMENTED;

    /// The name in lower case.
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  OpenGroup {
    calls = Collections.unmodifiableSortedMap(new TreeMap<>(calls));
    names = List.copyOf(names);
    settling = Collections.unmodifiableSortedSet(new TreeSet<>(settling));
  }

  /// Whether it would change what a source concludes.
  boolean changes(String source, List<Possibility> best) {
    var other = calls.get(source);
    return other == null
        || best.stream()
            .map(one -> one.calls().get(source))
            .noneMatch(one -> one != null && one.conclusion().equals(other.conclusion()));
  }

  /// Whether it would change what any source concludes.
  boolean changes(Set<String> sources, List<Possibility> best) {
    return sources.stream().anyMatch(source -> changes(source, best));
  }
}
