package org.idiome.knowledge.source.kgx;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A node or an edge, by our names of its columns.
interface KgxRow {
  /// The text of a column; empty where there is none.
  String text(String column);

  /// The values of a column that may have several.
  List<String> values(String column);

  /// All other columns, each in one text; unknown ones under their own names.
  Map<String, String> rest(Set<String> told);
}
