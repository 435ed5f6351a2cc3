package org.idiome.knowledge.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Tables of a test: one text a kind, named `KIND.tsv`.
public final class TablesInMemory implements Tables {
  private final SortedMap<String, List<String>> lines = new TreeMap<>();

  /// No table.
  public static TablesInMemory empty() {
    return new TablesInMemory();
  }

  /// The tables of a snapshot; those of one kind become one.
  public static TablesInMemory copy(Tables tables, List<String> kinds) {
    var copy = new TablesInMemory();
    for (var kind : kinds) {
      for (var table : tables.of(kind)) {
        copy.lines.computeIfAbsent(kind, _ -> new ArrayList<>(List.of(table.header())));
        table.rows().forEach(row -> copy.add(kind, row.cited().text()));
      }
    }
    return copy;
  }

  /// Begins a table.
  public TablesInMemory header(String kind, String... columns) {
    lines.put(kind, new ArrayList<>(List.of(String.join("\t", columns))));
    return this;
  }

  /// Adds a row.
  public TablesInMemory row(String kind, String... cells) {
    return add(kind, String.join("\t", cells));
  }

  /// Adds a line as it is.
  public TablesInMemory add(String kind, String line) {
    lines.computeIfAbsent(kind, _ -> new ArrayList<>()).add(line);
    return this;
  }

  /// Puts a text in the place of another, in the first row that has it; answers with its line.
  public int replace(String kind, String text, String other) {
    var rows = lines.getOrDefault(kind, List.of());
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).contains(text)) {
        rows.set(i, rows.get(i).replace(text, other));
        return i + 1;
      }
    }
    throw new IllegalArgumentException("no row of " + kind + " has " + text);
  }

  @Override
  public List<Table> of(String kind) {
    var own = lines.get(kind);
    if (own == null) {
      return List.of();
    }
    var bytes = (String.join("\n", own) + "\n").getBytes(StandardCharsets.UTF_8);
    return List.of(Table.read(kind + ".tsv", bytes));
  }
}
