package org.idiome.store.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Brings a file to its newest form, step by step.
final class Migrations {
  private Migrations() {}

  /// Takes every step that a file lacks, each whole or not at all; one that another process took
  /// meanwhile is passed over.
  static void bringUp(Sql sql, Form form) {
    for (int step = 0; step < form.newest(); step++) {
      if (sql.number("PRAGMA user_version") > step) {
        continue;
      }
      sql.run("BEGIN IMMEDIATE");
      try {
        if (sql.number("PRAGMA user_version") == step) {
          sql.run(statements(text(form.steps().get(step))));
          sql.run(
              "PRAGMA application_id = " + form.application(),
              "PRAGMA user_version = " + (step + 1));
        }
        sql.run("COMMIT");
      } catch (RuntimeException e) {
        sql.rollBack();
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

  /// A step's statements, without comments; each ends with a semicolon at the end of its line.
  private static String[] statements(String text) {
    return Arrays.stream(text.replaceAll("(?m)--.*$", "").split(";[ \t]*(\n|$)", -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toArray(String[]::new);
  }
}
