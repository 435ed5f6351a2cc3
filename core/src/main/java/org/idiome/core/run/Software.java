package org.idiome.core.run;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.canonical.Sha256;

/// What computed: the release, the interpreters, and the rule tables they carry.
///
/// @param release version of Idiome; a snapshot build adds a hash of its content
/// @param interpreters versions by name
/// @param ruleTables digests by name of table
public record Software(
    String release, SortedMap<String, String> interpreters, SortedMap<String, Sha256> ruleTables)
    implements Canonical {

  /// Copies the maps.
  public Software {
    interpreters = sorted(interpreters);
    ruleTables = sorted(ruleTables);
  }

  private static <T> SortedMap<String, T> sorted(SortedMap<String, T> values) {
    var sorted = new TreeMap<String, T>();
    sorted.putAll(values);
    return Collections.unmodifiableSortedMap(sorted);
  }

  @Override
  public Json toJson() {
    var versions = Json.object();
    interpreters.forEach(versions::put);
    var digests = Json.object();
    ruleTables.forEach(digests::put);
    return Json.object()
        .put("release", release)
        .put("interpreters", versions.end())
        .put("rule_tables", digests.end())
        .end();
  }
}
