package org.idiome.knowledge.equivalence;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.genomics.rule.RuleTable;
import org.jspecify.annotations.Nullable;

/// Kinds of things by the vocabularies that name them, and the hub of each kind (`kinds.tsv`).
final class Hub {
  private static final SortedMap<String, String> KINDS = read("kind");
  private static final SortedMap<String, String> HUBS = read("is_hub");

  private Hub() {}

  private static SortedMap<String, String> read(String column) {
    var read = new TreeMap<String, String>();
    for (var row : RuleTable.beside(Hub.class, "kinds.tsv").rows()) {
      read.put(row.get("prefix"), row.get(column));
    }
    return Collections.unmodifiableSortedMap(read);
  }

  static String prefix(String id) {
    int colon = id.indexOf(':');
    return colon < 0 ? "" : id.substring(0, colon);
  }

  /// The kind that a vocabulary names; null where it names several, or is not in the table.
  static @Nullable String kind(String id) {
    var kind = KINDS.get(prefix(id));
    return kind == null || kind.equals(".") ? null : kind;
  }

  /// Whether an identifier is of the hub of its kind.
  static boolean is(String id) {
    return HUBS.getOrDefault(prefix(id), "no").equals("yes");
  }
}
