package org.idiome.knowledge.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.idiome.knowledge.packed.PackedRelease;

/// Which identifiers the mappings of the releases say to be another's.
///
/// The subject of an exact mapping leads; its object is shown under it, unless that maps another
/// itself. Nothing is followed further than one step. A cross reference is good for finding alone.
final class Mapped {
  private static final Set<String> EXACT =
      Set.of("skos:exactMatch", "owl:equivalentClass", "owl:sameAs");
  private static final String CROSS_REFERENCE = "oboInOwl:hasDbXref";

  private final Map<String, SortedSet<String>> exact = new HashMap<>();
  private final Map<String, SortedSet<String>> crossReferences = new HashMap<>();
  private final Set<String> leading = new HashSet<>();

  Mapped(Collection<PackedRelease> releases) {
    releases.forEach(this::read);
  }

  private void read(PackedRelease release) {
    var numbers = new HashSet<Integer>();
    EXACT.forEach(predicate -> numbers.add(release.name(predicate)));
    int crossReference = release.name(CROSS_REFERENCE);
    numbers.remove(PackedRelease.ABSENT);
    if (numbers.isEmpty() && crossReference == PackedRelease.ABSENT) {
      return;
    }
    for (int claim = 0; claim < release.claims(); claim++) {
      int predicate = release.predicate(claim);
      boolean isExact = numbers.contains(predicate);
      boolean isMapping = isExact || predicate == crossReference;
      if (isMapping && !release.isNegated(claim)) {
        var from = release.name(release.subject(claim));
        var to = release.name(release.object(claim));
        if (!from.equals(to)) {
          (isExact ? exact : crossReferences).computeIfAbsent(to, _ -> new TreeSet<>()).add(from);
          if (isExact) {
            leading.add(from);
          }
        }
      }
    }
  }

  /// The identifiers that an exact mapping puts in front of one that maps nothing itself; none
  /// where it stands for itself.
  Collection<String> inFrontOf(String id) {
    var leads = exact.get(id);
    return leads == null || leading.contains(id) ? Set.of() : leads;
  }

  /// All that map or refer to an identifier.
  Set<String> about(String id) {
    var all = new TreeSet<String>();
    all.addAll(exact.getOrDefault(id, new TreeSet<>()));
    all.addAll(crossReferences.getOrDefault(id, new TreeSet<>()));
    return all;
  }

  /// Every exact mapping, by the identifier that is mapped.
  Map<String, SortedSet<String>> exact() {
    return exact;
  }
}
