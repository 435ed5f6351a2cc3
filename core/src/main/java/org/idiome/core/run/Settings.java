package org.idiome.core.run;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.jspecify.annotations.Nullable;

/// All options that can change a result, dates included, as text by name.
public record Settings(SortedMap<String, String> values) implements Canonical {

  /// Copies the values.
  public Settings {
    var sorted = new TreeMap<String, String>();
    sorted.putAll(values);
    values = Collections.unmodifiableSortedMap(sorted);
  }

  /// The value of a setting, or null where it was not set.
  public @Nullable String get(String name) {
    return values.get(name);
  }

  @Override
  public Json toJson() {
    var out = Json.object();
    values.forEach(out::put);
    return out.end();
  }
}
