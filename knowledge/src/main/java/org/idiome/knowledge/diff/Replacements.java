package org.idiome.knowledge.diff;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.idiome.knowledge.packed.PackedRelease;
import org.idiome.knowledge.release.TermProperty;

/// What replaced the obsolete identifiers of a snapshot.
///
/// An identifier is followed where exactly one replacement is published for it and the chain does
/// not lead back; else it stays itself.
public final class Replacements {
  private final Map<String, String> next = new HashMap<>();

  /// Those that releases publish.
  public static Replacements of(Collection<PackedRelease> releases) {
    var replacements = new Replacements();
    var several = new HashSet<String>();
    for (var release : releases) {
      for (int i = 0; i < release.terms(); i++) {
        if (release.property(i) == TermProperty.REPLACED_BY) {
          var term = release.term(i);
          var before = replacements.next.putIfAbsent(term.id(), term.value());
          if (before != null && !before.equals(term.value())) {
            several.add(term.id());
          }
        }
      }
    }
    several.forEach(replacements.next::remove);
    return replacements;
  }

  /// The identifier that stands for another now.
  public String follow(String id) {
    var at = id;
    Set<String> passed = new HashSet<>();
    while (next.containsKey(at)) {
      if (!passed.add(at)) {
        return id;
      }
      at = next.getOrDefault(at, at);
    }
    return at;
  }

  /// Whether any is published.
  public boolean isEmpty() {
    return next.isEmpty();
  }
}
