package org.idiome.knowledge.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.idiome.knowledge.release.TermProperty;

/// What the releases say of a concept, as far as a hit shows it. For one thread while it is made.
final class Concept {
  private final String id;
  private final SortedSet<String> mapped = new TreeSet<>();
  private Map<TermProperty, SortedSet<String>> said = Map.of();
  private String name = "";
  private String mappedName = "";
  private boolean isObsolete;

  Concept(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /// The first name told, else that of a concept mapped to it; empty where there is none.
  String name() {
    return name.isEmpty() ? mappedName : name;
  }

  boolean isObsolete() {
    return isObsolete;
  }

  void named(String text) {
    name = name.isEmpty() ? text : name;
  }

  void namedElsewhere(String text) {
    mappedName = mappedName.isEmpty() ? text : mappedName;
  }

  void obsolete() {
    isObsolete = true;
  }

  void mapped(String other) {
    mapped.add(other);
  }

  void say(TermProperty property, String value) {
    if (said.isEmpty()) {
      said = new EnumMap<>(TermProperty.class);
    }
    said.computeIfAbsent(property, _ -> new TreeSet<>()).add(value);
  }

  private List<String> said(TermProperty property) {
    var values = said.get(property);
    return values == null ? List.of() : List.copyOf(values);
  }

  Hit hit(Match match, MatchedOn on, String text) {
    return new Hit(
        id,
        name(),
        said(TermProperty.CATEGORY),
        match,
        on,
        text,
        isObsolete,
        said(TermProperty.REPLACED_BY),
        said(TermProperty.CONSIDER),
        List.copyOf(mapped));
  }
}
