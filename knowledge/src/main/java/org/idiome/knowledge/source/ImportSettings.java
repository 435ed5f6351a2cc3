package org.idiome.knowledge.source;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.jspecify.annotations.Nullable;

/// What the user says about a file that is imported. All of it changes what is told, and is kept
/// with the release.
///
/// @param source the name to use in place of the one recognised, or null
/// @param columns a name in the header of the file, by which published name it is to be read
/// @param prefix of identifiers that have none, or null where such are not understood
/// @param licence stated by the user, or null
public record ImportSettings(
    @Nullable String source,
    SortedMap<String, String> columns,
    @Nullable String prefix,
    @Nullable String licence)
    implements Canonical {
  /// Nothing is said.
  public static final ImportSettings NONE = new ImportSettings(null, new TreeMap<>(), null, null);

  /// Copies the map.
  public ImportSettings {
    var sorted = new TreeMap<String, String>();
    sorted.putAll(columns);
    columns = Collections.unmodifiableSortedMap(sorted);
  }

  /// The published name of a column.
  public String published(String column) {
    return columns.getOrDefault(column, column);
  }

  /// With columns read by other names.
  public ImportSettings withColumns(Map<String, String> named) {
    return new ImportSettings(source, new TreeMap<>(named), prefix, licence);
  }

  @Override
  public Json toJson() {
    var named = Json.object();
    columns.forEach(named::put);
    return Json.object()
        .put("source", source)
        .put("columns", columns.isEmpty() ? null : named.end())
        .put("prefix", prefix)
        .put("licence", licence)
        .end();
  }
}
