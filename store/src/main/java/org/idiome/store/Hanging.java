package org.idiome.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.store.catalogue.Sql;

/// The rows of the catalogue that hang on one row, over any number of foreign keys.
///
/// What hangs where is asked of the catalogue itself, so that a table that comes later is not
/// forgotten where somebody is erased.
final class Hanging {
  private final Sql sql;
  private final Map<String, List<Link>> links = new HashMap<>();
  private final Map<String, String> wheres = new HashMap<>();
  private final Set<String> order = new LinkedHashSet<>();

  private record Link(String child, String column, String parent, String key) {}

  private Hanging(Sql sql) {
    this.sql = sql;
    for (var link :
        sql.list(
            "SELECT t.name, k.\"from\", k.\"table\","
                + " coalesce(k.\"to\", (SELECT c.name FROM pragma_table_info(k.\"table\") c"
                + " WHERE c.pk = 1))"
                + " FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) k"
                + " WHERE t.schema = 'main' ORDER BY t.name, k.id",
            row -> new Link(row.text(1), row.text(2), row.text(3), row.text(4)))) {
      links.computeIfAbsent(link.child(), _ -> new ArrayList<>()).add(link);
    }
  }

  /// Those of rows of a table.
  ///
  /// @param condition which rows, as SQL; no text of an input
  static Hanging on(Sql sql, String table, String condition) {
    var hanging = new Hanging(sql);
    hanging.wheres.put(table, condition);
    hanging.follow(table);
    return hanging;
  }

  /// Names of all tables in which rows hang on a table.
  static Set<String> tablesBelow(Sql sql, String table) {
    return new TreeSet<>(on(sql, table, "TRUE").order);
  }

  /// Children before parents: each table is put behind those that hang on it.
  private void follow(String table) {
    for (var child : new TreeSet<>(links.keySet())) {
      if (!child.equals(table) && !order.contains(child) && hangsOn(child, table)) {
        follow(child);
      }
    }
    order.add(table);
  }

  private boolean hangsOn(String child, String parent) {
    return links.getOrDefault(child, List.of()).stream()
        .anyMatch(link -> link.parent().equals(parent));
  }

  private String where(String table) {
    var known = wheres.get(table);
    if (known != null) {
      return known;
    }
    var paths = new ArrayList<String>();
    for (var link : links.getOrDefault(table, List.of())) {
      if (order.contains(link.parent()) && !link.parent().equals(table)) {
        paths.add(
            link.column()
                + " IN (SELECT "
                + link.key()
                + " FROM "
                + link.parent()
                + " WHERE "
                + where(link.parent())
                + ")");
      }
    }
    var where = String.join(" OR ", paths);
    wheres.put(table, where);
    return where;
  }

  /// The batches that wrote or ended one of the rows.
  Collection<Long> batches() {
    var batches = new TreeSet<Long>();
    for (var table : order) {
      for (var column :
          sql.list(
              "SELECT name FROM pragma_table_info(?) WHERE name IN ('batch', 'superseded')",
              row -> row.text(1),
              table)) {
        batches.addAll(
            sql.list(
                "SELECT DISTINCT "
                    + column
                    + " FROM "
                    + table
                    + " WHERE ("
                    + where(table)
                    + ") AND "
                    + column
                    + " IS NOT NULL",
                row -> row.number(1)));
      }
    }
    return batches;
  }

  /// Deletes them, and the row that they hang on.
  void delete() {
    for (var table : order) {
      sql.run("DELETE FROM " + table + " WHERE " + where(table));
    }
  }
}
