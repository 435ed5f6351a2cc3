package org.idiome.store.catalogue;

import java.util.List;

/// A SQLite file of a store: its sign, and the numbered steps from nothing to its newest form; a
/// step once released is never changed.
///
/// @param application in the file's header, so that `file` and others can tell it
/// @param steps names of resources
record Form(int application, List<String> steps) {
  /// Persons and what is known of them: "Idio".
  static final Form CATALOGUE = new Form(0x4964696f, List.of("0001-first.sql"));

  /// Who read what, and what was answered: "Idij".
  static final Form JOURNAL = new Form(0x4964696a, List.of("journal-0001.sql"));

  /// The form that this release reads and writes.
  int newest() {
    return steps.size();
  }

  /// Whether tables, indexes and triggers are the ones that the steps make.
  boolean isOf(Sql sql) {
    try (var made = SqliteFile.inMemory("", "")) {
      Migrations.bringUp(made, this);
      return things(made).equals(things(sql));
    }
  }

  private static List<String> things(Sql sql) {
    return sql.list(
        "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '')"
            + " FROM sqlite_schema ORDER BY 1",
        row -> row.text(1));
  }
}
