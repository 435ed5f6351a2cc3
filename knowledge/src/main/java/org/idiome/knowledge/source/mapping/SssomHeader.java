package org.idiome.knowledge.source.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceDates;
import org.jspecify.annotations.Nullable;

/// The header in YAML of a set of mappings, as far as a release needs it: texts, and the map of
/// prefixes.
final class SssomHeader {
  private static final String MAP = "curie_map";

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, String> prefixes = new HashMap<>();

  /// @param lines above the table, each with its `#`
  SssomHeader(List<String> lines) {
    boolean isMap = false;
    for (var line : lines) {
      if (!line.startsWith("#")) {
        continue;
      }
      var text = line.substring(1);
      int colon = text.indexOf(':');
      if (colon < 0) {
        continue;
      }
      var name = text.substring(0, colon).strip();
      var value = plain(text.substring(colon + 1).strip());
      // Under a key with a value of its own, deeper lines go on with that value.
      int depth = text.length() - text.stripLeading().length();
      boolean isTop = depth <= 1;
      if (isTop) {
        isMap = name.equals(MAP);
        texts.putIfAbsent(name, value);
      } else if (isMap) {
        prefixes.putIfAbsent(name, value);
      }
    }
  }

  private static String plain(String value) {
    boolean isDouble = value.startsWith("\"") && value.endsWith("\"");
    boolean isSingle = value.startsWith("'") && value.endsWith("'");
    boolean isQuoted = value.length() > 1 && (isDouble || isSingle);
    return isQuoted ? value.substring(1, value.length() - 1) : value;
  }

  /// The address behind a prefix of this file, or null.
  @Nullable String address(String prefix) {
    return prefixes.get(prefix);
  }

  /// Short name of the set.
  String name() {
    var id = texts.getOrDefault("mapping_set_id", "");
    var last = id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf('#')) + 1);
    for (var ending : List.of(".tsv", ".sssom")) {
      last = last.endsWith(ending) ? last.substring(0, last.length() - ending.length()) : last;
    }
    return last.isBlank() ? Recognition.BY_FILE_NAME : last;
  }

  ReleaseStatement statement() {
    var version = text("mapping_set_version");
    var day = text("mapping_date");
    var date = version == null ? null : SourceDates.in(version);
    var dateFrom = date == null ? null : "mapping_set_version";
    if (date == null && day != null) {
      date = SourceDates.in(day);
      dateFrom = date == null ? null : "mapping_date";
    }
    return new ReleaseStatement(version, date, dateFrom, text("license"));
  }

  private @Nullable String text(String name) {
    var value = texts.getOrDefault(name, "");
    return value.isEmpty() ? null : value;
  }
}
