package org.idiome.store.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The numbered steps from an empty catalogue to the newest form; a step once released is never
/// changed.
final class Migrations {
  private static final List<String> STEPS = List.of("0001-first.sql");

  /// The form that this release reads and writes.
  static final int NEWEST = STEPS.size();

  private Migrations() {}

  /// Takes every step behind a form, each whole or not at all.
  static void bringUp(Sql sql, int form) {
    for (int step = form; step < NEWEST; step++) {
      sql.run("BEGIN IMMEDIATE");
      try {
        sql.run(statements(text(STEPS.get(step))));
        sql.run(
            "PRAGMA application_id = " + Catalogue.APPLICATION,
            "PRAGMA user_version = " + (step + 1),
            "COMMIT");
      } catch (RuntimeException e) {
        sql.run("ROLLBACK");
        throw e;
      }
    }
  }

  private static String text(String name) {
    try (var in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /// A step's statements, without comments; no text in them holds a semicolon.
  private static String[] statements(String text) {
    return Arrays.stream(text.replaceAll("(?m)--.*$", "").split(";", -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toArray(String[]::new);
  }
}
