package org.idiome.record.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;

/// Reads the tables of this package: a header line, then rows of tab-separated fields.
public final class CodeTables {
  private static final List<String> NAMES =
      List.of(
          "assemblies.tsv",
          "gene-dates.tsv",
          "layers.tsv",
          "plausible.tsv",
          "results.tsv",
          "specimens.tsv",
          "ucum.tsv",
          "units.tsv");

  private CodeTables() {}

  /// The digest of all tables, which decide what a record turns into.
  public static Sha256 digest() {
    var digester = new Digester();
    for (var name : NAMES) {
      digester.text(name).text(text(name));
    }
    return digester.end();
  }

  /// The rows of a table, each with as many fields as the header.
  static List<List<String>> rows(String name) {
    var lines = text(name).lines().toList();
    int width = lines.getFirst().split("\t", -1).length;
    var rows = new ArrayList<List<String>>();
    for (int i = 1; i < lines.size(); i++) {
      var fields = List.of(lines.get(i).split("\t", -1));
      if (fields.size() != width) {
        throw new IllegalStateException(name + ":" + (i + 1) + ": not " + width + " fields");
      }
      rows.add(fields);
    }
    return rows;
  }

  private static String text(String name) {
    try (InputStream in = CodeTables.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no table " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
