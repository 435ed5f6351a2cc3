package org.idiome.knowledge.source.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.genomics.io.Content;
import org.idiome.genomics.rule.RuleTable;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.source.Head;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceText;
import org.jspecify.annotations.Nullable;

/// The columns of one format under all names that they had.
///
/// `columns.tsv` has one row for each name: format, our name of the column, the published name (in
/// any letter case; blanks as published), the variants that have it (`*` for all), and whether a
/// file without it is not of the format.
public final class TableFormat {
  private static final RuleTable COLUMNS = RuleTable.beside(TableFormat.class, "columns.tsv");

  /// Farther down no header is looked for.
  private static final int MOST_LINES_ABOVE = 200;

  private static final String EVERY_VARIANT = "*";

  private final Layout layout;
  private final Map<String, String> columns = new HashMap<>();
  private final Map<String, Set<String>> variants = new TreeMap<>();
  private final Set<String> required = new TreeSet<>();
  private final Map<String, String> published = new TreeMap<>();

  private TableFormat(String format, Layout layout, RuleTable table) {
    this.layout = layout;
    var everywhere = new HashSet<String>();
    for (var row : table.rows()) {
      if (row.get("format").equals(format)) {
        var name = key(row.get("published"));
        columns.put(name, row.get("column"));
        published.put(row.get("column"), row.get("published"));
        if (row.get("required").equals("yes")) {
          required.add(row.get("column"));
        }
        for (var variant : row.get("variants").split(" ", -1)) {
          if (variant.equals(EVERY_VARIANT)) {
            everywhere.add(name);
          } else {
            variants.computeIfAbsent(variant, _ -> new HashSet<>()).add(name);
          }
        }
      }
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(table.name() + " has no format " + format);
    }
    variants.values().forEach(names -> names.addAll(everywhere));
    variants.putIfAbsent(EVERY_VARIANT, everywhere);
  }

  /// The format of this name.
  public static TableFormat of(String format, Layout layout) {
    return of(format, layout, COLUMNS);
  }

  static TableFormat of(String format, Layout layout, RuleTable table) {
    return new TableFormat(format, layout, table);
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  Layout layout() {
    return layout;
  }

  /// Our name of a published column, or null where no variant has it.
  public @Nullable String column(String published) {
    return columns.get(key(published));
  }

  /// Whether the beginning of a file is that of a table of this format.
  ///
  /// @param source the name under which it is a release
  public Recognition recognise(Head head, ImportSettings settings, String source) {
    if (head.content() != Content.TEXT) {
      return Recognition.NO;
    }
    var best = best(head, settings);
    if (best.known().isEmpty()) {
      return Recognition.NO;
    }
    var missing = new ArrayList<String>();
    for (var column : required) {
      if (!best.known().contains(column)) {
        missing.add(published.getOrDefault(column, column));
      }
    }
    if (2 * missing.size() > required.size()) {
      return Recognition.NO; // Fewer than half of what it must have: another format.
    }
    var variant = variant(best.names());
    return missing.isEmpty()
        ? new Recognition.Yes(source, variant)
        : new Recognition.Nearly(variant, missing, best.unknown(), best.known().size());
  }

  /// The line that has most of the columns; the first of several.
  private TableHeader best(Head head, ImportSettings settings) {
    var lines = head.lines();
    int count = Math.min(lines.size(), MOST_LINES_ABOVE);
    TableHeader best = header("", settings);
    for (int i = 0; i < count; i++) {
      var header = header(lines.get(i), settings);
      if (header.known().size() > best.known().size()) {
        best = header;
      }
    }
    return best;
  }

  /// What a line is if it is the header.
  TableHeader header(String line, ImportSettings settings) {
    var names = new ArrayList<String>();
    for (var cell : HeaderLine.cells(line, layout)) {
      names.add(settings.published(cell));
    }
    var ours = new ArrayList<String>();
    var known = new TreeSet<String>();
    var unknown = new ArrayList<String>();
    for (var name : names) {
      var column = columns.get(key(name));
      ours.add(column == null ? name : column);
      if (column == null) {
        unknown.add(name);
      } else {
        known.add(column);
      }
    }
    return new TableHeader(names, ours, known, unknown);
  }

  boolean isHeader(TableHeader header) {
    return header.known().containsAll(required);
  }

  /// The variant that shares most names with a header; of several the last in order.
  private String variant(List<String> names) {
    var keys = new HashSet<String>();
    names.forEach(name -> keys.add(key(name)));
    String best = EVERY_VARIANT;
    int most = -1;
    for (var variant : variants.entrySet()) {
      var shared = new HashSet<>(variant.getValue());
      shared.retainAll(keys);
      int score = 2 * shared.size() - variant.getValue().size();
      if (score >= most || most < 0) {
        most = score;
        best = variant.getKey();
      }
    }
    return best;
  }

  /// The names of the variants, sorted.
  public Set<String> variants() {
    return Collections.unmodifiableSet(new TreeSet<>(variants.keySet()));
  }

  /// Opens a table that was recognised; the caller closes.
  ///
  /// @throws org.idiome.core.problem.BadInputException where it has no such header
  public SourceTable open(SourceText text, ImportSettings settings, ReleaseSink sink)
      throws IOException {
    return new SourceTable(this, text, settings, sink);
  }
}
