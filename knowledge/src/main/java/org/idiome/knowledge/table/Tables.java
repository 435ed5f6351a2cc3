package org.idiome.knowledge.table;

import java.util.List;

/// The tables of a snapshot, by what they hold. Safe for several threads.
@FunctionalInterface
public interface Tables {
  /// All tables of a kind, sorted by name; empty where the snapshot has none.
  List<Table> of(String kind);
}
