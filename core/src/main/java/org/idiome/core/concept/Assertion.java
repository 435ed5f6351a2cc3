package org.idiome.core.concept;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.source.CitedRow;

/// A published claim: subject, Biolink predicate, object, and what it rests on.
///
/// @param predicate in the namespace `biolink`
/// @param qualifiers named limits of the claim, sorted by name
/// @param row the row of the release that says so
public record Assertion(
    Concept subject,
    Curie predicate,
    Concept object,
    SortedMap<String, String> qualifiers,
    List<Evidence> evidence,
    CitedRow row)
    implements Canonical {

  /// Copies the collections; refuses a predicate outside Biolink.
  public Assertion {
    if (!predicate.prefix().equals("biolink")) {
      throw new IllegalArgumentException("not a Biolink predicate: " + predicate);
    }
    var sorted = new TreeMap<String, String>();
    sorted.putAll(qualifiers);
    qualifiers = Collections.unmodifiableSortedMap(sorted);
    evidence = List.copyOf(evidence);
  }

  @Override
  public Json toJson() {
    var limits = Json.object();
    qualifiers.forEach(limits::put);
    return Json.object()
        .put("subject", subject)
        .put("predicate", predicate)
        .put("object", object)
        .put("qualifiers", qualifiers.isEmpty() ? null : limits.end())
        .putAll("evidence", evidence)
        .put("row", row)
        .end();
  }
}
